// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "surface/columns.h"

static void columns_are_as_wide_as_what_they_hold(void **state)
{
    (void)state;
    int widths[] = {0, 0};
    columns_hold(&widths[0], 2, "été");
    columns_hold(&widths[0], 0, "a");
    columns_hold(&widths[1], 0, "");
    columns_share(widths, 2, 80);
    assert_int_equal(widths[0], 5);
    assert_int_equal(widths[1], 0);
}

// Finding 54: a name is not cut where another column has room to give.
static void the_widest_gives_way_first(void **state)
{
    (void)state;
    int widths[] = {30, 60, 10};
    columns_share(widths, 3, 80);
    assert_int_equal(widths[0], 30);
    assert_int_equal(widths[1], 80 - 30 - 10 - 2 * COLUMNS_GAP);
    assert_int_equal(widths[2], 10);
    int members[] = {38, 21, 30};
    columns_share(members, 3, 78);
    assert_int_equal(members[0], 38);
    assert_int_equal(members[0] + members[1] + members[2] + 2 * COLUMNS_GAP, 78);
}

static void no_column_vanishes(void **state)
{
    (void)state;
    int widths[] = {30, 60};
    columns_share(widths, 2, 0);
    assert_true(widths[0] >= 1);
    assert_true(widths[1] >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_as_wide_as_what_they_hold),
        cmocka_unit_test(the_widest_gives_way_first),
        cmocka_unit_test(no_column_vanishes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
