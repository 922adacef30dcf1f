// SPDX-License-Identifier: GPL-3.0-or-later
// A vote: consensus or unanimity in one key, counts on one line, names by list, secret totals; then
// back to the meeting.
#ifndef GREFFE_SCREENS_BALLOT_H
#define GREFFE_SCREENS_BALLOT_H

#include "screens/screen.h"

extern const struct screen_class ballot_screen;

#endif
