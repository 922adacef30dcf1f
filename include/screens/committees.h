// SPDX-License-Identifier: GPL-3.0-or-later
// The committees, each with its rules in one line, then the organisations by college.
#ifndef GREFFE_SCREENS_COMMITTEES_H
#define GREFFE_SCREENS_COMMITTEES_H

#include "screens/screen.h"

extern const struct screen_class committees_screen;

// From the meetings.
void committees_show(struct screen *screen, struct desk *desk, struct follow *follow);

// Shows what is archived too, or no more.
void committees_show_archived(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
