// SPDX-License-Identifier: GPL-3.0-or-later
// What the meeting screen reads of the file: the meeting, and the item that is shown of it.
#ifndef GREFFE_SCREENS_MEETING_READING_H
#define GREFFE_SCREENS_MEETING_READING_H

#include "screens/meeting_view.h"

// The callback of the screen: what is shown stays as it was when something cannot be read.
enum status meeting_reload(struct screen *screen, struct desk *desk, struct problem *problem);

// Looks at another item, without opening it: the meeting is as it was read. 0 and the item shown
// change nothing; the message line tells why it could not be read.
void meeting_look_at(struct meeting_view *view, struct desk *desk, int64_t item);

#endif
