// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef GREFFE_SCREENS_CONFIDENTIAL_COMMANDS_H
#define GREFFE_SCREENS_CONFIDENTIAL_COMMANDS_H

#include "screens/screen.h"

// Marks what is under the cursor (a record of a meeting, else an item) as confidential, or no
// longer.
void confidential_toggle(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
