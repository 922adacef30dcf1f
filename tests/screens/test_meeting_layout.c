// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "screens/meeting_layout.h"

static struct meeting_layout lay_out(
    int rows, int columns, bool points_focused, int entry, int understood)
{
    struct meeting_layout layout;
    struct rectangle area = {1, 0, rows, columns};
    meeting_layout(&layout, area, points_focused, entry, understood);
    return layout;
}

static void expect_inside(struct rectangle part, struct rectangle whole)
{
    assert_true(part.row >= whole.row && part.column >= whole.column);
    assert_true(part.row + part.height <= whole.row + whole.height);
    assert_true(part.column + part.width <= whole.column + whole.width);
}

// From the top: lists, rule, entry line, what was understood, with nothing between or left over.
static void expect_whole(const struct meeting_layout *layout, int rows, int columns)
{
    assert_int_equal(layout->points.height, layout->records.height);
    assert_int_equal(layout->points.width + layout->records.width, columns);
    assert_int_equal(layout->records.column, layout->points.width);
    assert_int_equal(layout->rule.row, 1 + layout->records.height);
    assert_int_equal(layout->entry.row, layout->rule.row + layout->rule.height);
    assert_int_equal(layout->understood.row, layout->entry.row + layout->entry.height);
    assert_int_equal(layout->understood.row + layout->understood.height, 1 + rows);
    expect_inside(layout->record_rows, layout->records);
    if (layout->points.width > 0)
        expect_inside(layout->point_rows, layout->points);
}

static void test_the_parts_fill_any_screen(void **state)
{
    (void)state;
    for (int rows = 12; rows < 60; rows++) {
        for (int columns = 40; columns < 240; columns++) {
            struct meeting_layout layout = lay_out(rows, columns, false, 1 + rows % 7, rows % 4);
            expect_whole(&layout, rows, columns);
            assert_int_equal(layout.entry.width, meeting_entry_width(columns));
            assert_int_equal(layout.understood.width, layout.entry.width);
        }
    }
}

// A remark stands between the title and the records, and leaves them their place.
static void test_a_remark_takes_lines_of_the_records(void **state)
{
    (void)state;
    struct meeting_layout layout = lay_out(20, 80, false, 1, 1);
    struct meeting_layout with = layout;
    assert_int_equal(layout.remark.height, 0);
    meeting_layout_remark(&with, 2);
    expect_inside(with.remark, with.records);
    assert_int_equal(with.remark.row, with.records.row + 1);
    assert_int_equal(with.record_rows.row, with.remark.row + 2);
    assert_int_equal(with.record_rows.height, layout.record_rows.height - 2);
    with = layout;
    meeting_layout_remark(&with, 500);
    assert_true(with.record_rows.height > with.remark.height);
}

static void test_a_narrow_terminal_shows_one_list(void **state)
{
    (void)state;
    struct meeting_layout records = lay_out(20, 60, false, 1, 1);
    struct meeting_layout points = lay_out(20, 60, true, 1, 1);
    assert_true(meeting_is_narrow(60));
    assert_int_equal(records.points.width, 0);
    assert_int_equal(records.records.width, 60);
    assert_int_equal(points.points.width, 60);
    assert_int_equal(points.records.width, 0);
    assert_false(meeting_is_narrow(80));
    assert_true(lay_out(20, 80, false, 1, 1).points.width > 0);
    assert_true(lay_out(20, 80, true, 1, 1).records.width > 0);
}

// However much is typed or pasted, most of the screen stays to what was recorded.
static void test_what_is_typed_never_takes_the_screen(void **state)
{
    (void)state;
    struct meeting_layout layout = lay_out(20, 80, false, 500, 500);
    assert_int_equal(layout.entry.height, 4);
    assert_int_equal(layout.understood.height, 2);
    assert_int_equal(layout.records.height, 13);
}

static void test_the_text_of_a_record_stands_behind_its_hour_and_sign(void **state)
{
    (void)state;
    struct rectangle row = {3, 10, 2, 50};
    struct rectangle text = meeting_record_text(row);
    expect_inside(text, row);
    assert_int_equal(text.column, 10 + MEETING_HOUR_WIDTH + MEETING_SIGN_WIDTH);
    assert_int_equal(text.width, meeting_record_text_width(row.width));
    assert_int_equal(text.height, row.height);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_parts_fill_any_screen),
        cmocka_unit_test(test_a_remark_takes_lines_of_the_records),
        cmocka_unit_test(test_a_narrow_terminal_shows_one_list),
        cmocka_unit_test(test_what_is_typed_never_takes_the_screen),
        cmocka_unit_test(test_the_text_of_a_record_stands_behind_its_hour_and_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
