// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#include "entry_sample.h"

#define CAF "Caf des Pyrénées-Orientales"
#define DIRECTOR "Directrice de la petite enfance"

struct sample {
    const char *line, *expected;
};

#define EXPECT_ALL(samples) expect_all(samples, sizeof(samples) / sizeof((samples)[0]))

static void expect_all(const struct sample samples[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena = {0};
        struct entry entry = sample_read(samples[i].line, &arena);
        assert_string_equal(sample_describe(&entry, &arena), samples[i].expected);
        arena_clear(&arena);
    }
}

static void the_first_sign_says_the_kind(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"La Caf présente le bilan.", "note|La Caf présente le bilan."},
        {"! Le plan est adopté", "decision|Le plan est adopté"},
        {"!Le plan est adopté", "decision|Le plan est adopté"},
        {"  >  Chiffrer le plan ", "tache|Chiffrer le plan"},
        {"* Le diagnostic est prêt", "information|Le diagnostic est prêt"},
        {"? Qui porte l'action ?", "question|Qui porte l'action ?"},
        {"~ Le ton monte", "privee|Le ton monte"},
        {"!\u00A0Adopté\u202F", "decision|Adopté"},
        {"! > Adopté", "decision|> Adopté"},
        {"Attention ! > 3 places", "note|Attention ! > 3 places"},
    };
    EXPECT_ALL(samples);
}

static void a_backslash_makes_the_next_sign_text(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"\\! Urgent", "note|! Urgent"},
        {"\\ ! Urgent", "note|! Urgent"},
        {"\\>5 places", "note|>5 places"},
        {"\\= 9 0", "note|= 9 0"},
        {"\\- tiret", "note|- tiret"},
        {"\\\\ reste", "note|\\ reste"},
        {"\\bonjour", "note|\\bonjour"},
        {"\\", "note|\\"},
        {"écrire \\@caf et \\#6 tels quels", "note|écrire @caf et #6 tels quels"},
        {"écrire (\\\\@caf)", "note|écrire (\\@caf)"},
        {"le partage \\\\serveur\\plan", "note|le partage \\\\serveur\\plan"},
    };
    EXPECT_ALL(samples);
}

static void a_backslash_alone_guards_the_text(void **state)
{
    (void)state;
    static const struct sample guards[] = {
        {"> relire la note du 30/04 \\ @caf", "tache|relire la note du 30/04|" CAF "!"},
        {"> relire le PV de vendredi \\", "tache|relire le PV de vendredi"},
        {"> \\ vendredi saint à préparer", "tache|vendredi saint à préparer"},
        {"> une liste, \\ @caf.", "tache|une liste,|" CAF "!"},
        {"> relire la note du \\ 30/04", "tache|relire la note du|2026-04-30"},
    };
    EXPECT_ALL(guards);
}

static void lists_and_what_is_no_ballot_are_notes(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"- un tiret", "note|- un tiret"},
        {"+ caf", "note|+ caf"},
        {"- @\"" DIRECTOR "\" 15h20", "note|- " DIRECTOR " 15h20|" DIRECTOR},
        {"\\= 9 0 2", "note|= 9 0 2"},
        {"= 9 0 2 #6", "note|= 9 0 2|axe 6|vote"},
        {"= 9 0", "note|= 9 0|vote"},
        {"= 9 0 2 1", "note|= 9 0 2 1|vote"},
        {"= pour", "note|= pour|vote"},
        {"=", "note|=|vote"},
        {"=> on verra #99", "note|=> on verra #99|vote"},
    };
    EXPECT_ALL(samples);
}

static void three_forms_are_ballots(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"= 9 0 2", "vote|9 0 2"},
        {"=9 0 2 ", "vote|9 0 2 "},
        {"= ç à é", "vote|ç à é"},
        {"= unanimité", "vote|unanimité"},
        {"= UNANIMITE", "vote|UNANIMITE"},
        {"= consensus", "vote|consensus"},
    };
    EXPECT_ALL(samples);
}

static void a_line_that_says_nothing_is_refused(void **state)
{
    (void)state;
    static const char *const lines[] = {"", "  ", "\u00A0", "!", " > ", "~\u202F"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct arena arena = {0};
        struct problem problem = {0};
        struct entry entry;
        assert_int_equal(
            entry_read(lines[i], &sample_context, &arena, &entry, &problem), STATUS_REFUSED);
        assert_non_null(strstr(problem.sentence, "écrivez"));
        arena_clear(&arena);
    }
}

static void what_ends_the_line_leaves_the_text(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"> Chiffrer le plan @caf #6 prio:1 30/04/2026",
            "tache|Chiffrer le plan|" CAF "!|axe 6|2026-04-30|p1"},
        {"> Chiffrer le plan 30/04 prio:5 (?) #BAFA #6.A @Caf @pmi",
            "tache|Chiffrer le plan|" CAF "!|PMI!|action BAFA|objectif 6.A|2026-04-30|p5|?"},
        {"Le bilan est prêt @caf #6 (?)", "note|Le bilan est prêt|" CAF "|axe 6|?"},
        {"! Adopter le plan #axe-9", "decision|Adopter le plan|axe 9"},
        {"? Qui finance #6.1", "question|Qui finance|action 6.1"},
        {"> Chiffrer, @caf, @ville, le 30/04.",
            "tache|Chiffrer.|" CAF "!|Ville de Perpignan!|2026-04-30"},
        {"> Chiffrer @caf , @ville ; 30/04",
            "tache|Chiffrer|" CAF "!|Ville de Perpignan!|2026-04-30"},
        {"> Prévenir la ville ! @caf.", "tache|Prévenir la ville !|" CAF "!"},
        {"> Prévenir @caf @CAF @caf", "tache|Prévenir|" CAF "!"},
    };
    EXPECT_ALL(samples);
}

static void what_begins_a_task_leaves_the_text(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"> @caf chiffrer le plan", "tache|chiffrer le plan|" CAF "!"},
        {"> @caf, @ville : chiffrer le plan #6",
            "tache|chiffrer le plan|" CAF "!|Ville de Perpignan!|axe 6"},
        {"> @caf: prio:2 #6 pour le 30/04 chiffrer", "tache|chiffrer|" CAF "!|axe 6|2026-04-30|p2"},
        {"> Demain, appeler @caf", "tache|appeler|" CAF "!|2026-03-13"},
        {"> le 14 juillet : pavoiser", "tache|pavoiser|2026-07-14"},
        {"> 30/04 chiffrer avant le 30/05", "tache|30/04 chiffrer|2026-05-30"},
        {"@caf chiffre le plan", "note|" CAF " chiffre le plan|" CAF},
        {"! #6 est adopté", "decision|#6 est adopté|axe 6"},
    };
    EXPECT_ALL(samples);
}

static void elsewhere_all_stays_in_the_sentence(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"> demander à @caf le plan #6 avant relecture",
            "tache|demander à " CAF " le plan #6 avant relecture|" CAF "|axe 6"},
        {"Pour @caf, l'axe #6 prime.", "note|Pour " CAF ", l'axe #6 prime.|" CAF "|axe 6"},
        {"? Peut-on reporter #6 ?", "question|Peut-on reporter #6 ?|axe 6"},
        {"le projet (@pmi, #6.1) avance", "note|le projet (PMI, #6.1) avance|PMI|action 6.1"},
        {"la part d'@ville reste", "note|la part d'Ville de Perpignan reste|Ville de Perpignan"},
        {"> revoir prio:1 (?) ensuite", "tache|revoir prio:1 (?) ensuite"},
        {"> Chiffrer @caf vite @ville", "tache|Chiffrer " CAF " vite|Ville de Perpignan!|" CAF},
        {"> demander à @caf son plan @caf", "tache|demander à " CAF " son plan|" CAF "!"},
        {"écrire à nom@caf.fr sur le C#6", "note|écrire à nom@caf.fr sur le C#6"},
        {"@ caf, # 6, @, #", "note|@ caf, # 6, @, #"},
        {"Note prio:2", "note|Note prio:2"},
        {"Il viendra le 30/04", "note|Il viendra le 30/04"},
        {"* Réunion vendredi @caf", "information|Réunion vendredi|" CAF},
    };
    EXPECT_ALL(samples);
}

static void names_are_found_or_kept(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"Voir @\"Directrice de la petite enfance\" d'abord",
            "note|Voir " DIRECTOR " d'abord|" DIRECTOR},
        {"Voir @\"directrice DE la petite énfance\"", "note|Voir|" DIRECTOR},
        {"Voir @\"ville de perpignan\"", "note|Voir|Ville de Perpignan"},
        {"Voir @tresoriere", "note|Voir|Trésorière*"},
        {"Voir @\"gerant culture\"", "note|Voir|Gérant Culture*"},
        {"Voir @Inclusion.", "note|Voir.|Inclusion*"},
        {"Voir @\"Animatrice Inclusion\", puis rien",
            "note|Voir Animatrice Inclusion, puis rien|Animatrice Inclusion*"},
        {"Voir @J.-P. demain", "note|Voir J.-P. demain|J.-P*"},
        {"Voir @\"Animatrice Inclusion", "note|Voir @\"Animatrice Inclusion"},
        {"Voir @\" \" ici", "note|Voir @\" \" ici"},
        {"Voir @\"Collectif \u201CLes P'tits Loups\u201D #1\"",
            "note|Voir|Collectif «Les P'tits Loups» #1"},
    };
    EXPECT_ALL(samples);
}

static void an_unknown_link_stays_marked(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"Voir l'axe #99", "note|Voir l'axe #99|lien"},
        {"> Chiffrer #99 @caf", "tache|Chiffrer #99|" CAF "!|lien"},
        {"> Chiffrer @caf #99", "tache|Chiffrer " CAF " #99|" CAF "|lien"},
        {"Voir #6.a et #bafa", "note|Voir #6.a et|objectif 6.A|action BAFA"},
        {"Voir #axe-6.1", "note|Voir #axe-6.1|lien"},
    };
    EXPECT_ALL(samples);
}

static void dates_are_read_on_tasks(void **state)
{
    (void)state;
    static const struct sample phrases[] = {
        {"30/04", "2026-04-30"},
        {"30/04/26", "2026-04-30"},
        {"30/04/2026", "2026-04-30"},
        {"2026-04-30", "2026-04-30"},
        {"30 avril", "2026-04-30"},
        {"jeudi 30 avril", "2026-04-30"},
        {"1er mai 2027", "2027-05-01"},
        {"vendredi", "2026-03-13"},
        {"demain", "2026-03-13"},
        {"dans 15 jours", "2026-03-27"},
        {"dans 2 semaines", "2026-03-26"},
        {"dans 2 mois", "2026-05-12"},
        {"début avril", "2026-04-01"},
        {"mi-avril", "2026-04-15"},
        {"fin avril 2027", "2027-04-30"},
        {"pour le 30/04", "2026-04-30"},
        {"d'ici fin avril", "2026-04-30"},
        {"d’ici le 30 avril", "2026-04-30"},
        {"en 2027", "2027"},
        {"avant avril 2027", "2027-04"},
        {"pour T3 2026", "2026-09-30"},
        {"pour la prochaine séance", "2026-06-04"},
    };
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++) {
        struct arena arena = {0};
        const char *line = arena_format(&arena, "> Chiffrer %s #6", phrases[i].line);
        const char *expected = arena_format(&arena, "tache|Chiffrer|axe 6|%s", phrases[i].expected);
        struct entry entry = sample_read(line, &arena);
        assert_string_equal(sample_describe(&entry, &arena), expected);
        arena_clear(&arena);
    }
}

static void what_is_no_date_stays(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"> envoyer le bilan 2025", "tache|envoyer le bilan 2025"},
        {"> en parler en prochaine", "tache|en parler en prochaine"},
        {"> Chiffrer le 31/02", "tache|Chiffrer le 31/02|date"},
        {"> Chiffrer @caf le 31/02", "tache|Chiffrer " CAF " le 31/02|" CAF "|date"},
        {"> Chiffrer le 31/02 @caf", "tache|Chiffrer le 31/02|" CAF "!|date"},
        {"> 31/02 : chiffrer", "tache|31/02 : chiffrer|date"},
        {"> voir jeudi @caf 30/04", "tache|voir jeudi|" CAF "!|2026-04-30"},
        {"~ Le voir vendredi @caf (?)", "privee|Le voir vendredi " CAF " (?)|" CAF},
    };
    EXPECT_ALL(samples);
}

static void a_decision_is_reviewed_behind_its_word(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"! Adopter le plan, à revoir le 30/04 #6", "decision|Adopter le plan|axe 6|2026-04-30"},
        {"! Adopter le plan #6 A REVOIR en 2027.", "decision|Adopter le plan.|axe 6|2027"},
        {"! Adopter ; à revoir : avant avril 2027", "decision|Adopter|2027-04"},
        {"! Adopter le plan le 30/04", "decision|Adopter le plan le 30/04"},
        {"! Adopter le plan à revoir", "decision|Adopter le plan à revoir"},
        {"! Adopter à revoir le 31/02", "decision|Adopter à revoir le 31/02|date"},
        {"! Adopter le 31/02", "decision|Adopter le 31/02"},
        {"> Plan à revoir le 30/04", "tache|Plan à revoir|2026-04-30"},
    };
    EXPECT_ALL(samples);
}

static void a_line_that_is_all_run_keeps_it_as_text(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"@caf", "note|" CAF "|" CAF},
        {"#6", "note|#6|axe 6"},
        {"(?)", "note|(?)|?"},
        {"> @caf #6 30/04", "tache|" CAF " #6 30/04|" CAF "!|axe 6|2026-04-30"},
        {"> demain", "tache|demain|2026-03-13"},
    };
    EXPECT_ALL(samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_sign_says_the_kind),
        cmocka_unit_test(a_backslash_makes_the_next_sign_text),
        cmocka_unit_test(a_backslash_alone_guards_the_text),
        cmocka_unit_test(lists_and_what_is_no_ballot_are_notes),
        cmocka_unit_test(three_forms_are_ballots),
        cmocka_unit_test(a_line_that_says_nothing_is_refused),
        cmocka_unit_test(what_ends_the_line_leaves_the_text),
        cmocka_unit_test(what_begins_a_task_leaves_the_text),
        cmocka_unit_test(elsewhere_all_stays_in_the_sentence),
        cmocka_unit_test(names_are_found_or_kept),
        cmocka_unit_test(an_unknown_link_stays_marked),
        cmocka_unit_test(dates_are_read_on_tasks),
        cmocka_unit_test(what_is_no_date_stays),
        cmocka_unit_test(a_decision_is_reviewed_behind_its_word),
        cmocka_unit_test(a_line_that_is_all_run_keeps_it_as_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
