// SPDX-License-Identifier: GPL-3.0-or-later
// The follow-up: tasks over all meetings, or of one element of the plan, what presses most first.
#ifndef GREFFE_SCREENS_TASKS_H
#define GREFFE_SCREENS_TASKS_H

#include "screens/screen.h"

extern const struct screen_class tasks_screen;

void tasks_open(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_mark_one(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_mark_all(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
