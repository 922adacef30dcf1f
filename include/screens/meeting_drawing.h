// SPDX-License-Identifier: GPL-3.0-or-later
// How the meeting screen looks (where its parts go: screens/meeting_layout.h).
#ifndef GREFFE_SCREENS_MEETING_DRAWING_H
#define GREFFE_SCREENS_MEETING_DRAWING_H

#include "screens/desk.h"
#include "screens/meeting_layout.h"
#include "screens/meeting_view.h"
#include "surface/surface.h"

// What stands below the line being typed: how it is understood, or why it will be refused.
void meeting_understood(const struct meeting_view *view, struct buffer *out);

// The layout for what the view holds now.
struct meeting_layout meeting_layout_of(const struct meeting_view *view, struct rectangle area);

void meeting_draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area);
void meeting_title(const struct screen *screen, const struct desk *desk, struct buffer *left,
    struct buffer *right);

// Held without the quorum, at the item shown.
bool meeting_lacks_quorum(const struct screen *screen);

// Lines and drawing of both lists, for clicks on them as well.
struct list_rows meeting_record_rows(const struct meeting_view *view);
struct list_rows meeting_point_rows(const struct meeting_view *view);

#endif
