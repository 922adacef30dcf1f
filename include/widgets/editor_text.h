// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor holds, which each of its parts reads and changes.
#ifndef GREFFE_WIDGETS_EDITOR_TEXT_H
#define GREFFE_WIDGETS_EDITOR_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

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

const char *editor_text(const struct editor *editor);
bool editor_is_empty(const struct editor *editor);

enum editor_result {
    EDITOR_IGNORED,  // not a key of the editor, or up or down where there is no line
    EDITOR_MOVED,    // the cursor, or nothing
    EDITOR_CHANGED,  // the text
    EDITOR_TOO_LONG, // the text, but what came was cut
    EDITOR_ACCEPT,   // Enter (not with EDITOR_MANY_LINES), Ctrl-S, Alt-Enter
    EDITOR_CANCEL,   // Escape
    EDITOR_NO_MEMORY,
};

#endif
