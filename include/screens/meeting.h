// SPDX-License-Identifier: GPL-3.0-or-later
// The meeting: walking its agenda and recording what is said, line after line.
#ifndef GREFFE_SCREENS_MEETING_H
#define GREFFE_SCREENS_MEETING_H

#include "screens/screen.h"

extern const struct screen_class meeting_screen;

#endif
