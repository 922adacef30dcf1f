// SPDX-License-Identifier: GPL-3.0-or-later
// Taking the names out of a vote, for good, and out of the backups that still have them.
#ifndef GREFFE_SCREENS_BALLOT_FORGETTING_H
#define GREFFE_SCREENS_BALLOT_FORGETTING_H

#include "screens/screen.h"

// A command: a choice is opened, for it cannot be undone.
void ballot_forget(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
