// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows the agenda shows; the number is that of the acceptance case.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "screens/agenda_rows.h"

static void case_17_hiding_treated_items_hides_what_was_put_off_or_taken_off_too(void **state)
{
    static const char *const states[] = {
        "a-traiter", "traite", "en-cours", "reporte", "retire", "a-traiter"};
    enum { ITEMS = sizeof states / sizeof states[0] };
    struct item items[ITEMS] = {0};
    struct agenda agenda = {.items = items, .count = ITEMS};
    struct carry_over offers = {0};
    struct parked_items parked = {.count = 1};
    struct arena arena = {0};
    struct agenda_rows rows = {.agenda = &agenda, .offers = &offers, .parked = &parked};
    (void)state;
    for (size_t i = 0; i < ITEMS; i++)
        items[i].state = states[i];
    assert_true(agenda_rows_lay(&rows, &arena));
    assert_int_equal(rows.count, ITEMS + 1);
    rows.hides_treated = true;
    assert_true(agenda_rows_lay(&rows, &arena));
    // What waits stands folded below, one line whatever is hidden.
    static const size_t shown[] = {0, 2, 5};
    assert_int_equal(rows.count, 4);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(rows.rows[i].kind, AGENDA_ITEM);
        assert_int_equal(rows.rows[i].index, shown[i]);
    }
    assert_int_equal(rows.rows[3].kind, AGENDA_WAITING);
    arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_17_hiding_treated_items_hides_what_was_put_off_or_taken_off_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
