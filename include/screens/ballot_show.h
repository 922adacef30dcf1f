// SPDX-License-Identifier: GPL-3.0-or-later
// What the ballot screen shows, read from the file.
#ifndef GREFFE_SCREENS_BALLOT_SHOW_H
#define GREFFE_SCREENS_BALLOT_SHOW_H

#include "screens/ballot_view.h"

// Reads the meeting anew, around another item or decision; what is marked there and was said of the
// vote to come stays.
enum status ballot_show(
    struct ballot_view *view, struct desk *desk, int64_t subject, struct problem *problem);

// The same around a record or an item one came from: of an item, its last decision.
enum status ballot_show_focus(
    struct ballot_view *view, struct desk *desk, int64_t focus, struct problem *problem);

#endif
