// SPDX-License-Identifier: GPL-3.0-or-later
// Walking the agenda of a meeting: from item to item, to its list, to what is said of the whole.
#ifndef GREFFE_SCREENS_MEETING_WALK_H
#define GREFFE_SCREENS_MEETING_WALK_H

#include "screens/screen.h"

// Goes to a line of the meeting, with one-key commands.
void meeting_show_record(struct screen *screen, struct desk *desk, int64_t record);

void meeting_next_item(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_previous_item(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_show_points(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_open_point(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_postpone_point(struct screen *screen, struct desk *desk, struct follow *follow);

// To what is said of the whole meeting, which is made at the first time; from there, back to the
// item that is being treated.
void meeting_show_general_notes(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
