// SPDX-License-Identifier: GPL-3.0-or-later
// How often each member of a committee was there.
#ifndef GREFFE_SCREENS_ATTENDANCE_RATES_H
#define GREFFE_SCREENS_ATTENDANCE_RATES_H

#include "screens/screen.h"

extern const struct screen_class attendance_rates_screen;

// From the page of a committee, or its line in the list.
void attendance_rates_show(struct screen *screen, struct desk *desk, struct follow *follow);

// All meetings, then those of each year, the latest first.
void attendance_rates_next_year(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
