// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#include "entry_sample.h"

struct sample {
    const char *line, *expected;
};

#define EXPECT_ALL(samples) expect_all(samples, sizeof(samples) / sizeof((samples)[0]))

static void expect_all(const struct sample samples[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena = {0};
        struct entry entry = sample_read(samples[i].line, &arena);
        const char *composed = entry_compose(&entry, &sample_context, &arena);
        assert_string_equal(composed, samples[i].expected);
        struct entry again = sample_read(composed, &arena);
        assert_true(entry_is_same(&entry, &again));
        arena_clear(&arena);
    }
}

static void a_fact_is_written_as_it_is_typed(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"> Chiffrer le plan @caf #6 prio:1 30/04/2026",
            "> Chiffrer le plan @caf #6 prio:1 30/04/2026"},
        {"> @caf : 30/04 chiffrer le plan.", "> chiffrer le plan. @caf 30/04/2026"},
        {">relancer vendredi, @ville (?) prio:3", "> relancer @ville (?) 13/03/2026"},
        {"> demander à @ville un devis (?) vendredi",
            "> demander à @ville un devis (?) 13/03/2026"},
        {"> Chiffrer avant avril 2027", "> Chiffrer en avril 2027"},
        {"> Chiffrer en 2027", "> Chiffrer en 2027"},
        {"! Adopter, à revoir le 30/04 #6", "! Adopter #6 à revoir le 30/04/2026"},
        {"! Adopter à revoir en 2027", "! Adopter à revoir en 2027"},
        {"Voir @\"Directrice de la petite enfance\", l'axe #axe-6 et",
            "Voir @\"Directrice de la petite enfance\", l'axe #axe-6 et"},
        {"Le plan #axe-6 avance #6 #9", "Le plan #axe-6 avance #9"},
        {"Voir @\"Animatrice Inclusion\" et @Pilote", "Voir @\"Animatrice Inclusion\" et @Pilote"},
        {"~Dire à @caf (?)", "~ Dire à @caf (?)"},
        {"@caf", "@caf"},
    };
    EXPECT_ALL(samples);
}

static void text_that_could_be_more_is_guarded(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {"\\! Urgent", "\\! Urgent"},
        {"\\= 9 0", "\\= 9 0"},
        {"= 9 0", "= 9 0"},
        {"=  9 0 2", "= 9 0 2"},
        {"= ç à é", "= 9 0 2"},
        {"= UNANIMITE", "= unanimité"},
        {"= Consensus", "= consensus"},
        {"- tiret", "- tiret"},
        {"\\\\\\@caf", "\\\\\\@caf"},
        {"écrire \\@caf", "écrire \\@caf"},
        {"> voir \\#6 ici", "> voir \\#6 ici"},
        {"> voir #99", "> voir #99"},
        {"> relire le PV de vendredi \\", "> relire le PV de vendredi \\"},
        {"> \\ vendredi saint", "> \\ vendredi saint \\"},
        {"> 30/04 dire ce qui se fait avant", "> dire ce qui se fait avant \\ 30/04/2026"},
        {"> @caf #6", "> Caf des Pyrénées-Orientales #6 \\ @caf"},
        {"> @demain", "> \\ demain \\ @demain"},
        {"> une liste, \\ @caf", "> une liste, \\ @caf"},
    };
    EXPECT_ALL(samples);
}

// What the store gives back may be more than a line can say.
static void the_nearest_line_is_given(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct entry_mention mentions[] = {
        {"Ancien nom de la Caf", 102, false}, {"Inconnu", 999, true}};
    struct entry entry = {.kind = RECORD_NOTE,
        .text = "Vu par Ancien nom de la Caf",
        .mentions = mentions,
        .mention_count = 2,
        .date = {.precision = DATE_YEAR, .year = 2027}};
    assert_string_equal(entry_compose(&entry, &sample_context, &arena),
        "Vu par Ancien nom de la Caf @caf @Inconnu");
    arena_clear(&arena);
}

static void a_name_is_typed_so_that_it_is_found(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct directory *directory = &sample_context.directory;
    assert_string_equal(entry_mention_text(&directory->names[1], &arena), "@caf");
    assert_string_equal(
        entry_mention_text(&directory->names[4], &arena), "@\"Directrice de la petite enfance\"");
    assert_string_equal(entry_mention_text(&directory->names[6], &arena), "@Trésorière");
    assert_string_equal(entry_link_text(&directory->elements[0], &arena), "#6");
    assert_string_equal(entry_link_text(&directory->elements[3], &arena), "#6.1");
    static const struct directory_name odd[] = {
        {1, "deux mots", "Le nom"},
        {2, "", "Club \"Les Amis\""},
        {0, "", "Dr."},
        {0, "", "\"Bob"},
    };
    static const char *const typed[] = {
        "@\"Le nom\"", "@\"Club ”Les Amis”\"", "@\"Dr.\"", "@\"”Bob\""};
    struct entry_context context = {.directory = {.names = odd, .name_count = 4}};
    for (size_t i = 0; i < 4; i++) {
        struct entry entry;
        char *text = entry_mention_text(&odd[i], &arena);
        assert_string_equal(text, typed[i]);
        assert_int_equal(entry_read(text, &context, &arena, &entry, NULL), STATUS_DONE);
        assert_int_equal(entry.mention_count, 1);
        assert_string_equal(entry.mentions[0].name, odd[i].label);
    }
    arena_clear(&arena);
}

static void expect_explained(const char *line, bool proposes, const char *expected)
{
    struct arena arena = {0};
    struct entry_context context = sample_context;
    context.proposes = proposes;
    struct entry entry = sample_read(line, &arena);
    assert_string_equal(entry_explain(&entry, &context, &arena), expected);
    arena_clear(&arena);
}

static void what_is_understood_is_told(void **state)
{
    (void)state;
    expect_explained("> Chiffrer @pmi 30/04", false, "tâche · PMI · échéance jeudi 30 avril 2026");
    expect_explained("> voir @pmi ici @Élue prio:1 #6 (?)", false,
        "tâche · Élue (nom nouveau) · cite PMI · priorité 1 · axe 6 · à vérifier");
    expect_explained("! Adopter à revoir en avril 2027 #6.1", false,
        "décision · vote à noter · à revoir avril 2027 · action 6.1");
    expect_explained("! Adopter #6.A", true, "proposition · vote à noter · objectif 6.A");
    expect_explained("> voir @directrice", false,
        "tâche · directrice (nom nouveau ; ou bien «Directrice de la petite enfance» ?)");
    expect_explained("Vu @tresoriere", true, "note · Trésorière");
    expect_explained("> voir le 31/02", false, "tâche · date impossible, gardée dans le texte");
    expect_explained("voir #99", false, "note · lien inconnu, gardé dans le texte");
    expect_explained("= 9", false, "note · non compris comme un vote");
    expect_explained("= 9 0 2", false,
        "vote · À l'unanimité des suffrages exprimés, par 9 voix pour et 2 "
        "abstentions");
    expect_explained("= unanimité", false, "vote · À l'unanimité");
    expect_explained("= consensus", false, "vote · Par consensus");
    expect_explained("= 9 0 3", false,
        "vote · 12 voix comptées pour 11 votants : corrigez les nombres ou les présences.");
    struct arena arena = {0};
    struct entry_context agrees = sample_context;
    agrees.ballots.majority = MAJORITY_CONSENSUS;
    const struct entry decision = sample_read("! Adopter", &arena);
    assert_string_equal(entry_explain(&decision, &agrees, &arena), "décision · par consensus");
    const struct entry nothing = {.text = NULL};
    assert_string_equal(entry_explain(&nothing, &sample_context, &arena), "");
    arena_clear(&arena);
}

static void expect_kind(const char *line, enum record_kind kind, const char *expected)
{
    struct arena arena = {0};
    assert_string_equal(entry_with_kind(line, kind, &arena), expected);
    arena_clear(&arena);
}

static void a_line_changes_its_kind(void **state)
{
    (void)state;
    expect_kind("Le plan", RECORD_DECISION, "! Le plan");
    expect_kind("> Le plan @caf", RECORD_DECISION, "! Le plan @caf");
    expect_kind("!Le plan", RECORD_DECISION, "!Le plan");
    expect_kind("! Le plan", RECORD_NOTE, "Le plan");
    expect_kind("! > 3 places", RECORD_NOTE, "\\> 3 places");
    expect_kind("\\> 3 places", RECORD_TASK, "> > 3 places");
    expect_kind("\\> 3 places", RECORD_NOTE, "\\> 3 places");
    expect_kind("= 9 0", RECORD_NOTE, "= 9 0");
    expect_kind("= 9 0", RECORD_QUESTION, "? = 9 0");
    expect_kind("= 9 0", RECORD_BALLOT, "= 9 0");
    expect_kind("9 0 2", RECORD_BALLOT, "= 9 0 2");
    expect_kind("= 9 0 2", RECORD_TASK, "> 9 0 2");
    expect_kind("", RECORD_TASK, "> ");
    expect_kind("", RECORD_NOTE, "");
    expect_kind("> ", RECORD_PRIVATE_NOTE, "~ ");
    expect_kind("un\n\n! deux\n", RECORD_TASK, "> un\n\n> deux\n");
}

static void expect_completion(const char *line, char sign, size_t start, const char *prefix)
{
    struct arena arena = {0};
    struct entry_completion found;
    size_t cursor = strcspn(line, "|");
    char *text = arena_format(&arena, "%.*s%s", (int)cursor, line, line + cursor + 1);
    bool is_found = entry_completion_at(text, cursor, &arena, &found);
    assert_int_equal(is_found, prefix != NULL);
    if (is_found) {
        assert_int_equal(found.sign, sign);
        assert_int_equal(found.start, start);
        assert_string_equal(found.prefix, prefix);
    }
    arena_clear(&arena);
}

static void what_stands_behind_a_sign_is_completed(void **state)
{
    (void)state;
    expect_completion("> voir @ca|", '@', 7, "ca");
    expect_completion("> voir @|", '@', 7, "");
    expect_completion("> voir #6.| ici", '#', 7, "6.");
    expect_completion("> voir @ca|f ici", '@', 7, "ca");
    expect_completion("voir (@ca|", '@', 6, "ca");
    expect_completion("voir @\"Direc|", '@', 5, "Direc");
    expect_completion("voir @\"Directrice de la|", '@', 5, "Directrice de la");
    expect_completion("voir @\"|", '@', 5, "");
    expect_completion("voir @\"Animatrice M\"|", '@', 5, "Animatrice M");
    expect_completion("voir @\"Animatrice M\" @c|", '@', 21, "c");
    expect_completion("un @ca\ndeux #|", '#', 12, "");
    expect_completion("voir @caf |", '@', 0, NULL);
    expect_completion("voir @\"Animatrice M\" |", '@', 0, NULL);
    expect_completion("un @\"Animatrice\ndeux |", '@', 0, NULL);
    expect_completion("voir |@caf", '@', 0, NULL);
    expect_completion("nom@ca|", '@', 0, NULL);
    expect_completion("voir \\@ca|", '@', 0, NULL);
    expect_completion("|", '@', 0, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fact_is_written_as_it_is_typed),
        cmocka_unit_test(text_that_could_be_more_is_guarded),
        cmocka_unit_test(the_nearest_line_is_given),
        cmocka_unit_test(a_name_is_typed_so_that_it_is_found),
        cmocka_unit_test(what_is_understood_is_told),
        cmocka_unit_test(a_line_changes_its_kind),
        cmocka_unit_test(what_stands_behind_a_sign_is_completed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
