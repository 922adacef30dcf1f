// SPDX-License-Identifier: GPL-3.0-or-later
// «À vérifier» on the lines of a meeting: the mark in one key, and the list of what bears it.
#ifndef GREFFE_SCREENS_RECORD_DOUBTS_H
#define GREFFE_SCREENS_RECORD_DOUBTS_H

#include "screens/screen.h"

// On the line under the cursor; while one is typed, on the line noted last.
void record_mark_doubtful(struct screen *screen, struct desk *desk, struct follow *follow);

// One choice among the marked lines of the whole meeting goes to it.
void record_pick_doubtful(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
