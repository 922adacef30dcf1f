// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "../text/random_text.h"
#include "rules/presence_line.h"

enum { ROUNDS = 20000, LINE_SIZE = 512, CAF = 1, DIRECTOR, GERANT, ROOM, TOWN_ONE, TOWN_TWO };

// The two of the town have one code; the first is there. Hour-like names stay names.
static const struct directory_name names[] = {
    {102, "caf", "Caf des Pyrénées-Orientales"},
    {0, "", "Directrice de la petite enfance"},
    {0, "", "Gérant Culture"},
    {0, "", "Salle 15h"},
    {101, "ville", "Animatrice Inclusion"},
    {101, "ville", "Bénévole Aînés"},
    {0, "", "Animatrice Inclusion, maire"},
};
static const int64_t seats[] = {CAF, DIRECTOR, GERANT, ROOM, TOWN_ONE, TOWN_TWO, TOWN_ONE};
static const bool held[] = {false, true, false, false, true, false, true};

static const struct expected_names expected_names = {
    .directory = {.names = names, .name_count = sizeof names / sizeof names[0]},
    .seats = seats,
    .held = held,
};

static bool read_line(const char *line, struct presence_line *read)
{
    struct arena arena = {0};
    bool is_one = presence_line_read(line, &expected_names, &arena, read);
    assert_false(arena.failed);
    arena_clear(&arena);
    return is_one;
}

static void moves_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool arrives;
        int64_t seat;
        const char *hour;
    } expected[] = {
        {"+ caf", true, CAF, ""},
        {"- @\"Directrice de la petite enfance\" 15h20", false, DIRECTOR, "15:20"},
        {"+caf", true, CAF, ""},
        {"  +  @CAF  ", true, CAF, ""},
        {"+ @caf.", true, CAF, ""},
        {"+ caf, 9h", true, CAF, "09:00"},
        {"+ caf à 15h05", true, CAF, "15:05"},
        {"+ caf à 15 h 05", true, CAF, "15:05"},
        {"+ caf 15\u00a0h\u00a020", true, CAF, "15:20"},
        {"+ caf 15:20", true, CAF, "15:20"},
        {"+ caf 0H00", true, CAF, "00:00"},
        {"- gerant culture 23h59", false, GERANT, "23:59"},
        {"- \"Gérant Culture\"", false, GERANT, ""},
        {"+ Caf des Pyrenees-Orientales", true, CAF, ""},
        {"+ Salle 15h", true, ROOM, ""},
        {"+ Salle 15h 16h", true, ROOM, "16:00"},
        {"- ville 15h20", false, TOWN_ONE, "15:20"},
        {"+ ville", true, TOWN_TWO, ""},
        {"+ Animatrice Inclusion", true, TOWN_ONE, ""},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        struct presence_line read = {.seat = -1};
        if (!read_line(expected[i].line, &read))
            print_error("%s\n", expected[i].line);
        assert_int_equal(read.seat, expected[i].seat);
        assert_int_equal(read.arrives, expected[i].arrives);
        assert_string_equal(read.hour, expected[i].hour);
    }
}

static void what_is_said_with_a_departure_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        enum presence_act act;
        int64_t seat, holder;
        const char *hour;
    } expected[] = {
        {"- Gérant Culture pouvoir à caf", PRESENCE_GIVES_PROXY, GERANT, CAF, ""},
        {"- @\"Gérant Culture\" 15h20, pouvoir à @caf.", PRESENCE_GIVES_PROXY, GERANT, CAF,
            "15:20"},
        {"- caf donne POUVOIR a Gérant Culture", PRESENCE_GIVES_PROXY, CAF, GERANT, ""},
        {"- caf à 9 h donne pouvoir au @\"Gérant Culture\"", PRESENCE_GIVES_PROXY, CAF, GERANT,
            "09:00"},
        {"- caf déport", PRESENCE_WITHDRAWS, CAF, 0, ""},
        {"-caf deport.", PRESENCE_WITHDRAWS, CAF, 0, ""},
        {"- @\"Gérant Culture\" se déporte", PRESENCE_WITHDRAWS, GERANT, 0, ""},
        {"- ville déport", PRESENCE_WITHDRAWS, TOWN_ONE, 0, ""},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        struct presence_line read = {.seat = -1};
        if (!read_line(expected[i].line, &read))
            print_error("%s\n", expected[i].line);
        assert_int_equal(read.act, expected[i].act);
        assert_int_equal(read.seat, expected[i].seat);
        assert_int_equal(read.holder, expected[i].holder);
        assert_false(read.arrives);
        assert_string_equal(read.hour, expected[i].hour);
    }
}

static void who_arrives_for_somebody_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *line, *deputy, *hour;
    } expected[] = {
        {"+ caf représentée par Prénom Nom", "Prénom Nom", ""},
        {"+ @caf 15h20, représenté par @\"Prénom Nom\".", "Prénom Nom", "15:20"},
        {"+ caf representee par la cheffe de service", "la cheffe de service", ""},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        struct presence_line read = {.seat = -1};
        struct arena arena = {0};
        assert_true(presence_line_read(expected[i].line, &expected_names, &arena, &read));
        assert_int_equal(read.act, PRESENCE_SENDS_DEPUTY);
        assert_true(read.arrives);
        assert_int_equal(read.seat, CAF);
        assert_string_equal(read.deputy, expected[i].deputy);
        assert_string_equal(read.hour, expected[i].hour);
        arena_clear(&arena);
    }
}

// Contract §4: every other line that begins with a dash is a note, because people type lists.
static void lists_are_notes(void **state)
{
    (void)state;
    static const char *const lines[] = {"", "-", "+", "- ", "caf", "\\- caf", "- café", "- budget",
        "- caf : présente le bilan", "- caf :", "- caf ?", "- caf présente", "- présente @caf",
        "- 15h20 caf", "- caf 15", "- caf 25h00", "- caf 15h60", "- caf 15h2", "- caf h20",
        "- caf 15h 20 minutes", "- caf 15h20 30", "- @\"Directrice de la petite enfance", "- @",
        "- \"\"", "- @\"\" 15h20", "-- caf", "– caf", "— caf 15h20", "- 15h20", "- à 15h20",
        "+ ger caf", "+ caf ville", "* caf", "! caf", "- caf pouvoir", "- caf pouvoir d'achat",
        "- caf pouvoir à budget", "- pouvoir à caf", "- caf déport 15h", "- caf déporte",
        "- déport", "- déport caf", "+ caf déport", "+ caf pouvoir à Gérant Culture",
        "- budget pouvoir à caf", "+ caf représentée par", "- caf représentée par ville",
        "+ caf présentée par ville", "- le pouvoir à Gérant Culture"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct presence_line read = {.seat = -1};
        if (read_line(lines[i], &read))
            print_error("%s\n", lines[i]);
        assert_int_equal(read.seat, -1);
    }
}

// Two who could both arrive: the line does not say which.
static void a_name_of_two_is_a_note(void **state)
{
    (void)state;
    static const bool away[sizeof held] = {false};
    struct expected_names expected = expected_names;
    struct presence_line read = {.seat = -1};
    struct arena arena = {0};
    expected.held = away;
    assert_false(presence_line_read("+ ville", &expected, &arena, &read));
    assert_false(presence_line_read("- ville", &expected, &arena, &read));
    struct presence_named named;
    assert_true(presence_line_names("+ @ville.", &expected, &arena, &named));
    assert_int_equal(named.count, 2);
    assert_true(presence_line_names("+ ville 15h20", &expected, &arena, &named));
    assert_int_equal(named.seats[1], TOWN_TWO);
    assert_false(presence_line_names("+ caf", &expected, &arena, &named));
    assert_false(presence_line_names("+ ville", &expected_names, &arena, &named));
    assert_false(presence_line_names("ville", &expected, &arena, &named));
    assert_true(presence_line_read("- Animatrice Inclusion", &expected, &arena, &read));
    assert_int_equal(read.seat, TOWN_ONE);
    arena_clear(&arena);
}

// Contract §4: before somebody expected; the words begun are theirs alone.
static void a_name_begun_is_somebody(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        int64_t seat;
        const char *hour;
    } expected[] = {
        {"- directrice", DIRECTOR, ""},
        {"-direct", DIRECTOR, ""},
        {"- la directrice de l'enfance 15h20", DIRECTOR, "15:20"},
        {"- @enfance", DIRECTOR, ""},
        {"+ pyr", CAF, ""},
        {"+ ger cult", GERANT, ""},
        {"+ béné", TOWN_TWO, ""},
        {"- maire", TOWN_ONE, ""},
        {"- anim ville déport", TOWN_ONE, ""},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        struct presence_line read = {.seat = -1};
        if (!read_line(expected[i].line, &read))
            print_error("%s\n", expected[i].line);
        assert_int_equal(read.seat, expected[i].seat);
        assert_string_equal(read.hour, expected[i].hour);
    }
}

// People type lists: nobody leaves by the beginning of a name but who sits.
static void a_name_begun_of_nobody_or_several_is_a_note(void **state)
{
    (void)state;
    static const char *const lines[] = {"- pyr", "- gerant", "- la", "- de la", "+ py", "+ l'",
        "- directrice des sports", "+ préfet", "- enfance et jeunesse"};
    struct presence_named named;
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct presence_line read = {.seat = -1};
        if (read_line(lines[i], &read))
            print_error("%s\n", lines[i]);
        assert_int_equal(read.seat, -1);
    }
    assert_true(presence_line_names("+ préfet 15h", &expected_names, &arena, &named));
    assert_int_equal(named.count, 0);
    assert_false(presence_line_names(
        "- 212 demandes sans réponse depuis mars", &expected_names, &arena, &named));
    assert_false(presence_line_names("-", &expected_names, &arena, &named));
    arena_clear(&arena);
}

static void nobody_expected_is_nobody(void **state)
{
    (void)state;
    struct expected_names nobody = {0};
    struct presence_line read;
    struct arena arena = {0};
    assert_false(presence_line_read("+ caf", &nobody, &arena, &read));
    arena_clear(&arena);
}

// Over random lines: what is read is a sign, words of somebody's names and an hour, and nothing
// else.
static void nothing_else_is_read(void **state)
{
    (void)state;
    static const char *const words[] = {"+", "-", "caf", "@caf", "ville", "Gérant", "Culture",
        "@\"Gérant Culture\"", "15h20", "à", "15", "h", "20", "15:20", "25h", ",", ".", "bilan"};
    struct random random = {47};
    int moves = 0;
    for (int round = 0; round < ROUNDS; round++) {
        char line[LINE_SIZE];
        struct presence_line read;
        size_t count = random_below(&random, 5);
        snprintf(line, sizeof line, "%s", round % 2 == 0 ? "+" : "-");
        for (size_t i = 0; i < count; i++) {
            size_t word = random_below(&random, sizeof words / sizeof words[0]);
            size_t length = strlen(line);
            snprintf(line + length, sizeof line - length, " %s", words[word]);
        }
        if (round % 8 == 0)
            random_text(&random, line + 1);
        if (!read_line(line, &read))
            continue;
        moves++;
        assert_true(read.arrives == (*line == '+'));
        assert_null(strstr(line, "bilan"));
        assert_null(strstr(line, "25h"));
        assert_true(strstr(line, "caf") != NULL || strstr(line, "Gérant") != NULL ||
                    strstr(line, "Culture") != NULL || strstr(line, "ville") != NULL);
        assert_int_equal(*read.hour != '\0', strpbrk(line, "0123456789") != NULL);
    }
    assert_true(moves > ROUNDS / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves_are_read),
        cmocka_unit_test(what_is_said_with_a_departure_is_read),
        cmocka_unit_test(who_arrives_for_somebody_is_read),
        cmocka_unit_test(lists_are_notes),
        cmocka_unit_test(a_name_of_two_is_a_note),
        cmocka_unit_test(a_name_begun_is_somebody),
        cmocka_unit_test(a_name_begun_of_nobody_or_several_is_a_note),
        cmocka_unit_test(nobody_expected_is_nobody),
        cmocka_unit_test(nothing_else_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
