// SPDX-License-Identifier: GPL-3.0-or-later
// Every meeting that spoke of an element of the plan, with what it decided and voted on it.
#ifndef GREFFE_SCREENS_ELEMENT_HISTORY_H
#define GREFFE_SCREENS_ELEMENT_HISTORY_H

#include "screens/screen.h"

extern const struct screen_class element_history_screen;

void element_history_open(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
