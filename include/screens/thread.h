// SPDX-License-Identifier: GPL-3.0-or-later
// The thread of an item: what brought it, and every meeting that spoke of it.
#ifndef GREFFE_SCREENS_THREAD_H
#define GREFFE_SCREENS_THREAD_H

#include "screens/screen.h"

extern const struct screen_class thread_screen;

// The meeting, at that line; the sheet of a decision.
void thread_open(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
