// SPDX-License-Identifier: GPL-3.0-or-later
// How the meeting screen looks: the agenda left, the records of an item right, the entry line
// with what was understood of it below.
#ifndef GREFFE_SCREENS_MEETING_DRAWING_H
#define GREFFE_SCREENS_MEETING_DRAWING_H

#include "screens/desk.h"
#include "screens/meeting_view.h"
#include "surface/surface.h"

struct meeting_layout {
    struct rectangle points;  // width 0 on a narrow terminal, unless the agenda has the focus
    struct rectangle records; // width 0 then
    struct rectangle entry;   // rule, text, what was understood
    int understood;           // lines of the last
};

struct meeting_layout meeting_layout_of(const struct meeting_view *view, struct rectangle area);

// Where the items stand in `points`: below the heading, left of the rule.
struct rectangle meeting_points_list(struct rectangle points);

void meeting_draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area);
void meeting_title(const struct screen *screen, const struct desk *desk, struct buffer *left,
    struct buffer *right);

// Lines and drawing of both lists, for clicks on them as well.
struct list_rows meeting_record_rows(const struct meeting_view *view);
struct list_rows meeting_point_rows(const struct meeting_view *view);

#endif
