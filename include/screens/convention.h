// SPDX-License-Identifier: GPL-3.0-or-later
// The convention as it was published: its text, signatories and calendar, to read.
#ifndef GREFFE_SCREENS_CONVENTION_H
#define GREFFE_SCREENS_CONVENTION_H

#include "screens/screen.h"

extern const struct screen_class convention_screen;

#endif
