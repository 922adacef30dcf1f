// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_layout.h"

enum {
    WITH_BOTH_LISTS = 72, // cells from which the agenda stands beside the records
    POINTS_MOST = 48,
    HEADING_LINES = 1,
    POINTS_RULE = 1,
    ENTRY_LINES_MOST = 4,
    UNDERSTOOD_LINES_MOST = 2,
    REMARK_LINES_MOST = 3,
    REMARK_MARGIN = 1,
    RULE_LINES = 1, // above the entry line
    ENTRY_INDENT = 3,
    ENTRY_MARGINS = ENTRY_INDENT + 1,
    RECORD_MARGIN = 1,
};

static int least(int left, int right)
{
    return left < right ? left : right;
}

bool meeting_is_narrow(int width)
{
    return width < WITH_BOTH_LISTS;
}

int meeting_entry_width(int width)
{
    return width - ENTRY_MARGINS;
}

static int points_width(int width, bool points_focused)
{
    if (meeting_is_narrow(width))
        return points_focused ? width : 0;
    return least(width / 3 + 6, POINTS_MOST);
}

static struct rectangle below_heading(struct rectangle area, int right)
{
    return (struct rectangle){
        area.row + HEADING_LINES, area.column, area.height - HEADING_LINES, area.width - right};
}

void meeting_layout(struct meeting_layout *layout, struct rectangle area, bool points_focused,
    int entry_lines, int understood_lines)
{
    int typed = least(entry_lines, ENTRY_LINES_MOST);
    int understood = least(understood_lines, UNDERSTOOD_LINES_MOST);
    int height = area.height - RULE_LINES - typed - understood;
    int points = points_width(area.width, points_focused);
    int row = area.row + height;
    int indent = area.column + ENTRY_INDENT;
    int width = meeting_entry_width(area.width);
    layout->points = (struct rectangle){area.row, area.column, height, points};
    layout->point_rows = below_heading(layout->points, POINTS_RULE);
    layout->records =
        (struct rectangle){area.row, area.column + points, height, area.width - points};
    layout->record_rows = below_heading(layout->records, 0);
    layout->remark = (struct rectangle){layout->record_rows.row,
        layout->records.column + REMARK_MARGIN, 0, layout->records.width - 2 * REMARK_MARGIN};
    layout->rule = (struct rectangle){row, area.column, RULE_LINES, area.width};
    layout->entry = (struct rectangle){row + RULE_LINES, indent, typed, width};
    layout->understood = (struct rectangle){row + RULE_LINES + typed, indent, understood, width};
}

void meeting_layout_remark(struct meeting_layout *layout, int lines)
{
    layout->remark.height = least(lines, REMARK_LINES_MOST);
    layout->record_rows.row += layout->remark.height;
    layout->record_rows.height -= layout->remark.height;
}

int meeting_record_text_width(int row_width)
{
    return row_width - MEETING_HOUR_WIDTH - MEETING_SIGN_WIDTH - RECORD_MARGIN;
}

struct rectangle meeting_record_text(struct rectangle row)
{
    return (struct rectangle){row.row, row.column + MEETING_HOUR_WIDTH + MEETING_SIGN_WIDTH,
        row.height, meeting_record_text_width(row.width)};
}
