// SPDX-License-Identifier: GPL-3.0-or-later
// The register of decisions, whole or of one element of the plan, latest first.
#ifndef GREFFE_SCREENS_DECISIONS_H
#define GREFFE_SCREENS_DECISIONS_H

#include "screens/screen.h"

extern const struct screen_class decisions_screen;

void decisions_open(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
