// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "widgets/editor_view.h"

enum { ROWS = 5, COLUMNS = 16 };

struct stage {
    struct surface surface;
    struct editor editor;
};

static int create(void **state)
{
    static struct stage stage;
    editor_init(&stage.editor, EDITOR_MANY_LINES);
    *state = &stage;
    return surface_resize(&stage.surface, ROWS, COLUMNS) ? 0 : -1;
}

static int destroy(void **state)
{
    struct stage *stage = *state;
    editor_clear(&stage->editor);
    surface_clear(&stage->surface);
    return 0;
}

static void expect(const struct stage *stage, const char *text, int row, int column)
{
    struct buffer shown = {0};
    surface_text(&stage->surface, &shown);
    assert_string_equal(buffer_text(&shown), text);
    assert_int_equal(stage->surface.cursor_row, row);
    assert_int_equal(stage->surface.cursor_column, column);
    assert_true(stage->surface.cursor_visible);
    buffer_clear(&shown);
}

static void draw(struct stage *stage, struct rectangle area)
{
    surface_erase(&stage->surface);
    editor_draw(&stage->editor, &stage->surface, area, STYLE_PROMPT);
}

static void test_an_empty_text_has_a_cursor(void **state)
{
    struct stage *stage = *state;
    draw(stage, (struct rectangle){1, 2, 2, 10});
    expect(stage, "\n\n\n\n\n", 1, 2);
}

static void test_text_wraps_in_its_area(void **state)
{
    struct stage *stage = *state;
    editor_set(&stage->editor, "La directrice\nprésente");
    draw(stage, (struct rectangle){1, 2, 4, 12});
    expect(stage, "\n  La\n  directrice\n  présente\n\n", 3, 10);
    assert_int_equal(stage->surface.cells[COLUMNS + 2].style, STYLE_PROMPT);
    assert_int_equal(stage->surface.cells[COLUMNS + 13].style, STYLE_PROMPT);
    assert_int_equal(stage->surface.cells[COLUMNS + 14].style, STYLE_TEXT);
}

static void test_it_scrolls_to_the_cursor(void **state)
{
    struct stage *stage = *state;
    editor_set(&stage->editor, "un\ndeux\ntrois\nquatre\n");
    draw(stage, (struct rectangle){0, 0, 2, 12});
    expect(stage, "quatre\n\n\n\n\n", 1, 0);
    stage->editor.cursor = 0;
    draw(stage, (struct rectangle){0, 0, 2, 12});
    expect(stage, "un\ndeux\n\n\n\n", 0, 0);
    stage->editor.cursor = 9;
    draw(stage, (struct rectangle){0, 0, 2, 12});
    expect(stage, "deux\ntrois\n\n\n\n", 1, 1);
}

static void test_a_full_line_leaves_room_for_the_cursor(void **state)
{
    struct stage *stage = *state;
    editor_set(&stage->editor, "abcdefg");
    draw(stage, (struct rectangle){0, 0, 3, 8});
    expect(stage, "abcdefg\n\n\n\n\n", 0, 7);
    editor_set(&stage->editor, "abcdefgh");
    draw(stage, (struct rectangle){0, 0, 3, 8});
    expect(stage, "abcdefg\nh\n\n\n\n", 1, 1);
}

static void test_no_room_draws_nothing(void **state)
{
    struct stage *stage = *state;
    editor_set(&stage->editor, "abc");
    surface_place_cursor(&stage->surface, 4, 4);
    editor_draw(&stage->editor, &stage->surface, (struct rectangle){0, 0, 0, 8}, STYLE_TEXT);
    editor_draw(&stage->editor, &stage->surface, (struct rectangle){0, 0, 2, -1}, STYLE_TEXT);
    expect(stage, "\n\n\n\n\n", 4, 4);
}

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, create, destroy)

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        ON_STAGE(test_an_empty_text_has_a_cursor),
        ON_STAGE(test_text_wraps_in_its_area),
        ON_STAGE(test_it_scrolls_to_the_cursor),
        ON_STAGE(test_a_full_line_leaves_room_for_the_cursor),
        ON_STAGE(test_no_room_draws_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
