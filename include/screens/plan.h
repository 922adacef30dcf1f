// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the plan as a tree: a field with its axes, an axis with its objectives and actions,
// an objective with its actions.
#ifndef GREFFE_SCREENS_PLAN_H
#define GREFFE_SCREENS_PLAN_H

#include "screens/screen.h"

extern const struct screen_class plan_screen;

void plan_open(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
