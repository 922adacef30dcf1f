// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "../text/random_text.h"
#include "surface/surface.h"
#include "text/utf8.h"

enum { ROUNDS = 20000, ROWS = 3, COLUMNS = 12 };

static int create(void **state)
{
    static struct surface surface;
    *state = &surface;
    return surface_resize(&surface, ROWS, COLUMNS) ? 0 : -1;
}

static int destroy(void **state)
{
    surface_clear(*state);
    return 0;
}

static void expect_text(const struct surface *surface, const char *expected)
{
    struct buffer text = {0};
    surface_text(surface, &text);
    assert_string_equal(buffer_text(&text), expected);
    buffer_clear(&text);
}

// The first row alone, on a blank surface.
static void expect_put(
    struct surface *surface, const char *text, int width, const char *expected, int used)
{
    struct buffer all = {0};
    surface_erase(surface);
    assert_int_equal(surface_put(surface, 0, 0, width, STYLE_TEXT, text), used);
    surface_text(surface, &all);
    buffer_truncate(&all, strcspn(buffer_text(&all), "\n"));
    assert_string_equal(buffer_text(&all), expected);
    buffer_clear(&all);
}

static const struct cell *cell(const struct surface *surface, int row, int column)
{
    return &surface->cells[row * surface->columns + column];
}

static void test_a_new_surface_is_blank(void **state)
{
    const struct surface *surface = *state;
    expect_text(surface, "\n\n\n");
    assert_false(surface->cursor_visible);
    assert_int_equal(surface->rows, ROWS);
    assert_int_equal(surface->columns, COLUMNS);
}

static void test_text_is_put_and_cut(void **state)
{
    struct surface *surface = *state;
    expect_put(surface, "axe 6", 12, "axe 6", 5);
    expect_put(surface, "axe 6", 5, "axe 6", 5);
    expect_put(surface, "axe 16", 5, "axe…", 4);
    expect_put(surface, "été", 3, "été", 3);
    expect_put(surface, "été", 2, "é…", 2);
    expect_put(surface, "été", 1, "…", 1);
    expect_put(surface, "été", 0, "", 0);
    expect_put(surface, "été", -4, "", 0);
    expect_put(surface, "", 4, "", 0);
    expect_put(surface, "convention territoriale", 80, "convention…", 11);
    expect_put(surface, "漢字漢", 6, "漢字漢", 6);
    expect_put(surface, "漢字漢", 5, "漢字…", 5);
    expect_put(surface, "漢字漢", 4, "漢…", 3);
    expect_put(surface, "e\u0301te\u0301", 3, "e\u0301te\u0301", 3);
    expect_put(surface, "«\u00A0été\u00A0»", 12, "«\u00A0été\u00A0»", 7);
    expect_put(surface, "Où, dès l'été, çà et là", 12, "Où, dès l'é…", 12);
    expect_put(surface, "é\u0301è\u0300a\u0301", 12, "é\u0301è\u0300a\u0301", 3);
    expect_put(surface, "\xC3", 12, "\uFFFD", 1);
    expect_put(surface, "\xC3-\xC2", 12, "\uFFFD-\uFFFD", 3);
    expect_put(surface, "👩\u200D👩\u200D👧!", 3, "👩\u200D👩\u200D👧!", 3);
    expect_put(surface, "🇫🇷🇫🇷", 4, "🇫🇷🇫🇷", 4);
}

static void test_nothing_is_put_outside(void **state)
{
    struct surface *surface = *state;
    assert_int_equal(surface_put(surface, -1, 0, 5, STYLE_TEXT, "abc"), 0);
    assert_int_equal(surface_put(surface, ROWS, 0, 5, STYLE_TEXT, "abc"), 0);
    assert_int_equal(surface_put(surface, 0, COLUMNS, 5, STYLE_TEXT, "abc"), 0);
    expect_text(surface, "\n\n\n");
    surface_put(surface, 1, -2, 5, STYLE_TEXT, "abcd");
    surface_put(surface, 2, COLUMNS - 2, 5, STYLE_TEXT, "abcd");
    expect_text(surface, "\ncd\n          a…\n");
}

static void test_hostile_text_is_only_shown(void **state)
{
    struct surface *surface = *state;
    expect_put(surface, "a\x1B[2Jb", 12, "a\uFFFD[2Jb", 6);
    expect_put(surface, "a\tb\nc\r\nd", 12, "a b c d", 7);
    expect_put(surface, "a\u202Eb\u202C", 12, "a\uFFFDb\uFFFD", 4);
    expect_put(surface, "a\xFF\xC3", 12, "a\uFFFD\uFFFD", 3);
    expect_put(surface, "\xC2\x9B", 12, "\uFFFD", 1);
}

static void test_bytes_are_cut_without_ellipsis(void **state)
{
    struct surface *surface = *state;
    assert_int_equal(surface_put_bytes(surface, 0, 0, 4, STYLE_TEXT, "abcdef", 6), 4);
    assert_int_equal(surface_put_bytes(surface, 1, 0, 4, STYLE_TEXT, "abcdef", 2), 2);
    assert_int_equal(surface_put_bytes(surface, 2, 0, 3, STYLE_TEXT, "a漢字", 7), 3);
    expect_text(surface, "abcd\nab\na漢\n");
    surface_erase(surface);
    assert_int_equal(surface_put_bytes(surface, 0, 0, 5, STYLE_TEXT, "a\0b", 3), 3);
    expect_text(surface, "a b\n\n\n");
}

static void test_right_aligned(void **state)
{
    struct surface *surface = *state;
    surface_put_right(surface, 0, 2, 6, STYLE_TEXT, "été");
    surface_put_right(surface, 1, 2, 6, STYLE_TEXT, "convention");
    surface_put_right(surface, 2, 6, 100, STYLE_TEXT, "漢");
    expect_text(surface, "     été\n  conve…\n\n");
    surface_put_right(surface, 2, 2, 0, STYLE_TEXT, "a");
    surface_put_right(surface, 2, 2, 5, STYLE_TEXT, "\u202E\u202C");
    expect_text(surface, "     été\n  conve…\n     \uFFFD\uFFFD\n");
}

static void test_covering_half_of_a_wide_grapheme(void **state)
{
    struct surface *surface = *state;
    surface_put(surface, 0, 0, 12, STYLE_TEXT, "漢字");
    surface_put(surface, 0, 1, 1, STYLE_TEXT, "a");
    surface_put(surface, 0, 2, 1, STYLE_TEXT, "b");
    expect_text(surface, " ab\n\n\n");
    surface_put(surface, 1, 0, 12, STYLE_TEXT, "漢字漢");
    surface_put(surface, 1, 1, 2, STYLE_TEXT, "字");
    expect_text(surface, " ab\n 字 漢\n\n");
    surface_fill(surface, (struct rectangle){1, 2, 1, 3}, STYLE_TEXT, "-");
    expect_text(surface, " ab\n  ---\n\n");
    surface_put(surface, 2, 0, 12, STYLE_TEXT, "漢字漢");
    surface_put(surface, 2, 1, 2, STYLE_TEXT, "ab");
    expect_text(surface, " ab\n  ---\n ab 漢\n");
}

static void test_marks_alone_go_on_what_is_before(void **state)
{
    struct surface *surface = *state;
    expect_put(surface, "\u0301a", 12, "a", 1);
    expect_put(surface, "\x01\u0301a", 12, "\uFFFD\u0301a", 2);
}

static void test_long_graphemes_lose_their_last_marks(void **state)
{
    struct surface *surface = *state;
    struct buffer text = {0};
    buffer_append(&text, "e");
    buffer_append_repeated(&text, "\u0301", 40);
    buffer_append(&text, "f");
    surface_put(surface, 0, 0, 12, STYLE_TEXT, buffer_text(&text));
    assert_int_equal(strlen(cell(surface, 0, 0)->text), CELL_TEXT_SIZE - 1);
    assert_string_equal(cell(surface, 0, 1)->text, "f");
    surface_put(surface, 1, 0, 12, STYLE_TEXT, "👩\u200D👩\u200D👧\u200D👦f");
    assert_string_equal(cell(surface, 1, 0)->text, "👩\u200D👩\u200D👧");
    assert_int_equal(cell(surface, 1, 0)->width, 2);
    assert_string_equal(cell(surface, 1, 2)->text, "f");
    surface_put(surface, 2, 0, 12, STYLE_TEXT, "👩\u200D❤\uFE0F\u200D👨f");
    assert_string_equal(cell(surface, 2, 0)->text, "👩\u200D❤\uFE0F");
    assert_string_equal(cell(surface, 2, 2)->text, "f");
    buffer_clear(&text);
}

static void test_fill_and_paint_keep_to_the_grid(void **state)
{
    struct surface *surface = *state;
    surface_fill(surface, (struct rectangle){-1, 10, 3, 50}, STYLE_RULE, "─");
    surface_fill(surface, (struct rectangle){2, -3, 9, 5}, STYLE_RULE, "漢");
    surface_fill(surface, (struct rectangle){5, 5, 2, 2}, STYLE_RULE, "x");
    surface_fill(surface, (struct rectangle){0, 0, -2, -2}, STYLE_RULE, "x");
    expect_text(surface, "          ──\n          ──\n\n");
    surface_paint(surface, (struct rectangle){1, 8, 9, 9}, STYLE_FOCUS);
    assert_int_equal(cell(surface, 1, 10)->style, STYLE_FOCUS);
    assert_int_equal(cell(surface, 0, 10)->style, STYLE_RULE);
    assert_int_equal(cell(surface, 1, 7)->style, STYLE_TEXT);
    expect_text(surface, "          ──\n          ──\n\n");
}

static void test_the_cursor_stays_on_the_grid(void **state)
{
    struct surface *surface = *state;
    surface_place_cursor(surface, 1, COLUMNS);
    assert_true(surface->cursor_visible);
    assert_int_equal(surface->cursor_column, COLUMNS - 1);
    surface_place_cursor(surface, 99, -4);
    assert_int_equal(surface->cursor_row, ROWS - 1);
    assert_int_equal(surface->cursor_column, 0);
    surface_erase(surface);
    assert_int_equal(surface->cursor_row, 0);
    assert_false(surface->cursor_visible);
}

static void test_resizing_blanks(void **state)
{
    struct surface *surface = *state;
    surface_put(surface, 0, 0, 5, STYLE_TEXT, "abc");
    assert_true(surface_resize(surface, 1, 4));
    expect_text(surface, "\n");
    assert_true(surface_resize(surface, 0, -3));
    expect_text(surface, "\n");
    assert_int_equal(surface_put(surface, 0, 0, 5, STYLE_TEXT, "abc"), 1);
}

static void expect_whole_cells(const struct surface *surface)
{
    for (int row = 0; row < surface->rows; row++) {
        for (int column = 0; column < surface->columns; column++) {
            const struct cell *place = cell(surface, row, column);
            assert_non_null(memchr(place->text, '\0', CELL_TEXT_SIZE));
            assert_true(text_is_harmless(place->text));
            bool half = column > 0 && cell(surface, row, column - 1)->width == 2;
            assert_int_equal(place->width == 0, half);
            assert_int_equal(place->text[0] == '\0', half);
            if (place->width == 2)
                assert_true(column + 1 < surface->columns);
        }
    }
}

// Whatever is put wherever: every cell is whole and harmless, and no more is used than was allowed.
static void test_any_text_leaves_whole_cells(void **state)
{
    struct surface *surface = *state;
    struct random random = {11};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        size_t length = random_text(&random, text);
        int row = (int)random_below(&random, ROWS + 2) - 1;
        int column = (int)random_below(&random, COLUMNS + 6) - 3;
        int width = (int)random_below(&random, COLUMNS + 3) - 1;
        int used = 0;
        switch (random_below(&random, 3)) {
        case 0:
            used = surface_put(surface, row, column, width, STYLE_NOTE, text);
            break;
        case 1:
            used = surface_put_bytes(surface, row, column, width, STYLE_TASK, text, length);
            break;
        default:
            surface_put_right(surface, row, column, width, STYLE_HOUR, text);
        }
        assert_true(used >= 0 && used <= (width < 0 ? 0 : width));
        expect_whole_cells(surface);
    }
}

// The short ways give what `text_cut` gives.
static void test_putting_agrees_with_cutting(void **state)
{
    struct surface *surface = *state;
    struct random random = {12};
    char text[RANDOM_TEXT_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        struct buffer shown = {0};
        struct buffer cut = {0};
        random_text(&random, text);
        text_show(&shown, text, TEXT_ONE_LINE);
        size_t width = random_below(&random, COLUMNS + 1);
        text_cut(&cut, buffer_text(&shown), width);
        surface_erase(surface);
        int used = surface_put(surface, 0, 0, (int)width, STYLE_TEXT, buffer_text(&shown));
        assert_int_equal(used, text_width(buffer_text(&cut)));
        buffer_clear(&cut);
        buffer_clear(&shown);
    }
}

#define ON_SURFACE(test) cmocka_unit_test_setup_teardown(test, create, destroy)

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        ON_SURFACE(test_a_new_surface_is_blank),
        ON_SURFACE(test_text_is_put_and_cut),
        ON_SURFACE(test_nothing_is_put_outside),
        ON_SURFACE(test_hostile_text_is_only_shown),
        ON_SURFACE(test_bytes_are_cut_without_ellipsis),
        ON_SURFACE(test_right_aligned),
        ON_SURFACE(test_covering_half_of_a_wide_grapheme),
        ON_SURFACE(test_marks_alone_go_on_what_is_before),
        ON_SURFACE(test_long_graphemes_lose_their_last_marks),
        ON_SURFACE(test_fill_and_paint_keep_to_the_grid),
        ON_SURFACE(test_the_cursor_stays_on_the_grid),
        ON_SURFACE(test_resizing_blanks),
        ON_SURFACE(test_any_text_leaves_whole_cells),
        ON_SURFACE(test_putting_agrees_with_cutting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
