// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed after a meeting: a dispatch, a rectification.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/dispatch_line.h"
#include "rules/rectification_line.h"
#include "rules/reference.h"

static const struct date today = {DATE_DAY, 2026, 3, 12};

static void a_dispatch_ends_with_its_day(void **state)
{
    (void)state;
    static const struct {
        const char *line, *recipients, *day;
    } lines[] = {
        {"tous les membres", "tous les membres", ""},
        {"tous les membres le 10/03", "tous les membres", "2026-03-10"},
        {"tous les membres, le 12/03", "tous les membres", "2026-03-12"},
        {"Caf et Ville : 13/03", "Caf et Ville", "2025-03-13"},
        {"le 5 mars 2026", "", "2026-03-05"},
        {"les 24 maires", "les 24 maires", ""},
        {"", "", ""},
        {"membres du comité 2025", "membres du comité 2025", ""},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct arena arena = {0};
        char day[DATE_TEXT_SIZE];
        struct dispatch_line read = dispatch_line_read(lines[i].line, today, &arena);
        date_iso(read.day, day);
        assert_string_equal(read.recipients, lines[i].recipients);
        assert_string_equal(day, lines[i].day);
        arena_clear(&arena);
    }
}

static void a_rectification_ends_with_its_reason(void **state)
{
    (void)state;
    static const struct {
        const char *line, *text, *reason;
    } lines[] = {
        {"Ouvrir 26 places. (erreur de saisie)", "Ouvrir 26 places.", "erreur de saisie"},
        {"Ouvrir 26 places (24 avant) (erreur)  ", "Ouvrir 26 places (24 avant)", "erreur"},
        {"Ouvrir (erreur (de saisie))", "Ouvrir", "erreur (de saisie)"},
        {"Ouvrir 26 places", "Ouvrir 26 places", ""},
        {"Ouvrir (26) places", "Ouvrir (26) places", ""},
        {"Ouvrir 26 places ()", "Ouvrir 26 places", ""},
        {"Ouvrir 26 places)", "Ouvrir 26 places)", ""},
        {"(motif seul)", "", "motif seul"},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct arena arena = {0};
        struct rectification_line read = rectification_line_read(lines[i].line, &arena);
        assert_string_equal(read.text, lines[i].text);
        assert_string_equal(read.reason, lines[i].reason);
        arena_clear(&arena);
    }
}

static void rectifications_are_numbered_in_latin(void **state)
{
    (void)state;
    static const struct {
        int rank;
        const char *number;
    } numbers[] = {{1, "COPIL-2026-012-BIS"}, {2, "COPIL-2026-012-TER"},
        {3, "COPIL-2026-012-QUATER"}, {9, "COPIL-2026-012-DECIES"}, {10, "COPIL-2026-012-11"}};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        struct buffer text = {0};
        reference_of_rectification(&text, "COPIL-2026-012", numbers[i].rank);
        assert_string_equal(buffer_text(&text), numbers[i].number);
        buffer_clear(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dispatch_ends_with_its_day),
        cmocka_unit_test(a_rectification_ends_with_its_reason),
        cmocka_unit_test(rectifications_are_numbered_in_latin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
