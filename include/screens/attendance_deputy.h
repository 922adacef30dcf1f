// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits for somebody, picked: the substitutes of that seat first, then those of the same
// organisation, or a name that is typed.
#ifndef GREFFE_SCREENS_ATTENDANCE_DEPUTY_H
#define GREFFE_SCREENS_ATTENDANCE_DEPUTY_H

#include "screens/follow.h"
#include "screens/screen.h"

void attendance_pick_deputy(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
