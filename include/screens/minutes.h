// SPDX-License-Identifier: GPL-3.0-or-later
// What comes after a meeting, and the call before it: its seal, closings and reopenings, what was
// sent, the approval of its minutes, their corrections.
#ifndef GREFFE_SCREENS_MINUTES_H
#define GREFFE_SCREENS_MINUTES_H

#include "screens/screen.h"

extern const struct screen_class minutes_screen;

#endif
