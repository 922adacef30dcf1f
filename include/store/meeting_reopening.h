// SPDX-License-Identifier: GPL-3.0-or-later
// A closed meeting, opened to correction again.
#ifndef GREFFE_STORE_MEETING_REOPENING_H
#define GREFFE_STORE_MEETING_REOPENING_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// May it be reopened? Only the last that its committee held: refuses one that is not closed, one
// after which another was opened, and one whose minutes are approved. Each refusal names the way
// on.
enum status meeting_check_reopening(struct store *store, int64_t meeting, struct problem *problem);

// Breaks the seal: the meeting is adjourned again, its decisions are provisional and keep their
// numbers, as it keeps its own. What was dispatched stays noted. Logs the reopening with its
// reason, which is refused when it is empty, and sets BARRIER_REOPENING.
enum status meeting_reopen(
    struct gesture *gesture, int64_t meeting, const char *reason, struct problem *problem);

#endif
