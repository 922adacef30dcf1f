// SPDX-License-Identifier: GPL-3.0-or-later
// One decision: its text, the meeting that took it, and the axes and actions it concerns, each a
// line from which one goes there.
#ifndef GREFFE_SCREENS_DECISION_SHEET_H
#define GREFFE_SCREENS_DECISION_SHEET_H

#include "screens/screen.h"

extern const struct screen_class decision_sheet_screen;

void decision_sheet_open(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
