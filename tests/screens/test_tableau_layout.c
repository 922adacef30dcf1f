// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "screens/tableau_layout.h"

// The embedded convention: axes a field, in its order.
static const int perpignan[] = {4, 3, 3, 4, 3, 3, 3, 2};
enum { FIELDS = sizeof perpignan / sizeof perpignan[0] };

static struct tableau_layout lay_out(int rows, int columns, size_t focus)
{
    struct tableau_layout layout;
    tableau_layout(&layout, (struct rectangle){1, 0, rows, columns}, perpignan, FIELDS, focus);
    return layout;
}

static void test_all_axes_show_at_80x24(void **state)
{
    (void)state;
    struct tableau_layout layout = lay_out(20, 80, 0);
    assert_int_equal(layout.columns, 2);
    assert_int_equal(layout.rows, 4);
    for (size_t i = 0; i < FIELDS; i++) {
        assert_int_equal(layout.panes[i].height, 5);
        assert_int_equal(layout.panes[i].width, 40);
        assert_int_equal(layout.panes[i].column, i < 4 ? 0 : 40);
    }
    assert_int_equal(layout.detail.width, 0);
}

static void test_a_narrow_terminal_has_one_column_with_the_focus_in_it(void **state)
{
    (void)state;
    for (size_t focus = 0; focus < FIELDS; focus++) {
        struct tableau_layout layout = lay_out(16, 60, focus);
        assert_int_equal(layout.columns, 1);
        assert_true(layout.panes[focus].height >= perpignan[focus] + 1);
    }
}

static void test_a_wide_terminal_has_a_detail_pane(void **state)
{
    (void)state;
    struct tableau_layout layout = lay_out(46, 200, 0);
    assert_true(layout.with_actions);
    assert_true(layout.detail.width > 0);
    assert_true(layout.panes[7].column + layout.panes[7].width <= layout.detail.column);
}

// Whatever the size and the convention: panes stay in the area and never overlap.
static void test_panes_never_overlap(void **state)
{
    (void)state;
    for (int rows = 4; rows < 60; rows += 3)
        for (int columns = 20; columns < 220; columns += 17)
            for (size_t focus = 0; focus < FIELDS; focus++) {
                struct tableau_layout layout = lay_out(rows, columns, focus);
                for (size_t i = 0; i < FIELDS; i++) {
                    const struct rectangle *pane = &layout.panes[i];
                    if (pane->height == 0)
                        continue;
                    assert_true(pane->row >= 1 && pane->row + pane->height <= 1 + rows);
                    assert_true(pane->column >= 0 && pane->column + pane->width <= columns);
                    for (size_t j = 0; j < i; j++) {
                        const struct rectangle *other = &layout.panes[j];
                        assert_true(other->height == 0 || other->column != pane->column ||
                                    other->row + other->height <= pane->row ||
                                    pane->row + pane->height <= other->row);
                    }
                }
            }
}

static void test_an_empty_convention_has_no_pane(void **state)
{
    (void)state;
    struct tableau_layout layout;
    tableau_layout(&layout, (struct rectangle){1, 0, 20, 80}, NULL, 0, 0);
    assert_int_equal(layout.pane_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_axes_show_at_80x24),
        cmocka_unit_test(test_a_narrow_terminal_has_one_column_with_the_focus_in_it),
        cmocka_unit_test(test_a_wide_terminal_has_a_detail_pane),
        cmocka_unit_test(test_panes_never_overlap),
        cmocka_unit_test(test_an_empty_convention_has_no_pane),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
