// SPDX-License-Identifier: GPL-3.0-or-later
// Case 84: pasted lines become items; duplicates are told, a wrong line refuses the whole.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "rules/agenda_lines.h"

static struct arena arena;

static int clear_arena(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

// «0 Bilan 20|1 Suivi 0»: depth, title, minutes.
static void reads(const char *text, const char *expected)
{
    static const char *const there[] = {"Questions diverses"};
    struct agenda_lines lines;
    struct problem problem = {0};
    struct buffer found = {0};
    if (agenda_lines_read(text, there, 1, &arena, &lines, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    for (size_t i = 0; i < lines.count; i++)
        buffer_append_format(&found, "%s%d %s %d", i == 0 ? "" : "|", lines.lines[i].depth,
            lines.lines[i].title, lines.lines[i].minutes);
    assert_string_equal(buffer_text(&found), expected);
    buffer_clear(&found);
}

static void refuses(const char *text, const char *words)
{
    static const char *const there[] = {"Questions diverses"};
    struct agenda_lines lines;
    struct problem problem = {0};
    assert_int_equal(agenda_lines_read(text, there, 1, &arena, &lines, &problem), STATUS_REFUSED);
    if (strstr(problem.sentence, words) == NULL)
        fail_msg("«%s» does not say «%s»", problem.sentence, words);
}

static void case_84_numbers_bullets_and_minutes_leave_the_title(void **state)
{
    (void)state;
    reads("1. Bilan (20 min)\n2) Suivi 15 minutes\n3 - Divers, 5 mn",
        "0 Bilan 20|0 Suivi 15|0 Divers 5");
    reads("1. A\n1.1 B\n1.2. C\n2. D", "0 A 0|1 B 0|1 C 0|0 D 0");
    reads("- A\n• B\n– C\n* D", "0 A 0|0 B 0|0 C 0|0 D 0");
    reads("A (10')\r\n\r\nB (10 min.)\r\n", "0 A 10|0 B 10");
    reads("\n  \n A \n", "0 A 0");
}

static void what_is_no_number_stays(void **state)
{
    (void)state;
    reads("2025 en bilan", "0 2025 en bilan 0");
    reads("25 axes du plan", "0 25 axes du plan 0");
    reads("Bilan 2025", "0 Bilan 2025 0");
    reads("Plan (15)", "0 Plan (15) 0");
    reads("Bilan15min", "0 Bilan15min 0");
    reads("Réunion (annexe 3)", "0 Réunion (annexe 3) 0");
    reads("L'accueil de 20 enfants", "0 L'accueil de 20 enfants 0");
}

static void case_84_duplicates_are_told(void **state)
{
    (void)state;
    static const char *const there[] = {"Bilan"};
    struct agenda_lines lines;
    const char *text = "1. BILAN\n1.1 Détail\n2. Suivi\n3. suivi";
    assert_int_equal(agenda_lines_read(text, there, 1, &arena, &lines, NULL), STATUS_DONE);
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.lines[0].title, "Détail");
    assert_int_equal(lines.lines[0].depth, 0);
    assert_int_equal(lines.doubles, 2);
    assert_string_equal(lines.first_double, "BILAN");
    refuses("Questions diverses\n- questions diverses", "déjà à l'ordre du jour");
}

static void case_84_a_wrong_line_refuses_the_whole(void **state)
{
    (void)state;
    refuses("1. A\n2. B (2000 min)", "Ligne 2");
    refuses("A (99999999999999999999 min)", "Ligne 1");
    refuses("1.1 A\n2. B", "Ligne 1");
    refuses("", "titre");
    refuses(" \n\n", "titre");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(case_84_numbers_bullets_and_minutes_leave_the_title, clear_arena),
        cmocka_unit_test_teardown(what_is_no_number_stays, clear_arena),
        cmocka_unit_test_teardown(case_84_duplicates_are_told, clear_arena),
        cmocka_unit_test_teardown(case_84_a_wrong_line_refuses_the_whole, clear_arena),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
