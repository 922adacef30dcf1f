// SPDX-License-Identifier: GPL-3.0-or-later
// The tableau, home of the application: a pane a field, with its axes, their progress, decisions
// and late tasks.
#ifndef GREFFE_SCREENS_TABLEAU_H
#define GREFFE_SCREENS_TABLEAU_H

#include "screens/screen.h"

extern const struct screen_class tableau_screen;

struct desk;

void tableau_open(struct screen *screen, struct desk *desk, struct follow *follow);
void tableau_open_field(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
