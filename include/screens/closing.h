// SPDX-License-Identifier: GPL-3.0-or-later
// The closing of a meeting: what it will do, and what is missing, which can be mended from here.
#ifndef GREFFE_SCREENS_CLOSING_H
#define GREFFE_SCREENS_CLOSING_H

#include "screens/screen.h"

extern const struct screen_class closing_screen;

void closing_close(struct screen *screen, struct desk *desk, struct follow *follow);
// F9 adjourns and comes here: pressed once too often it must not seal.
void closing_say_key(struct screen *screen, struct desk *desk, struct follow *follow);
// Every item that is untreated.
void closing_postpone(struct screen *screen, struct desk *desk, struct follow *follow);

// To what is under the cursor; the item under the cursor treated, or postponed.
void closing_go(struct screen *screen, struct desk *desk, struct follow *follow);
void closing_treat(struct screen *screen, struct desk *desk, struct follow *follow);
void closing_postpone_one(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
