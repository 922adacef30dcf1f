// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of one action (fiche action): what it is, each line changed in its place.
#ifndef GREFFE_SCREENS_ACTION_SHEET_H
#define GREFFE_SCREENS_ACTION_SHEET_H

#include "screens/screen.h"

extern const struct screen_class action_sheet_screen;

// Enter: changes the line under the cursor.
void action_sheet_change(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
