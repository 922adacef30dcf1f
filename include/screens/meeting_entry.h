// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed in a meeting: the entry line and the correction of a record in its place.
#ifndef GREFFE_SCREENS_MEETING_ENTRY_H
#define GREFFE_SCREENS_MEETING_ENTRY_H

#include "screens/desk.h"
#include "screens/meeting_view.h"

// An event for the editor that has the keys.
bool meeting_type(struct meeting_view *view, struct desk *desk, const struct event *event);

void meeting_write(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_leave_entry(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_complete(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_pick_element(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_pick_name(struct screen *screen, struct desk *desk, struct follow *follow);

// Starts correcting the record under the cursor in its place.
void meeting_correct(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
