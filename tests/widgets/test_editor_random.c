// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random events: what always holds of an editor holds after each of them.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "../text/random_text.h"
#include "text/utf8.h"
#include "widgets/editor.h"
#include "widgets/editor_layout.h"
#include "widgets/editor_undo.h"

enum { ROUNDS = 60, EVENTS = 300, WIDEST = 30 };

static const key_code keys[] = {'a', 'e', ' ', 'x', 0xE9, 0x301, 0x323, 0x200D, 0x1F469, 0x1F1EB,
    0x1F1F7, 0x6F22, 0x1112, 0x1161, 0x11AB, 0x600, 0x202E, 0xFFFD, INPUT_BACKSPACE, INPUT_DELETE,
    INPUT_LEFT, INPUT_RIGHT, INPUT_UP, INPUT_DOWN, INPUT_HOME, INPUT_END, INPUT_ENTER,
    KEY_MOD_CONTROL | INPUT_LEFT, KEY_MOD_CONTROL | INPUT_RIGHT, KEY_MOD_CONTROL | 'w',
    KEY_MOD_CONTROL | 'k', KEY_MOD_CONTROL | 'u', KEY_MOD_CONTROL | 'y',
    KEY_MOD_CONTROL | INPUT_DELETE, KEY_MOD_ALT | 'z', KEY_MOD_ALT | 'y', KEY_MOD_CONTROL | '_',
    INPUT_F1, INPUT_TAB};

static struct event random_event(struct random *random, char text[RANDOM_TEXT_SIZE])
{
    enum { PASTE_IN = 12 };
    if (random_below(random, PASTE_IN) > 0)
        return (struct event){
            .type = EVENT_KEY, .key = keys[random_below(random, sizeof keys / sizeof keys[0])]};
    size_t length = random_text(random, text);
    return (struct event){.type = EVENT_PASTE, .text = text, .length = length};
}

static void expect_clean(const struct editor *editor)
{
    struct buffer cleaned = {0};
    const char *text = editor_text(editor);
    text_clean(&cleaned, text, editor->text.length,
        editor->lines == EDITOR_ONE_LINE ? TEXT_ONE_LINE : TEXT_MANY_LINES);
    assert_true(text_is_valid_utf8(text, editor->text.length));
    assert_int_equal(strlen(text), editor->text.length);
    assert_string_equal(buffer_text(&cleaned), text);
    buffer_clear(&cleaned);
}

static void expect_cursor_at_border(const struct editor *editor)
{
    size_t border = 0;
    while (border < editor->cursor)
        border = grapheme_next(editor_text(editor), editor->text.length, border);
    assert_int_equal(border, editor->cursor);
}

static void expect_position_inside(const struct editor *editor, int width)
{
    struct editor_position position = editor_position(editor, width);
    assert_true(position.row >= 0 && position.row < editor_height(editor, width));
    assert_true(position.column >= 0 && position.column < width);
}

static void expect_sound(const struct editor *editor, int width)
{
    expect_clean(editor);
    expect_cursor_at_border(editor);
    expect_position_inside(editor, width);
}

static void expect_all_undone_and_redone(struct editor *editor, const char *first)
{
    struct buffer last = {0};
    size_t cursor;
    while (editor_redo(editor))
        expect_sound(editor, WIDEST);
    buffer_append(&last, editor_text(editor));
    // A motion since then is no step.
    while (editor_undo(editor))
        expect_sound(editor, WIDEST);
    assert_string_equal(editor_text(editor), first);
    while (editor_redo(editor))
        expect_sound(editor, WIDEST);
    cursor = editor->cursor;
    assert_string_equal(editor_text(editor), buffer_text(&last));
    if (editor_undo(editor)) {
        assert_true(editor_redo(editor));
        assert_int_equal(editor->cursor, cursor);
    }
    buffer_clear(&last);
}

static void run_events(struct random *random, enum editor_lines lines)
{
    char text[RANDOM_TEXT_SIZE];
    struct editor editor;
    struct buffer first = {0};
    int width = 1 + (int)random_below(random, WIDEST);
    editor_init(&editor, lines);
    random_text(random, text);
    editor_set(&editor, text);
    buffer_append(&first, editor_text(&editor));
    for (int i = 0; i < EVENTS; i++) {
        struct event event = random_event(random, text);
        struct buffer before = {0};
        buffer_append(&before, editor_text(&editor));
        enum editor_result result = editor_handle(&editor, &event, width);
        assert_int_not_equal(result, EDITOR_NO_MEMORY);
        if (result != EDITOR_CHANGED && result != EDITOR_TOO_LONG)
            assert_string_equal(editor_text(&editor), buffer_text(&before));
        expect_sound(&editor, width);
        buffer_clear(&before);
    }
    expect_all_undone_and_redone(&editor, buffer_text(&first));
    buffer_clear(&first);
    editor_clear(&editor);
}

static void test_one_line(void **state)
{
    (void)state;
    struct random random = {21};
    for (int round = 0; round < ROUNDS; round++)
        run_events(&random, EDITOR_ONE_LINE);
}

static void test_many_lines(void **state)
{
    (void)state;
    struct random random = {22};
    for (int round = 0; round < ROUNDS; round++)
        run_events(&random, EDITOR_MANY_LINES);
}

// Marks are parted by a joiner after thirty: near the limit there may be no room for it.
static void test_marks_at_the_limit(void **state)
{
    (void)state;
    struct editor editor;
    struct buffer text = {0};
    editor_init(&editor, EDITOR_MANY_LINES);
    buffer_append_repeated(&text, "a", EDITOR_SIZE_LIMIT - 101);
    for (int i = 0; i < 2; i++) {
        buffer_append(&text, "\nx");
        buffer_append_repeated(&text, "\u0323", 24);
    }
    editor_set(&editor, buffer_text(&text));
    struct event end = {.type = EVENT_KEY, .key = INPUT_END};
    struct event back = {.type = EVENT_KEY, .key = INPUT_BACKSPACE};
    editor_handle(&editor, &end, WIDEST);
    for (int i = 0; i < 4; i++) {
        editor_handle(&editor, &back, WIDEST);
        expect_clean(&editor);
        assert_true(editor.text.length <= EDITOR_SIZE_LIMIT);
    }
    buffer_clear(&text);
    editor_clear(&editor);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_line),
        cmocka_unit_test(test_many_lines),
        cmocka_unit_test(test_marks_at_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
