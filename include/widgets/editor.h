// SPDX-License-Identifier: GPL-3.0-or-later
// Text being typed: one line or many, by graphemes, with word motion, kill and yank, paste and
// an undo of its own. The core knows no terminal; drawing is widgets/editor_view.h.
#ifndef GREFFE_WIDGETS_EDITOR_H
#define GREFFE_WIDGETS_EDITOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "surface/key.h"

// Longer text is cut, and `editor_handle` says so.
enum { EDITOR_SIZE_LIMIT = 64 * 1024 };

enum editor_lines {
    EDITOR_ONE_LINE,     // a line end that is pasted becomes a space
    EDITOR_PASTED_LINES, // Enter accepts, but pasted line ends are kept (the entry line)
    EDITOR_MANY_LINES,   // Enter types a line end
};

struct editor_change; // one step of undo: widgets/editor_undo.h

struct editor {
    enum editor_lines lines;
    struct buffer text;   // clean (text_clean), at most EDITOR_SIZE_LIMIT bytes
    size_t cursor;        // byte, at a grapheme's border
    int goal_column;      // cells, for up and down; -1 when not moving so
    struct buffer killed; // what yank gives back
    struct editor_change *undo, *redo;
    bool joins_kill;   // the last key killed: the next kill adds to it
    bool joins_typing; // the last key typed: the next character joins its undo step
};

void editor_init(struct editor *editor, enum editor_lines lines);
void editor_clear(struct editor *editor);

const char *editor_text(const struct editor *editor);
bool editor_is_empty(const struct editor *editor);

// Replaces everything; the cursor goes to the end, undo is emptied, what was killed is kept. The
// text is empty when memory ends.
void editor_set(struct editor *editor, const char *text);

// Replaces a range as one step of undo and puts the cursor behind it (completion, kind keys).
// Nothing changes when memory ends.
void editor_replace(struct editor *editor, size_t start, size_t end, const char *text);

void editor_insert(struct editor *editor, const char *text, size_t length); // cleans it first

enum editor_result {
    EDITOR_IGNORED,  // not a key of the editor, or up or down where there is no line
    EDITOR_MOVED,    // the cursor, or nothing
    EDITOR_CHANGED,  // the text
    EDITOR_TOO_LONG, // the text, but what came was cut
    EDITOR_ACCEPT,   // Enter (not with EDITOR_MANY_LINES), Ctrl-S, Alt-Enter
    EDITOR_CANCEL,   // Escape
    EDITOR_NO_MEMORY,
};

// Keys: characters; Backspace and Delete (Ctrl-D) by grapheme; arrows, Ctrl-B, Ctrl-F, Home, End,
// Ctrl-A, Ctrl-E in the line, Ctrl-Home and Ctrl-End in the text; Ctrl or Alt with left and right,
// Alt-B, Alt-F: words; Ctrl-W, Alt-Backspace and Ctrl-Delete: kill the word before, after; Ctrl-K,
// Ctrl-U: kill to the end, to the beginning of the line, or the line end that is there; Ctrl-Y:
// yank; Ctrl-_ and Alt-Z: undo, Alt-Y: redo; up and down by soft lines of `width` cells.
enum editor_result editor_handle(struct editor *editor, const struct event *event, int width);

// One step: a word typed with the blank behind it, a removal, a paste. False when there is none, or
// no memory; nothing changes then.
bool editor_undo(struct editor *editor);
bool editor_redo(struct editor *editor);

// Where the cursor stands in the text soft-wrapped in `width` cells, one of which is kept free for
// it: the column is always below `width`.
struct editor_position {
    int row, column;
};
struct editor_position editor_position(const struct editor *editor, int width);
int editor_height(const struct editor *editor, int width); // soft lines, at least 1

#endif
