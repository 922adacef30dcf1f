// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that are true where one was, from the table of commands; Enter runs the one under the
// cursor. The palette is the same choice as a search.
#ifndef GREFFE_SCREENS_HELP_H
#define GREFFE_SCREENS_HELP_H

#include "screens/screen.h"

extern const struct screen_class help_screen;

void help_show(struct screen *screen, struct desk *desk, struct follow *follow);
void help_run(struct screen *screen, struct desk *desk, struct follow *follow);
void help_palette(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
