// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor_undo.h"

#include <stdlib.h>

struct editor_change {
    struct editor_change *next; // the one before it
    size_t offset;
    struct buffer removed, inserted;
    size_t cursor_before, cursor_after;
};

static void destroy_change(struct editor_change *change)
{
    if (change == NULL)
        return;
    buffer_clear(&change->removed);
    buffer_clear(&change->inserted);
    free(change);
}

static void clear_changes(struct editor_change **changes)
{
    while (*changes != NULL) {
        struct editor_change *change = *changes;
        *changes = change->next;
        destroy_change(change);
    }
}

static void push(struct editor_change **changes, struct editor_change *change)
{
    change->next = *changes;
    *changes = change;
}

static struct editor_change *create_change(
    const struct editor *editor, const struct editor_splice *splice)
{
    struct editor_change *change = calloc(1, sizeof *change);
    if (change == NULL)
        return NULL;
    change->offset = splice->start;
    change->cursor_before = editor->cursor;
    buffer_append_bytes(
        &change->removed, editor_text(editor) + splice->start, splice->end - splice->start);
    buffer_append_bytes(&change->inserted, splice->text, splice->length);
    if (!buffer_failed(&change->removed) && !buffer_failed(&change->inserted))
        return change;
    destroy_change(change);
    return NULL;
}

// The text keeps what it has when memory ends, and can be changed later.
static bool splice_text(struct editor *editor, const struct editor_splice *splice)
{
    buffer_splice(
        &editor->text, splice->start, splice->end - splice->start, splice->text, splice->length);
    bool done = !buffer_failed(&editor->text);
    editor->text.failed = false;
    return done;
}

// Makes one step of two where the second begins inside what the first put and ends with it.
static bool join(struct editor_change *first, const struct editor_change *second)
{
    size_t end = first->offset + first->inserted.length;
    if (second->offset < first->offset || second->offset + second->removed.length != end)
        return false;
    buffer_splice(&first->inserted, second->offset - first->offset, second->removed.length,
        buffer_text(&second->inserted), second->inserted.length);
    bool done = !buffer_failed(&first->inserted);
    first->inserted.failed = false;
    return done;
}

bool editor_splice(struct editor *editor, const struct editor_splice *splice, bool joins)
{
    struct editor_change *change = create_change(editor, splice);
    if (change == NULL)
        return false;
    if (!splice_text(editor, splice)) {
        destroy_change(change);
        return false;
    }
    clear_changes(&editor->redo);
    if (joins && editor->undo != NULL && join(editor->undo, change))
        destroy_change(change);
    else
        push(&editor->undo, change);
    return true;
}

void editor_undo_cursor(struct editor *editor, size_t cursor)
{
    editor->cursor = cursor;
    if (editor->undo != NULL)
        editor->undo->cursor_after = cursor;
}

void editor_undo_clear(struct editor *editor)
{
    clear_changes(&editor->undo);
    clear_changes(&editor->redo);
}

// Puts `instead` where a change has put `put`, and moves the change to the other list.
static bool turn(struct editor *editor, struct editor_change **from, struct editor_change **to,
    const struct buffer *put, const struct buffer *instead)
{
    struct editor_change *change = *from;
    struct editor_splice splice = {
        change->offset, change->offset + put->length, buffer_text(instead), instead->length};
    if (!splice_text(editor, &splice))
        return false;
    *from = change->next;
    push(to, change);
    return true;
}

bool editor_undo(struct editor *editor)
{
    struct editor_change *change = editor->undo;
    if (change == NULL ||
        !turn(editor, &editor->undo, &editor->redo, &change->inserted, &change->removed))
        return false;
    editor->cursor = change->cursor_before;
    return true;
}

bool editor_redo(struct editor *editor)
{
    struct editor_change *change = editor->redo;
    if (change == NULL ||
        !turn(editor, &editor->redo, &editor->undo, &change->removed, &change->inserted))
        return false;
    editor->cursor = change->cursor_after;
    return true;
}
