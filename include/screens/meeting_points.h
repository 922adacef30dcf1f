// SPDX-License-Identifier: GPL-3.0-or-later
// The items of the agenda beside the records: all of them, or those that answer to what is typed.
#ifndef GREFFE_SCREENS_MEETING_POINTS_H
#define GREFFE_SCREENS_MEETING_POINTS_H

#include "screens/meeting_view.h"

// Finds again, after the agenda or what is looked for changed. The cursor goes to the item shown,
// else to the first that is found. When memory ends, all of them are.
void meeting_points_find(struct meeting_view *view);

// The item of a row of the list; NULL below the last.
const struct item *meeting_point(const struct meeting_view *view, size_t row);

// Letters look for an item, with nothing looked for yet; letters are commands.
void meeting_points_search(struct meeting_view *view);
void meeting_points_command(struct meeting_view *view);

#endif
