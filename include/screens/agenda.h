// SPDX-License-Identifier: GPL-3.0-or-later
// The agenda of a meeting that is being prepared.
#ifndef GREFFE_SCREENS_AGENDA_H
#define GREFFE_SCREENS_AGENDA_H

#include "screens/screen.h"

extern const struct screen_class agenda_screen;

#endif
