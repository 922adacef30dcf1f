// SPDX-License-Identifier: GPL-3.0-or-later
// The history: every gesture, latest first; an older one can be undone from here.
#ifndef GREFFE_SCREENS_HISTORY_H
#define GREFFE_SCREENS_HISTORY_H

#include "screens/screen.h"

extern const struct screen_class history_screen;

void history_undo(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
