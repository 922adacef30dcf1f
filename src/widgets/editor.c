// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor.h"

#include <string.h>

#include "text/character.h"
#include "widgets/editor_edit.h"
#include "widgets/editor_layout.h"
#include "widgets/editor_motion.h"
#include "widgets/editor_undo.h"

// What the key before leaves to the one that goes on from it.
struct run {
    bool kill, typing;
    int goal_column;
};

void editor_init(struct editor *editor, enum editor_lines lines)
{
    *editor = (struct editor){.lines = lines, .goal_column = -1};
}

void editor_clear(struct editor *editor)
{
    editor_undo_clear(editor);
    buffer_clear(&editor->text);
    buffer_clear(&editor->killed);
    editor_init(editor, editor->lines);
}

static struct run take_run(struct editor *editor)
{
    struct run run = {editor->joins_kill, editor->joins_typing, editor->goal_column};
    editor->joins_kill = false;
    editor->joins_typing = false;
    editor->goal_column = -1;
    return run;
}

void editor_set(struct editor *editor, const char *text)
{
    struct buffer cleaned = {0};
    text_clean(&cleaned, text, strlen(text), editor_cleaning(editor));
    if (buffer_failed(&cleaned))
        buffer_clear(&cleaned);
    buffer_truncate(
        &cleaned, editor_fitting(buffer_text(&cleaned), cleaned.length, EDITOR_SIZE_LIMIT));
    take_run(editor);
    editor_undo_clear(editor);
    buffer_clear(&editor->text);
    editor->text = cleaned;
    editor->cursor = cleaned.length;
}

void editor_replace(struct editor *editor, size_t start, size_t end, const char *text)
{
    take_run(editor);
    editor_edit(editor, start, end, text, strlen(text), false);
}

static enum editor_result insert(struct editor *editor, const char *text, size_t length)
{
    take_run(editor);
    return editor_edit(editor, editor->cursor, editor->cursor, text, length, false);
}

void editor_insert(struct editor *editor, const char *text, size_t length)
{
    editor->cursor = editor_border(editor, editor->cursor);
    insert(editor, text, length);
}

static enum editor_result type(struct editor *editor, key_code key, bool joins)
{
    char text[8];
    key_text(key, text);
    enum editor_result result =
        editor_edit(editor, editor->cursor, editor->cursor, text, strlen(text), joins);
    editor->joins_typing = result == EDITOR_CHANGED && !character_is_blank((int32_t)key);
    return result;
}

static bool keep_killed(struct editor *editor, size_t start, size_t end, bool joins)
{
    struct buffer *killed = &editor->killed;
    if (!joins)
        buffer_reset(killed);
    buffer_splice(killed, start < editor->cursor ? 0 : killed->length, 0,
        editor_text(editor) + start, end - start);
    return !buffer_failed(killed);
}

// Removes what is between the cursor and `target`.
static enum editor_result remove_to(
    struct editor *editor, size_t target, bool kills, struct run run)
{
    size_t start = target < editor->cursor ? target : editor->cursor;
    size_t end = target < editor->cursor ? editor->cursor : target;
    editor->joins_kill = kills;
    if (start == end)
        return EDITOR_MOVED;
    if (kills && !keep_killed(editor, start, end, run.kill))
        return EDITOR_NO_MEMORY;
    return editor_edit(editor, start, end, "", 0, false);
}

static enum editor_result yank(struct editor *editor)
{
    return insert(editor, buffer_text(&editor->killed), editor->killed.length);
}

static enum editor_result undo(struct editor *editor)
{
    return editor_undo(editor) ? EDITOR_CHANGED : EDITOR_MOVED;
}

static enum editor_result redo(struct editor *editor)
{
    return editor_redo(editor) ? EDITOR_CHANGED : EDITOR_MOVED;
}

static enum editor_result enter(struct editor *editor)
{
    return editor->lines == EDITOR_MANY_LINES ? insert(editor, "\n", 1) : EDITOR_ACCEPT;
}

static enum editor_result accept(struct editor *editor)
{
    (void)editor;
    return EDITOR_ACCEPT;
}

static enum editor_result cancel(struct editor *editor)
{
    (void)editor;
    return EDITOR_CANCEL;
}

static const struct motion {
    key_code key;
    editor_target *target;
} motions[] = {
    {INPUT_LEFT, editor_left},
    {KEY_MOD_CONTROL | 'b', editor_left},
    {INPUT_RIGHT, editor_right},
    {KEY_MOD_CONTROL | 'f', editor_right},
    {INPUT_HOME, editor_line_start},
    {KEY_MOD_CONTROL | 'a', editor_line_start},
    {INPUT_END, editor_line_end},
    {KEY_MOD_CONTROL | 'e', editor_line_end},
    {KEY_MOD_CONTROL | INPUT_HOME, editor_text_start},
    {KEY_MOD_CONTROL | INPUT_END, editor_text_end},
    {KEY_MOD_CONTROL | INPUT_LEFT, editor_word_left},
    {KEY_MOD_ALT | INPUT_LEFT, editor_word_left},
    {KEY_MOD_ALT | 'b', editor_word_left},
    {KEY_MOD_CONTROL | INPUT_RIGHT, editor_word_right},
    {KEY_MOD_ALT | INPUT_RIGHT, editor_word_right},
    {KEY_MOD_ALT | 'f', editor_word_right},
};

static const struct removal {
    editor_target *target;
    key_code key;
    bool kills;
} removals[] = {
    {editor_left, INPUT_BACKSPACE, false},
    {editor_right, INPUT_DELETE, false},
    {editor_right, KEY_MOD_CONTROL | 'd', false},
    {editor_word_left, KEY_MOD_CONTROL | 'w', true},
    {editor_word_left, KEY_MOD_ALT | INPUT_BACKSPACE, true},
    {editor_word_right, KEY_MOD_CONTROL | INPUT_DELETE, true},
    {editor_kill_end, KEY_MOD_CONTROL | 'k', true},
    {editor_kill_start, KEY_MOD_CONTROL | 'u', true},
};

static const struct action {
    key_code key;
    enum editor_result (*run)(struct editor *editor);
} actions[] = {
    {KEY_MOD_CONTROL | 'y', yank},
    {KEY_MOD_CONTROL | '_', undo},
    {KEY_MOD_ALT | 'z', undo},
    {KEY_MOD_ALT | 'y', redo},
    {INPUT_ENTER, enter},
    {KEY_MOD_ALT | INPUT_ENTER, accept},
    {KEY_MOD_CONTROL | 's', accept},
    {INPUT_ESCAPE, cancel},
};

static enum editor_result move_rows(struct editor *editor, int rows, int width, struct run run)
{
    editor->goal_column = run.goal_column;
    return editor_move_rows(editor, rows, width) ? EDITOR_MOVED : EDITOR_IGNORED;
}

static enum editor_result handle_key(struct editor *editor, key_code key, int width)
{
    struct run run = take_run(editor);
    if (key_is_text(key))
        return type(editor, key, run.typing);
    if (key == INPUT_UP || key == INPUT_DOWN)
        return move_rows(editor, key == INPUT_UP ? -1 : 1, width, run);
    for (size_t i = 0; i < sizeof motions / sizeof motions[0]; i++) {
        if (motions[i].key == key) {
            editor->cursor = motions[i].target(editor);
            return EDITOR_MOVED;
        }
    }
    for (size_t i = 0; i < sizeof removals / sizeof removals[0]; i++)
        if (removals[i].key == key)
            return remove_to(editor, removals[i].target(editor), removals[i].kills, run);
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++)
        if (actions[i].key == key)
            return actions[i].run(editor);
    return EDITOR_IGNORED;
}

enum editor_result editor_handle(struct editor *editor, const struct event *event, int width)
{
    // A screen may have put the cursor anywhere.
    editor->cursor = editor_border(editor, editor->cursor);
    if (event->type == EVENT_PASTE)
        return insert(editor, event->text, event->length);
    return event->type == EVENT_KEY ? handle_key(editor, event->key, width) : EDITOR_IGNORED;
}
