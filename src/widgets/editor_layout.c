// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor_layout.h"

#include "text/grapheme.h"
#include "text/wrap.h"

// One cell stays free for the cursor behind a full line.
static size_t text_cells(int width)
{
    return width < 2 ? 1 : (size_t)width - 1;
}

struct editor_row editor_row_at(const struct editor *editor, size_t start, int width)
{
    const char *text = editor_text(editor);
    size_t length = editor->text.length;
    if (start >= length)
        return (struct editor_row){length, length, length, length, true};
    struct text_line line = text_wrap(text, length, start, text_cells(width));
    struct editor_row row = {start, line.end, length, line.next, false};
    row.is_last = line.next == length && !line.hard;
    if (!row.is_last)
        row.last = grapheme_previous(text, length, line.next);
    return row;
}

static struct editor_row row_of_cursor(const struct editor *editor, int width, int *index)
{
    struct editor_row row = editor_row_at(editor, 0, width);
    for (*index = 0; editor->cursor > row.last && !row.is_last; ++*index)
        row = editor_row_at(editor, row.next, width);
    return row;
}

struct editor_position editor_position(const struct editor *editor, int width)
{
    struct editor_position position;
    struct editor_row row = row_of_cursor(editor, width, &position.row);
    size_t column = text_width_of(editor_text(editor) + row.start, editor->cursor - row.start);
    // Trailing blanks take no room, so they may reach beyond the line.
    size_t last = text_cells(width);
    position.column = (int)(column < last ? column : last);
    if (width < 2)
        position.column = 0;
    return position;
}

int editor_height(const struct editor *editor, int width)
{
    int height = 1;
    struct editor_row row = editor_row_at(editor, 0, width);
    for (; !row.is_last; height++)
        row = editor_row_at(editor, row.next, width);
    return height;
}

static size_t offset_at(const struct editor *editor, const struct editor_row *row, int column)
{
    const char *text = editor_text(editor);
    size_t offset = row->start;
    size_t used = 0;
    while (offset < row->last) {
        size_t end = grapheme_next(text, editor->text.length, offset);
        used += grapheme_width(text, offset, end);
        if (used > (size_t)column)
            break;
        offset = end;
    }
    return offset;
}

bool editor_move_rows(struct editor *editor, int rows, int width)
{
    struct editor_position from = editor_position(editor, width);
    int goal = editor->goal_column < 0 ? from.column : editor->goal_column;
    int target = from.row + rows;
    if (target < 0)
        return false;
    struct editor_row row = editor_row_at(editor, 0, width);
    for (int index = 0; index < target; index++) {
        if (row.is_last)
            return false;
        row = editor_row_at(editor, row.next, width);
    }
    editor->cursor = offset_at(editor, &row, goal);
    editor->goal_column = goal;
    return true;
}
