// SPDX-License-Identifier: GPL-3.0-or-later
// «Depuis la dernière séance»: what was decided, done, late, silent, owed by whom.
#ifndef GREFFE_SCREENS_SINCE_H
#define GREFFE_SCREENS_SINCE_H

#include "screens/screen.h"

extern const struct screen_class since_screen;

// The sheet of a decision, the meeting of a task.
void since_open(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
