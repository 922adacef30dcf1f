// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor_view.h"

#include "widgets/editor_layout.h"

void editor_draw(
    const struct editor *editor, struct surface *surface, struct rectangle area, enum style style)
{
    if (area.width < 1 || area.height < 1)
        return;
    struct editor_position cursor = editor_position(editor, area.width);
    int first = cursor.row < area.height ? 0 : cursor.row - area.height + 1;
    surface_fill(surface, area, style, " ");
    struct editor_row row = editor_row_at(editor, 0, area.width);
    for (int index = 0; index < first + area.height; index++) {
        if (index >= first)
            surface_put_bytes(surface, area.row + index - first, area.column, area.width, style,
                editor_text(editor) + row.start, row.end - row.start);
        if (row.is_last)
            break;
        row = editor_row_at(editor, row.next, area.width);
    }
    surface_place_cursor(surface, area.row + cursor.row - first, area.column + cursor.column);
}
