// SPDX-License-Identifier: GPL-3.0-or-later
// The people whom the file knows, with where they come from and where they sit.
#ifndef GREFFE_SCREENS_PEOPLE_H
#define GREFFE_SCREENS_PEOPLE_H

#include "screens/screen.h"

extern const struct screen_class people_screen;

// From the committees.
void people_show(struct screen *screen, struct desk *desk, struct follow *follow);

void people_ask_new(struct screen *screen, struct desk *desk, struct follow *follow);
void people_ask_change(struct screen *screen, struct desk *desk, struct follow *follow);
void people_drop(struct screen *screen, struct desk *desk, struct follow *follow);
void people_archive(struct screen *screen, struct desk *desk, struct follow *follow);

// Shows those who are archived too, or no more.
void people_show_archived(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
