// SPDX-License-Identifier: GPL-3.0-or-later
// The accord that the signatories of the convention are asked for, and give.
#ifndef GREFFE_SCREENS_DECISION_ACCORD_H
#define GREFFE_SCREENS_DECISION_ACCORD_H

#include "screens/screen.h"

// Asks for it first; then one chooses whose is given, or not yet.
void decision_pick_accord(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
