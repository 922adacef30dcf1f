// SPDX-License-Identifier: GPL-3.0-or-later
// The closing of an adjourned meeting: what it will do, what is missing, and the key that does it.
#ifndef GREFFE_SCREENS_CLOSING_H
#define GREFFE_SCREENS_CLOSING_H

#include "screens/screen.h"

extern const struct screen_class closing_screen;

void closing_close(struct screen *screen, struct desk *desk, struct follow *follow);
void closing_postpone(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
