// SPDX-License-Identifier: GPL-3.0-or-later
// One committee: the rules by which it meets, and who sits there.
#ifndef GREFFE_SCREENS_COMMITTEE_H
#define GREFFE_SCREENS_COMMITTEE_H

#include "screens/screen.h"

extern const struct screen_class committee_screen;

#endif
