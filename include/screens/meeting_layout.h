// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the meeting screen go: arithmetic alone. The agenda left, the records of an
// item right, the entry line with what was understood of it below.
#ifndef GREFFE_SCREENS_MEETING_LAYOUT_H
#define GREFFE_SCREENS_MEETING_LAYOUT_H

#include <stdbool.h>

#include "surface/surface.h"

struct meeting_layout {
    struct rectangle points;      // heading, items, rule right of them; width 0: not shown
    struct rectangle point_rows;  // the items
    struct rectangle records;     // heading and records of an item; width 0: not shown
    struct rectangle remark;      // between them; height 0: none
    struct rectangle record_rows; // the records
    struct rectangle rule;        // above the entry line
    struct rectangle entry;       // the line being typed
    struct rectangle understood;  // what was understood of it
};

// The two lines below the lists take `entry_lines` and `understood_lines`, each up to a limit of
// its own; both are counted in `meeting_entry_width` cells. On a narrow terminal only one of the
// lists shows, the agenda with `points_focused`.
void meeting_layout(struct meeting_layout *layout, struct rectangle area, bool points_focused,
    int entry_lines, int understood_lines);

// Takes the lines of a remark away from the records, up to a limit. They are counted in the cells
// of `remark.width`, which is known before.
void meeting_layout_remark(struct meeting_layout *layout, int lines);

bool meeting_is_narrow(int width);

int meeting_entry_width(int width);

// The parts of a record in its row, which may be many lines high.
enum { MEETING_HOUR_WIDTH = 6, MEETING_SIGN_WIDTH = 2 };
int meeting_record_text_width(int row_width);
struct rectangle meeting_record_text(struct rectangle row);

#endif
