// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent of a meeting.
#ifndef GREFFE_STORE_DISPATCH_H
#define GREFFE_STORE_DISPATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/store.h"

// True once the call was sent: what is added to the agenda from then on is late.
enum status meeting_call_was_sent(
    struct store *store, int64_t meeting, bool *sent, struct problem *problem);

#endif
