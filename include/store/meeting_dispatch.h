// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent of a meeting: the call before it, the minutes once it is closed. To whom, and when.
#ifndef GREFFE_STORE_MEETING_DISPATCH_H
#define GREFFE_STORE_MEETING_DISPATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

enum dispatch_kind { DISPATCH_CALL, DISPATCH_MINUTES };

struct dispatch {
    enum dispatch_kind kind;
    const char *at; // a local time, or a day alone
    const char *recipients;
};

struct dispatch_list {
    struct dispatch *dispatches; // as they were noted
    size_t count;
    const char *call_word; // of the committee: `convocation` or `invitation`
    bool minutes_are_out;  // sent since the meeting was last closed
};

enum status dispatch_list_load(struct store *store, int64_t meeting, struct arena *arena,
    struct dispatch_list *list, struct problem *problem);

// Which of the two can be sent of a meeting in this state: the call while it is prepared, the
// minutes when it is closed. STATUS_REFUSED in between.
enum status dispatch_kind_of(
    struct store *store, int64_t meeting, enum dispatch_kind *kind, struct problem *problem);

// Notes that it was sent, on `day` (DATE_NONE: now), to `recipients`. Refuses what cannot be sent
// yet, nobody, a day to come, and minutes sent before they were closed. Sets BARRIER_DISPATCH.
enum status dispatch_add(struct gesture *gesture, int64_t id, int64_t meeting, struct date day,
    const char *recipients, struct problem *problem);

#endif
