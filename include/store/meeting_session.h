// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting as it is held: opened, adjourned, and opened again while it is not closed.
#ifndef GREFFE_STORE_MEETING_SESSION_H
#define GREFFE_STORE_MEETING_SESSION_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Opens, or opens again one that was adjourned or suspended, not closed. Needs the committee's
// other meetings held to be closed, and says which one is not. The first item to be treated becomes
// current; opened again, the item at which the meeting was adjourned does. The pinned notes of the
// items that it takes up again are taken up. The clock stood still since it was suspended, or
// adjourned (store/meeting_pause.h).
enum status meeting_open(struct gesture *gesture, int64_t meeting, struct problem *problem);

// The current item becomes treated.
enum status meeting_adjourn(struct gesture *gesture, int64_t meeting, struct problem *problem);

#endif
