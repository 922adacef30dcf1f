// SPDX-License-Identifier: GPL-3.0-or-later
// An earlier line of the meeting, typed again at its place.
#ifndef GREFFE_SCREENS_MEETING_CORRECTION_H
#define GREFFE_SCREENS_MEETING_CORRECTION_H

#include "screens/desk.h"
#include "screens/meeting_view.h"

// Begins to correct the record, or the arrival or departure that it stands for: its line is put
// under the keys. False when memory ends, and nothing is begun.
bool meeting_correction_begin(struct meeting_view *view, const struct record *record);

// Keeps the corrected line. Where another window has changed the line meanwhile, or taken it away,
// both texts stay: the one typed here becomes a line of its own, and the message says so. What is
// refused stays under the keys.
void meeting_correction_accept(struct meeting_view *view, struct desk *desk);

#endif
