// SPDX-License-Identifier: GPL-3.0-or-later
// Which decision takes the place of which.
#ifndef GREFFE_SCREENS_DECISION_REPLACEMENT_H
#define GREFFE_SCREENS_DECISION_REPLACEMENT_H

#include "screens/screen.h"

// Which earlier one it replaces; which later one replaces it. The first choice takes the links
// away.
void decision_pick_replaced(struct screen *screen, struct desk *desk, struct follow *follow);
void decision_pick_replacing(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
