// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/item_line.h"

static const struct directory_name names[] = {
    {1, "caf", "Caf des Pyrénées-Orientales"},
    {0, "", "Directrice de la petite enfance"},
};
static const struct directory_element elements[] = {
    {PLAN_AXIS, 106, "6", "Adapter l'offre"},
    {PLAN_ACTION, 361, "6.1", "Créer des places"},
};
static const struct directory directory = {names, 2, elements, 2};

// «title|what was understood besides».
static void reads(const char *text, const char *expected)
{
    struct arena arena = {0};
    struct item_line line;
    struct buffer found = {0};
    struct buffer besides = {0};
    assert_int_equal(item_line_read(text, &directory, &arena, &line, NULL), STATUS_DONE);
    item_line_explain(&besides, &line);
    buffer_append_format(&found, "%s|%s", line.title, buffer_text(&besides));
    assert_string_equal(buffer_text(&found), expected);
    buffer_clear(&besides);
    buffer_clear(&found);
    arena_clear(&arena);
}

static void the_run_that_ends_the_line_leaves_the_title(void **state)
{
    (void)state;
    reads("Places en petite enfance #6 20 min @caf",
        "Places en petite enfance|20 min · axe 6 · rapporteur : Caf des Pyrénées-Orientales");
    reads("Places @\"Directrice de la petite enfance\" 1 h 30 #6.1",
        "Places|90 min · action 6.1 · rapporteur : Directrice de la petite enfance");
    reads("Bilan, 15 min", "Bilan|15 min");
    reads("Bilan (15 min)", "Bilan|15 min");
    reads("Bilan 1h30", "Bilan|90 min");
    reads("Bilan 2 h", "Bilan|120 min");
    reads("Bilan : 10'", "Bilan|10 min");
}

static void what_is_said_stays_in_the_title(void **state)
{
    (void)state;
    reads("Bilan de l'axe #6 et suite", "Bilan de l'axe #6 et suite|axe 6");
    reads("Départ à 9h", "Départ à 9h|");
    reads("Ouverture 14h30", "Ouverture 14h30|");
    reads("Une pause de 15 min", "Une pause de 15 min|");
    reads("Suivi de #99", "Suivi de #99|");
    reads("Budget 2025", "Budget 2025|");
    reads("Crédits prio:1 (?)", "Crédits prio:1 (?)|");
    reads("! Urgent", "! Urgent|");
    reads("20 min", "20 min|");
    reads("#6", "#6|");
}

static void a_time_is_a_number_with_its_unit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int minutes;
    } times[] = {
        {"15 min", 15},
        {"15", -1},
        {"1h30", 90},
        {"1 h 30 min", 90},
        {"2h", 120},
        {"1h75", -1},
        {"14h30", -1},
        {"min", -1},
        {"", -1},
        {"99999 min", -1},
        {"5 minutes", 5},
    };
    for (size_t i = 0; i < sizeof times / sizeof times[0]; i++)
        assert_int_equal(item_minutes_read(times[i].text, strlen(times[i].text)), times[i].minutes);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_run_that_ends_the_line_leaves_the_title),
        cmocka_unit_test(what_is_said_stays_in_the_title),
        cmocka_unit_test(a_time_is_a_number_with_its_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
