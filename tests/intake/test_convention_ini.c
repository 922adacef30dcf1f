// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "intake/convention_ini.h"

static void assert_date(struct date date, const char *expected)
{
    char text[DATE_TEXT_SIZE];
    date_iso(date, text);
    assert_string_equal(text, expected);
}

static void test_the_default_convention_is_that_of_perpignan(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct convention convention;
    struct problem problem = {0};
    enum status status = convention_load(CONVENTION_DEFAULT_NAME, &arena, &convention, &problem);
    if (status != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    assert_string_equal(convention.title, "CTG de Perpignan 2024-2028");
    assert_int_equal(convention.first_year, 2024);
    assert_int_equal(convention.last_year, 2028);
    assert_int_equal(convention.organisation_count, 2);
    assert_int_equal(convention.committee_count, 5);
    assert_int_equal(convention.text_count, 5);
    assert_int_equal(convention.objective_count, 0);
    assert_string_equal(convention.committees[1].code, "COTECH");
    assert_string_equal(convention.committees[1].authority, "propose");
    assert_string_equal(convention.committees[1].next_code, "COPIL");
    assert_null(convention.committees[0].next_code);
    assert_null(convention.organisations[1].college);
    arena_clear(&arena);
}

static void test_its_groups_and_axes(void **state)
{
    (void)state;
    static const struct {
        const char *code, *label;
        int axes;
    } groups[] = {
        {"transversal", "Axes transversaux", 4},
        {"petite-enfance", "Petite enfance", 3},
        {"enfance", "Enfance et adolescence", 3},
        {"jeunesse", "Jeunesse", 4},
        {"parentalite", "Accompagnement à la parentalité", 3},
        {"animation", "Animation de la vie sociale", 3},
        {"logement", "Logement et habitat", 3},
        {"inclusion", "Accessibilité et inclusion", 2},
    };
    struct arena arena = {0};
    struct convention convention;
    assert_int_equal(
        convention_load(CONVENTION_DEFAULT_NAME, &arena, &convention, NULL), STATUS_DONE);
    assert_int_equal(convention.field_count, 8);
    assert_int_equal(convention.axis_count, 25);
    int axis = 0;
    for (size_t i = 0; i < convention.field_count; i++) {
        assert_string_equal(convention.fields[i].code, groups[i].code);
        assert_string_equal(convention.fields[i].label, groups[i].label);
        assert_int_equal(convention.fields[i].transversal, i == 0);
        for (int k = 0; k < groups[i].axes; k++, axis++) {
            assert_int_equal(convention.axes[axis].number, axis + 1);
            assert_string_equal(convention.axes[axis].field, groups[i].code);
        }
    }
    assert_string_equal(convention.axes[9].label,
        "Renforcer les partenariats territoriaux pour mieux articuler l’offre en direction des "
        "besoins des jeunes et adolescents");
    assert_string_equal(convention.axes[23].label,
        "Accompagner les familles les plus éloignées du droit commun et développer l’« "
        "aller-vers »");
    arena_clear(&arena);
}

static void test_its_examples_dates_and_signatories(void **state)
{
    (void)state;
    static const char *const codes[] = {"6.1", "9.1", "3.1", "20.1", "25.1", "22.1"};
    static const int axes[] = {6, 9, 3, 20, 25, 22};
    static const char *const dates[] = {
        "2024-01", "2024-03", "2024-04", "2024-06", "2024-07", "2024-12", "2025"};
    struct arena arena = {0};
    struct convention convention;
    assert_int_equal(
        convention_load(CONVENTION_DEFAULT_NAME, &arena, &convention, NULL), STATUS_DONE);
    assert_int_equal(convention.action_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(convention.actions[i].code, codes[i]);
        assert_int_equal(convention.actions[i].axis, axes[i]);
        assert_string_equal(convention.actions[i].origin, "exemple publié, rattachement proposé");
    }
    assert_int_equal(convention.milestone_count, 7);
    for (size_t i = 0; i < 7; i++)
        assert_date(convention.milestones[i].date, dates[i]);
    assert_int_equal(convention.signatory_count, 3);
    assert_string_equal(convention.signatories[1].organisation, "caf");
    assert_non_null(strstr(convention.signatories[1].representing, "directeur de la Caf"));
    assert_null(convention.signatories[0].representing);
    arena_clear(&arena);
}

// A whole convention, to which a test adds what it tries.
#define CONVENTION "[convention]\ntitre = CTG d'essai\n[champ-un]\nlibelle = Un\naxe-1 = Agir\n"

static enum status read_text(
    const char *text, struct arena *arena, struct convention *convention, struct problem *problem)
{
    struct ini *ini = NULL;
    enum status status = ini_read_text(&ini, "essai.ini", text, strlen(text), problem);
    if (status == STATUS_DONE)
        status = convention_read(ini, arena, convention, problem);
    ini_destroy(ini);
    return status;
}

static void test_another_town_writes_its_own(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct convention convention;
    struct problem problem = {0};
    enum status status = read_text(CONVENTION
        "[objectif-1.a]\nlibelle = Viser\naxe = 1\n"
        "[action-1.1]\ntitre = Faire\naxe = 1\nobjectif = 1.a\netat = en-cours\ndebut = 2025\n"
        "fin = 2025-06\npilote = Caf\n"
        "[texte-1]\ntitre = Préambule\nparagraphe-1 = Un.\nparagraphe-2 = Deux.\n",
        &arena, &convention, &problem);
    if (status != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    assert_string_equal(convention.title, "CTG d'essai");
    assert_string_equal(convention.objectives[0].code, "1.A");
    assert_string_equal(convention.actions[0].objective, "1.A");
    assert_string_equal(convention.actions[0].state, "en-cours");
    assert_string_equal(convention.texts[0].body, "Un.\nDeux.");
    assert_int_equal(convention.committee_count, 0);
    arena_clear(&arena);
}

// The example of db/conventions/README.md, which stands there indented, is itself a convention.
static void test_the_documented_example_is_one(void **state)
{
    (void)state;
    const char *root = getenv("srcdir");
    struct buffer text = {0};
    buffer_append_format(&text, "%s/db/conventions/README.md", root == NULL ? "." : root);
    FILE *file = fopen(buffer_text(&text), "r");
    assert_non_null(file);
    buffer_reset(&text);
    char line[256];
    while (fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "    ", 4) == 0)
            buffer_append(&text, line + 4);
    fclose(file);
    struct arena arena = {0};
    struct convention convention;
    struct problem problem = {0};
    if (read_text(buffer_text(&text), &arena, &convention, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    assert_int_equal(convention.axis_count, 2);
    assert_int_equal(convention.action_count, 1);
    assert_int_equal(convention.milestone_count, 1);
    arena_clear(&arena);
    buffer_clear(&text);
}

static void test_names_the_section_and_the_key_of_a_defect(void **state)
{
    (void)state;
    static const struct {
        const char *text, *place, *reason;
    } bad[] = {
        {"[general]\n", "essai.ini", "[convention]"},
        {"[convention]\n", "ligne 1, [convention]", "titre"},
        {"[convention]\ntitre = T\n", "[convention]", "aucun axe"},
        {CONVENTION "[acteur-x]\n", "ligne 6, [acteur-x]", "inconnue"},
        {CONVENTION "[action-]\n", "[action-]", "inconnue"},
        {CONVENTION "axe-1x = Deux\n", "ligne 6, [champ-un]", "axe-999"},
        {CONVENTION "axe-01 = Deux\n", "ligne 6", "axe-999"},
        {CONVENTION "axe-1000 = Deux\n", "ligne 6", "axe-999"},
        {CONVENTION "axe-99999999999999999999 = Deux\n", "ligne 6", "axe-999"},
        {CONVENTION "axe-2 =\n", "ligne 6", "libellé"},
        {CONVENTION "transversal = peut-être\n", "ligne 6", "oui ou non"},
        {CONVENTION "libele = Un\n", "ligne 6", "libele"},
        {CONVENTION "[champ-deux]\nlibelle = Deux\naxe-1 = Encore\n", "ligne 8", "[champ-un]"},
        {CONVENTION "[etape-1]\ndate = 2024-13\ntexte = T\n", "ligne 7", "2024-01-31"},
        {CONVENTION "[instance-c]\nlibelle = C\ngenre = c\npouvoir = decide\n", "ligne 6", "code"},
        {CONVENTION "[instance-gt]\nlibelle = C\ngenre = c\npouvoir = dicte\n", "ligne 9",
            "delibere"},
        {CONVENTION "[instance-gt]\nlibelle = C\ngenre = c\npouvoir = propose\npropose-a = gt\n",
            "ligne 10", "autre instance"},
        {CONVENTION "[signataire-1]\nnom = N\nfonction = F\norganisme = caf\n", "ligne 9", "caf"},
        {CONVENTION "[objectif-1.a]\nlibelle = O\naxe = 2\n", "ligne 8", "2"},
        {CONVENTION "[action-7]\ntitre = T\naxe = 1\n", "ligne 6", "axe"},
        {CONVENTION "[action-1.1]\ntitre = T\naxe = un\n", "ligne 8", "nombre"},
        {CONVENTION "[action-1.1]\naxe = 1\n", "ligne 6", "titre"},
        {CONVENTION "[action-1.1]\ntitre = T\naxe = 1\nobjectif = 1.Z\n", "ligne 9", "1.Z"},
        {CONVENTION "[action-1.1]\ntitre = T\naxe = 1\netat = presque\n", "ligne 9", "presque"},
        {CONVENTION "[action-1.1]\ntitre = T\naxe = 1\ndebut = 2026\nfin = 2025\n", "ligne 10",
            "finit avant"},
        {CONVENTION "[objectif-1.1]\nlibelle = O\naxe = 1\n[action-1.1]\ntitre = T\naxe = 1\n",
            "ligne 9", "objectif"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct arena arena = {0};
        struct convention convention;
        struct problem problem = {0};
        assert_int_equal(read_text(bad[i].text, &arena, &convention, &problem), STATUS_UNUSABLE);
        if (strstr(problem.sentence, bad[i].place) == NULL ||
            strstr(problem.sentence, bad[i].reason) == NULL)
            fail_msg("%s: %s, %s", problem.sentence, bad[i].place, bad[i].reason);
        arena_clear(&arena);
    }
}

static void test_a_source_that_is_not_there(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct convention convention;
    struct problem problem = {0};
    assert_int_equal(convention_load("ailleurs", &arena, &convention, &problem), STATUS_UNUSABLE);
    assert_non_null(strstr(problem.sentence, "perpignan"));
    problem = (struct problem){0};
    assert_int_equal(
        convention_load("./ailleurs.ini", &arena, &convention, &problem), STATUS_UNUSABLE);
    assert_non_null(strstr(problem.sentence, "n'existe pas"));
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_default_convention_is_that_of_perpignan),
        cmocka_unit_test(test_its_groups_and_axes),
        cmocka_unit_test(test_its_examples_dates_and_signatories),
        cmocka_unit_test(test_another_town_writes_its_own),
        cmocka_unit_test(test_the_documented_example_is_one),
        cmocka_unit_test(test_names_the_section_and_the_key_of_a_defect),
        cmocka_unit_test(test_a_source_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
