// SPDX-License-Identifier: GPL-3.0-or-later
// An editor's text soft-wrapped: its rows, and moving between them.
#ifndef GREFFE_WIDGETS_EDITOR_LAYOUT_H
#define GREFFE_WIDGETS_EDITOR_LAYOUT_H

#include "widgets/editor_text.h"

// Where the cursor stands in the text soft-wrapped in `width` cells, one of which is kept free for
// it: the column is always below `width`.
struct editor_position {
    int row, column;
};
struct editor_position editor_position(const struct editor *editor, int width);
int editor_height(const struct editor *editor, int width); // soft lines, at least 1

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
