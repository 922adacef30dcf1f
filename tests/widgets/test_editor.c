// SPDX-License-Identifier: GPL-3.0-or-later
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "text/utf8.h"
#include "widgets/editor.h"
#include "widgets/editor_layout.h"
#include "widgets/editor_undo.h"

enum { WIDTH = 20 };

static int create(void **state)
{
    static struct editor editor;
    editor_init(&editor, EDITOR_PASTED_LINES);
    *state = &editor;
    return 0;
}

static int destroy(void **state)
{
    editor_clear(*state);
    return 0;
}

static enum editor_result press(struct editor *editor, key_code key)
{
    return editor_handle(editor, &(struct event){.type = EVENT_KEY, .key = key}, WIDTH);
}

static enum editor_result paste(struct editor *editor, const char *text, size_t length)
{
    return editor_handle(
        editor, &(struct event){.type = EVENT_PASTE, .text = text, .length = length}, WIDTH);
}

// Keys by their names, parted by blanks: characters, or `left`, `c-w`…
static void press_all(struct editor *editor, const char *names)
{
    for (names += strspn(names, " "); *names != '\0'; names += strspn(names, " ")) {
        size_t length = strcspn(names, " ");
        key_code key;
        assert_true(key_read(names, length, &key));
        press(editor, key);
        names += length;
    }
}

// `|` stands where the cursor is.
static void expect(const struct editor *editor, const char *expected)
{
    struct buffer shown = {0};
    buffer_append_bytes(&shown, editor_text(editor), editor->cursor);
    buffer_append(&shown, "|");
    buffer_append(&shown, editor_text(editor) + editor->cursor);
    assert_string_equal(buffer_text(&shown), expected);
    buffer_clear(&shown);
}

// Sets the text with the cursor at its `|`.
static void set(struct editor *editor, const char *text)
{
    size_t cursor = strcspn(text, "|");
    struct buffer plain = {0};
    buffer_append(&plain, text);
    buffer_splice(&plain, cursor, 1, "", 0);
    editor_set(editor, buffer_text(&plain));
    editor->cursor = cursor;
    buffer_clear(&plain);
}

static void test_typing(void **state)
{
    struct editor *editor = *state;
    assert_true(editor_is_empty(editor));
    assert_int_equal(press(editor, 'a'), EDITOR_CHANGED);
    assert_int_equal(press(editor, 0xE9), EDITOR_CHANGED);
    press_all(editor, "left x");
    expect(editor, "ax|é");
    assert_int_equal(press(editor, INPUT_F1), EDITOR_IGNORED);
    assert_int_equal(press(editor, INPUT_TAB), EDITOR_IGNORED);
    assert_int_equal(press(editor, INPUT_ESCAPE), EDITOR_CANCEL);
    assert_int_equal(press(editor, INPUT_ENTER), EDITOR_ACCEPT);
    assert_int_equal(press(editor, 0x202E), EDITOR_MOVED);
    expect(editor, "ax|é");
    assert_int_equal(
        editor_handle(editor, &(struct event){.type = EVENT_CLICK}, WIDTH), EDITOR_IGNORED);
}

static void test_enter_by_kind(void **state)
{
    struct editor *editor = *state;
    editor->lines = EDITOR_MANY_LINES;
    assert_int_equal(press(editor, INPUT_ENTER), EDITOR_CHANGED);
    expect(editor, "\n|");
    assert_int_equal(press(editor, KEY_MOD_CONTROL | 's'), EDITOR_ACCEPT);
    assert_int_equal(press(editor, KEY_MOD_ALT | INPUT_ENTER), EDITOR_ACCEPT);
}

// One press of Backspace or Delete takes what a person sees as one letter.
static void test_graphemes_go_whole(void **state)
{
    struct editor *editor = *state;
    static const char *const graphemes[] = {"a", "é", "n\u0308", "x\u0323\u0301", "漢", "👍🏽",
        "👩\u200D👩\u200D👧", "🇫🇷", "☎\uFE0F", "नि", "각"};
    for (size_t i = 0; i < sizeof graphemes / sizeof graphemes[0]; i++) {
        struct buffer text = {0};
        buffer_append_format(&text, "(%s)", graphemes[i]);
        editor_set(editor, buffer_text(&text));
        press_all(editor, "left bs");
        expect(editor, "(|)");
        editor_set(editor, buffer_text(&text));
        press_all(editor, "home right del");
        expect(editor, "(|)");
        editor_set(editor, buffer_text(&text));
        press_all(editor, "home right right x");
        buffer_splice(&text, text.length - 1, 0, "x|", 2);
        expect(editor, buffer_text(&text));
        buffer_clear(&text);
    }
    editor_set(editor, "🇫🇷🇧🇪🇫🇷");
    press_all(editor, "left left bs");
    expect(editor, "|🇧🇪🇫🇷");
}

static void test_typed_marks_join_their_letter(void **state)
{
    struct editor *editor = *state;
    set(editor, "e|t");
    assert_int_equal(press(editor, 0x301), EDITOR_CHANGED);
    expect(editor, "é|t");
    press_all(editor, "c-_");
    expect(editor, "e|t");
    set(editor, "a|");
    press(editor, 0x591);
    press(editor, 0x301);
    expect(editor, "á\u0591|");
    press_all(editor, "c-_ c-_");
    expect(editor, "a|");
    set(editor, "👩|👧");
    press(editor, 0x200D);
    expect(editor, "👩\u200D👧|");
    set(editor, "🇫|x🇷");
    press_all(editor, "del");
    expect(editor, "🇫🇷|");
    set(editor, "e|\n\u0301");
    press_all(editor, "del");
    expect(editor, "é|");
    press_all(editor, "a-z");
    expect(editor, "e|\n\u0301");
    press_all(editor, "a-y");
    expect(editor, "é|");
}

static void test_motions(void **state)
{
    struct editor *editor = *state;
    static const struct {
        const char *before, *keys, *after;
    } cases[] = {
        {"un deux|", "home", "|un deux"},
        {"|un deux", "c-e", "un deux|"},
        {"un\nde|ux\ntrois", "c-a", "un\n|deux\ntrois"},
        {"un\nde|ux\ntrois", "end", "un\ndeux|\ntrois"},
        {"un\nde|ux\ntrois", "c-home", "|un\ndeux\ntrois"},
        {"un\nde|ux\ntrois", "c-end", "un\ndeux\ntrois|"},
        {"|un", "left", "|un"},
        {"un|", "right", "un|"},
        {"u|n", "c-f c-b c-b", "|un"},
        {"l'accueil, été 2026 |", "c-left", "l'accueil, été |2026 "},
        {"l'accueil, été 2026 |", "a-b a-b a-left", "l'|accueil, été 2026 "},
        {"|l'accueil, été 2026", "c-right", "l|'accueil, été 2026"},
        {"|l'accueil, été 2026", "a-f a-right a-f", "l'accueil, été| 2026"},
        {"… 👍|", "a-b", "|… 👍"},
        {"|… 👍", "a-f", "… 👍|"},
        {"|nom_de\nligne", "a-f a-f", "nom_de\nligne|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        set(editor, cases[i].before);
        press_all(editor, cases[i].keys);
        expect(editor, cases[i].after);
    }
}

static void test_kills_and_yanks(void **state)
{
    struct editor *editor = *state;
    static const struct {
        const char *before, *keys, *after, *killed;
    } cases[] = {
        {"un deux trois|", "c-w", "un deux |", "trois"},
        {"un deux trois|", "c-w c-w", "un |", "deux trois"},
        {"un deux trois|", "c-w left c-w", "un | ", "deux"},
        {"un deux| trois", "c-w c-k", "un |", "deux trois"},
        {"un |deux trois", "c-k c-u", "|", "un deux trois"},
        {"|un\ndeux", "c-k c-k", "|deux", "un\n"},
        {"un\n|deux", "c-u", "un|deux", "\n"},
        {"un| deux", "c-del", "un|", " deux"},
        {"l'accueil|", "a-bs", "l'|", "accueil"},
        {"un|", "c-w c-y x c-y", "unxun|", "un"},
        {"un deux|", "c-w c-k c-u", "|", "un deux"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        set(editor, cases[i].before);
        press_all(editor, cases[i].keys);
        expect(editor, cases[i].after);
        assert_string_equal(buffer_text(&editor->killed), cases[i].killed);
    }
    set(editor, "|");
    press_all(editor, "c-k c-u c-w bs del");
    assert_string_equal(buffer_text(&editor->killed), "un deux");
    editor_set(editor, "");
    press_all(editor, "c-y");
    expect(editor, "un deux|");
}

static void test_undo_by_words(void **state)
{
    struct editor *editor = *state;
    press_all(editor, "u n space d e u x");
    press_all(editor, "c-_");
    expect(editor, "un |");
    press_all(editor, "c-_");
    expect(editor, "|");
    assert_int_equal(press(editor, KEY_MOD_CONTROL | '_'), EDITOR_MOVED);
    press_all(editor, "a-y a-y");
    expect(editor, "un deux|");
    assert_int_equal(press(editor, KEY_MOD_ALT | 'y'), EDITOR_MOVED);
    press_all(editor, "c-w a-z");
    expect(editor, "un deux|");
    press_all(editor, "home x left c-_");
    expect(editor, "|un deux");
    assert_int_equal(press(editor, KEY_MOD_ALT | 'y'), EDITOR_CHANGED);
    expect(editor, "x|un deux");
    press_all(editor, "a-z y");
    assert_int_equal(press(editor, KEY_MOD_ALT | 'y'), EDITOR_MOVED);
    expect(editor, "y|un deux");
}

static void test_replace_and_insert_are_steps(void **state)
{
    struct editor *editor = *state;
    press_all(editor, "@ c a");
    editor_replace(editor, 0, 3, "@caf");
    editor_insert(editor, " \x1B[31m", 6);
    expect(editor, "@caf [31m|");
    press_all(editor, "a-z");
    expect(editor, "@caf|");
    press_all(editor, "a-z");
    expect(editor, "@ca|");
    editor_replace(editor, 90, 7, "!");
    expect(editor, "@ca!|");
    editor_set(editor, "é");
    editor_replace(editor, 1, 1, "a");
    expect(editor, "a|");
    editor_set(editor, "neuf");
    assert_false(editor_undo(editor));
    expect(editor, "neuf|");
}

static void test_pastes_are_cleaned(void **state)
{
    struct editor *editor = *state;
    static const struct {
        const char *pasted, *kept;
    } cases[] = {
        {"a\x1B[2Jb\x07\x7F", "a[2Jb|"},
        {"\u202Eabc\u202C\u200F", "abc|"},
        {"a\tb\xC2\x9Bx\xFF", "a bx\uFFFD|"},
        {"un\r\ndeux\rtrois\u2028", "un\ndeux\ntrois\n|"},
        {"e\u0301", "é|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        editor_set(editor, "");
        assert_int_equal(paste(editor, cases[i].pasted, strlen(cases[i].pasted)), EDITOR_CHANGED);
        expect(editor, cases[i].kept);
    }
    editor_set(editor, "");
    assert_int_equal(paste(editor, "a\0b", 3), EDITOR_CHANGED);
    expect(editor, "ab|");
    assert_int_equal(paste(editor, "\x1B\x07", 2), EDITOR_MOVED);
    editor_set(editor, "e");
    paste(editor, "\u0301t\u00E9", 5);
    expect(editor, "été|");
}

static void test_one_line_stays_one(void **state)
{
    struct editor *editor = *state;
    editor->lines = EDITOR_ONE_LINE;
    paste(editor, "un\r\ndeux\n", 9);
    expect(editor, "un deux |");
    editor_set(editor, "un\ndeux");
    expect(editor, "un deux|");
    editor_replace(editor, 2, 3, "\n\n");
    expect(editor, "un  |deux");
}

static void fill(struct buffer *text, const char *piece, size_t bytes)
{
    while (text->length + strlen(piece) <= bytes)
        buffer_append(text, piece);
}

static void test_ten_thousand_characters(void **state)
{
    struct editor *editor = *state;
    struct buffer text = {0};
    fill(&text, "été ", 10000);
    assert_int_equal(paste(editor, buffer_text(&text), text.length), EDITOR_CHANGED);
    assert_string_equal(editor_text(editor), buffer_text(&text));
    press_all(editor, "x c-w a-z c-home a-f del end up up");
    assert_int_equal(editor->text.length, text.length);
    press_all(editor, "a-z a-z a-z");
    assert_true(editor_is_empty(editor));
    buffer_clear(&text);
}

static void test_what_is_too_long_is_cut_between_graphemes(void **state)
{
    struct editor *editor = *state;
    static const char flag[] = "🇫🇷";
    struct buffer text = {0};
    fill(&text, flag, EDITOR_SIZE_LIMIT + 100);
    buffer_splice(&text, 0, 0, "abc", 3);
    assert_int_equal(paste(editor, buffer_text(&text), text.length), EDITOR_TOO_LONG);
    assert_int_equal(editor->text.length, 3 + (EDITOR_SIZE_LIMIT - 3) / 8 * 8);
    assert_int_equal(editor->cursor, editor->text.length);
    assert_int_equal(press(editor, 'x'), EDITOR_CHANGED);
    assert_int_equal(paste(editor, "été", 5), EDITOR_TOO_LONG);
    assert_int_equal(editor->text.length, EDITOR_SIZE_LIMIT - 1);
    assert_int_equal(press(editor, 'y'), EDITOR_CHANGED);
    assert_int_equal(press(editor, 'z'), EDITOR_TOO_LONG);
    assert_int_equal(press(editor, INPUT_BACKSPACE), EDITOR_CHANGED);
    editor_set(editor, buffer_text(&text));
    assert_int_equal(editor->text.length, 3 + (EDITOR_SIZE_LIMIT - 3) / 8 * 8);
    buffer_clear(&text);
}

static void expect_position(const struct editor *editor, int width, int row, int column)
{
    struct editor_position position = editor_position(editor, width);
    assert_int_equal(position.row, row);
    assert_int_equal(position.column, column);
}

static void test_soft_wrap(void **state)
{
    struct editor *editor = *state;
    assert_int_equal(editor_height(editor, 10), 1);
    expect_position(editor, 10, 0, 0);
    set(editor, "La directrice présente|");
    assert_int_equal(editor_height(editor, 80), 1);
    expect_position(editor, 80, 0, 22);
    assert_int_equal(editor_height(editor, 15), 2);
    expect_position(editor, 15, 1, 8);
    set(editor, "La directrice |présente");
    expect_position(editor, 15, 1, 0);
    set(editor, "La directrice| présente");
    expect_position(editor, 15, 0, 13);
    set(editor, "un\n|");
    assert_int_equal(editor_height(editor, 15), 2);
    expect_position(editor, 15, 1, 0);
    set(editor, "un\n\n|deux");
    assert_int_equal(editor_height(editor, 15), 3);
    expect_position(editor, 15, 2, 0);
    set(editor, "漢字漢|");
    expect_position(editor, 6, 1, 2);
    set(editor, "abcd|");
    expect_position(editor, 5, 0, 4);
    set(editor, "abcd       |");
    expect_position(editor, 5, 0, 4);
    set(editor, "abcde|");
    expect_position(editor, 5, 1, 1);
    expect_position(editor, 1, 4, 0);
    expect_position(editor, 0, 4, 0);
    expect_position(editor, -3, 4, 0);
}

static enum editor_result move(struct editor *editor, key_code key, int width)
{
    return editor_handle(editor, &(struct event){.type = EVENT_KEY, .key = key}, width);
}

static void test_up_and_down_keep_their_column(void **state)
{
    struct editor *editor = *state;
    set(editor, "abcdef\nab\nabc漢ef|");
    assert_int_equal(move(editor, INPUT_UP, 40), EDITOR_MOVED);
    expect(editor, "abcdef\nab|\nabc漢ef");
    assert_int_equal(move(editor, INPUT_UP, 40), EDITOR_MOVED);
    expect(editor, "abcdef|\nab\nabc漢ef");
    assert_int_equal(move(editor, INPUT_UP, 40), EDITOR_IGNORED);
    move(editor, INPUT_LEFT, 40);
    move(editor, INPUT_LEFT, 40);
    move(editor, INPUT_DOWN, 40);
    assert_int_equal(move(editor, INPUT_DOWN, 40), EDITOR_MOVED);
    expect(editor, "abcdef\nab\nabc|漢ef");
    assert_int_equal(move(editor, INPUT_DOWN, 40), EDITOR_IGNORED);
    expect(editor, "abcdef\nab\nabc|漢ef");
    set(editor, "La directrice présente le bilan|");
    move(editor, INPUT_UP, 12);
    expect(editor, "La directrice prése|nte le bilan");
    move(editor, INPUT_UP, 12);
    expect(editor, "La direc|trice présente le bilan");
    set(editor, "abcdefghijk|");
    move(editor, INPUT_UP, 5);
    expect_position(editor, 5, 1, 3);
    set(editor, "un|\n");
    move(editor, INPUT_DOWN, 9);
    expect(editor, "un\n|");
}

static void test_a_cursor_put_anywhere_is_mended(void **state)
{
    struct editor *editor = *state;
    editor_set(editor, "é🇫🇷");
    editor->cursor = 1;
    press_all(editor, "x");
    expect(editor, "éx|🇫🇷");
    editor->cursor = 7;
    press_all(editor, "bs");
    expect(editor, "éx|");
    editor->cursor = 900;
    press_all(editor, "bs");
    expect(editor, "é|");
}

static void test_clearing_forgets_all(void **state)
{
    struct editor *editor = *state;
    press_all(editor, "a b c-w c a-z");
    editor_clear(editor);
    assert_true(editor_is_empty(editor));
    assert_int_equal(editor->lines, EDITOR_PASTED_LINES);
    press_all(editor, "c-y a-y a-z");
    assert_true(editor_is_empty(editor));
}

#define ON_EDITOR(test) cmocka_unit_test_setup_teardown(test, create, destroy)

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        ON_EDITOR(test_typing),
        ON_EDITOR(test_enter_by_kind),
        ON_EDITOR(test_graphemes_go_whole),
        ON_EDITOR(test_typed_marks_join_their_letter),
        ON_EDITOR(test_motions),
        ON_EDITOR(test_kills_and_yanks),
        ON_EDITOR(test_undo_by_words),
        ON_EDITOR(test_replace_and_insert_are_steps),
        ON_EDITOR(test_pastes_are_cleaned),
        ON_EDITOR(test_one_line_stays_one),
        ON_EDITOR(test_ten_thousand_characters),
        ON_EDITOR(test_what_is_too_long_is_cut_between_graphemes),
        ON_EDITOR(test_soft_wrap),
        ON_EDITOR(test_up_and_down_keep_their_column),
        ON_EDITOR(test_a_cursor_put_anywhere_is_mended),
        ON_EDITOR(test_clearing_forgets_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
