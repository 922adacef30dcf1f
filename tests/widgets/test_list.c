// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "widgets/list.h"

enum { COLUMNS = 12, PAGE = 4 };

static void press(struct list *list, key_code key)
{
    assert_true(list_handle(list, &(struct event){.type = EVENT_KEY, .key = key}, PAGE));
}

static struct list list_of(size_t count, size_t cursor)
{
    struct list list = {0};
    list_resize(&list, count);
    list.cursor = cursor;
    return list;
}

static void test_keys_stay_in_the_list(void **state)
{
    (void)state;
    static const struct {
        size_t from;
        key_code key;
        size_t to;
    } cases[] = {
        {0, INPUT_UP, 0},
        {0, INPUT_DOWN, 1},
        {9, INPUT_DOWN, 9},
        {9, INPUT_UP, 8},
        {2, INPUT_PAGE_DOWN, 6},
        {7, INPUT_PAGE_DOWN, 9},
        {7, INPUT_PAGE_UP, 3},
        {3, INPUT_PAGE_UP, 0},
        {5, INPUT_HOME, 0},
        {5, INPUT_END, 9},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct list list = list_of(10, cases[i].from);
        press(&list, cases[i].key);
        assert_int_equal(list.cursor, cases[i].to);
    }
    struct list empty = list_of(0, 0);
    press(&empty, INPUT_DOWN);
    press(&empty, INPUT_END);
    press(&empty, INPUT_PAGE_UP);
    assert_int_equal(empty.cursor, 0);
}

static void test_pages_of_any_size(void **state)
{
    (void)state;
    struct list list = list_of(10, 5);
    struct event down = {.type = EVENT_KEY, .key = INPUT_PAGE_DOWN};
    struct event up = {.type = EVENT_KEY, .key = INPUT_PAGE_UP};
    list_handle(&list, &down, 0);
    assert_int_equal(list.cursor, 6);
    // A screen without room gives height - 2.
    list_handle(&list, &down, (size_t)0 - 2);
    assert_int_equal(list.cursor, 9);
    list_handle(&list, &up, (size_t)0 - 2);
    assert_int_equal(list.cursor, 0);
}

static void test_the_wheel_and_what_is_not_a_key_of_the_list(void **state)
{
    (void)state;
    struct list list = list_of(10, 5);
    assert_true(list_handle(&list, &(struct event){.type = EVENT_SCROLL, .lines = 3}, PAGE));
    assert_int_equal(list.cursor, 8);
    assert_true(list_handle(&list, &(struct event){.type = EVENT_SCROLL, .lines = -30}, PAGE));
    assert_int_equal(list.cursor, 0);
    assert_false(list_handle(&list, &(struct event){.type = EVENT_CLICK}, PAGE));
    assert_false(list_handle(&list, &(struct event){.type = EVENT_KEY, .key = 'j'}, PAGE));
    assert_false(list_handle(&list, &(struct event){.type = EVENT_PASTE, .key = INPUT_UP}, PAGE));
}

static void test_resizing_keeps_the_cursor_inside(void **state)
{
    (void)state;
    struct list list = list_of(10, 7);
    list_resize(&list, 9);
    assert_int_equal(list.cursor, 7);
    list_resize(&list, 3);
    assert_int_equal(list.cursor, 2);
    list_resize(&list, 0);
    assert_int_equal(list.cursor, 0);
}

// Rows of the heights in `context`, each with its number on all of its lines.
static int row_height(const void *context, size_t row, int width)
{
    (void)width;
    const int *heights = context;
    return heights[row];
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    (void)context;
    char text[24];
    snprintf(text, sizeof text, "%zu%s", row, focused ? "*" : "");
    for (int line = 0; line < area.height; line++)
        surface_put(surface, area.row + line, area.column, area.width, STYLE_TEXT, text);
}

static void expect_drawn(
    const struct list *list, const struct list_rows *rows, int height, const char *expected)
{
    struct surface surface = {0};
    struct buffer text = {0};
    assert_true(surface_resize(&surface, height, COLUMNS));
    list_draw(list, &surface, (struct rectangle){0, 0, surface.rows, surface.columns}, rows, true);
    surface_text(&surface, &text);
    assert_string_equal(buffer_text(&text), expected);
    assert_int_equal(surface.cursor_column, 0);
    if (list->count > 0)
        assert_string_equal(surface.cells[(size_t)surface.cursor_row * COLUMNS].text, "›");
    buffer_clear(&text);
    surface_clear(&surface);
}

static void test_the_focused_row_shows_in_the_middle(void **state)
{
    (void)state;
    const struct list_rows rows = {.draw = draw_row};
    struct list list = list_of(9, 0);
    expect_drawn(&list, &rows, 5, "›0*\n 1\n 2\n 3\n 4         ↓\n");
    list.cursor = 2;
    expect_drawn(&list, &rows, 5, " 0\n 1\n›2*\n 3\n 4         ↓\n");
    list.cursor = 4;
    expect_drawn(&list, &rows, 5, " 2         ↑\n 3\n›4*\n 5\n 6         ↓\n");
    list.cursor = 8;
    expect_drawn(&list, &rows, 5, " 4         ↑\n 5\n 6\n 7\n›8*\n");
    list.cursor = 4;
    expect_drawn(&list, &rows, 1, "›4*        ↕\n");
    list = list_of(2, 1);
    expect_drawn(&list, &rows, 4, " 0\n›1*\n\n\n");
    list = list_of(0, 0);
    expect_drawn(&list, &rows, 2, "\n\n");
}

static void test_tall_rows(void **state)
{
    (void)state;
    static const int heights[] = {1, 2, 3, 1, 9, 1};
    const struct list_rows rows = {heights, row_height, draw_row};
    struct list list = list_of(6, 2);
    expect_drawn(&list, &rows, 5, "›2*        ↑\n 2*\n 2*\n 3\n 4         ↓\n");
    list.cursor = 3;
    expect_drawn(&list, &rows, 4, "›3*        ↑\n 4\n 4\n 4         ↓\n");
    list.cursor = 4;
    expect_drawn(&list, &rows, 4, "›4*        ↑\n 4*\n 4*\n 4*        ↓\n");
    list.cursor = 5;
    expect_drawn(&list, &rows, 4, "›5*        ↑\n\n\n\n");
}

static void test_an_inactive_list_leaves_the_cursor(void **state)
{
    (void)state;
    const struct list_rows rows = {.draw = draw_row};
    struct surface surface = {0};
    struct list list = list_of(2, 1);
    assert_true(surface_resize(&surface, 3, COLUMNS));
    list_draw(
        &list, &surface, (struct rectangle){0, 0, surface.rows, surface.columns}, &rows, false);
    assert_false(surface.cursor_visible);
    assert_string_equal(surface.cells[COLUMNS].text, "›");
    surface_clear(&surface);
}

// Every line that shows a row is found again as that row.
static void test_a_click_finds_its_row(void **state)
{
    (void)state;
    static const int heights[] = {1, 2, 3, 1, 9, 1, 2, 2};
    const struct list_rows rows = {heights, row_height, draw_row};
    for (int height = 1; height < 24; height++) {
        for (size_t cursor = 0; cursor < 8; cursor++) {
            struct list list = list_of(8, cursor);
            struct surface surface = {0};
            struct rectangle area = {2, 0, height, COLUMNS};
            assert_true(surface_resize(&surface, height + 2, COLUMNS));
            list_draw(&list, &surface, area, &rows, true);
            assert_int_equal(list_row_at(&list, area, &rows, surface.cursor_row - 2), cursor);
            for (int line = 0; line < height; line++) {
                const char *shown = surface.cells[(line + 2) * COLUMNS + 1].text;
                size_t row = list_row_at(&list, area, &rows, line);
                if (*shown == ' ')
                    assert_int_equal(row, 8);
                else
                    assert_int_equal(row, *shown - '0');
            }
            assert_int_equal(list_row_at(&list, area, &rows, -1), 8);
            assert_int_equal(list_row_at(&list, area, &rows, height), 8);
            surface_clear(&surface);
        }
    }
}

static void test_no_room_draws_nothing(void **state)
{
    (void)state;
    const struct list_rows rows = {.draw = draw_row};
    struct surface surface = {0};
    struct list list = list_of(5, 3);
    assert_true(surface_resize(&surface, 3, COLUMNS));
    list_draw(&list, &surface, (struct rectangle){0, 0, 0, COLUMNS}, &rows, true);
    list_draw(&list, &surface, (struct rectangle){0, 0, -3, COLUMNS}, &rows, true);
    list_draw(&list, &surface, (struct rectangle){0, 0, 3, 2}, &rows, true);
    assert_false(surface.cursor_visible);
    surface_clear(&surface);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_stay_in_the_list),
        cmocka_unit_test(test_pages_of_any_size),
        cmocka_unit_test(test_the_wheel_and_what_is_not_a_key_of_the_list),
        cmocka_unit_test(test_resizing_keeps_the_cursor_inside),
        cmocka_unit_test(test_the_focused_row_shows_in_the_middle),
        cmocka_unit_test(test_tall_rows),
        cmocka_unit_test(test_an_inactive_list_leaves_the_cursor),
        cmocka_unit_test(test_a_click_finds_its_row),
        cmocka_unit_test(test_no_room_draws_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
