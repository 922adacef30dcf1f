// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there: the list of a meeting by college, a key for each state.
#ifndef GREFFE_SCREENS_ATTENDANCE_H
#define GREFFE_SCREENS_ATTENDANCE_H

#include "screens/screen.h"

extern const struct screen_class attendance_screen;

#endif
