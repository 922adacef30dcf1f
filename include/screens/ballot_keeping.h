// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping a vote that was said on the ballot screen.
#ifndef GREFFE_SCREENS_BALLOT_KEEPING_H
#define GREFFE_SCREENS_BALLOT_KEEPING_H

#include "screens/ballot_view.h"

// On the item shown and on all those it was said for too, in one gesture; the marks are forgotten
// then. A refusal names the item that it is about, and changes nothing.
enum status ballot_keep_said(struct ballot_view *view, struct desk *desk,
    const struct said_ballot *said, struct problem *problem);

#endif
