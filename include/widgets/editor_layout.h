// SPDX-License-Identifier: GPL-3.0-or-later
// An editor's text soft-wrapped: its rows, and moving between them. `editor_position` and
// `editor_height` of widgets/editor.h stand here as well.
#ifndef GREFFE_WIDGETS_EDITOR_LAYOUT_H
#define GREFFE_WIDGETS_EDITOR_LAYOUT_H

#include "widgets/editor.h"

// The cursor is in a row from `start` to `last`; what shows of it ends at `end`.
struct editor_row {
    size_t start, end, last;
    size_t next; // where the following row begins
    bool is_last;
};

// The row that begins at `start`: 0, or `next` of the row before.
struct editor_row editor_row_at(const struct editor *editor, size_t start, int width);

// Moves up (negative) or down, keeping the goal column. False where there is no such row; nothing
// moves then.
bool editor_move_rows(struct editor *editor, int rows, int width);

#endif
