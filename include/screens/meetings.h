// SPDX-License-Identifier: GPL-3.0-or-later
// The meetings of all committees, latest first.
#ifndef GREFFE_SCREENS_MEETINGS_H
#define GREFFE_SCREENS_MEETINGS_H

#include "screens/screen.h"

extern const struct screen_class meetings_screen;

// Enter: the agenda of a prepared meeting, the meeting itself of any other.
void meetings_open(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
