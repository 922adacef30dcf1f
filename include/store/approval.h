// SPDX-License-Identifier: GPL-3.0-or-later
// The approval of a meeting's minutes: said by the committee, with or without reserves, or counted
// as given once the committee's delay since they were sent has passed.
#ifndef GREFFE_STORE_APPROVAL_H
#define GREFFE_STORE_APPROVAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct approval {
    const char *day;      // since when the minutes are approved, `2026-04-09`; NULL: they are not
    bool tacit;           // nobody said so: the delay has passed
    const char *reserves; // NULL for none
    const char *meeting;  // reference of the meeting that approved them; NULL outside one
    const char *due;      // not approved yet: the day on which they will be, if nobody speaks;
                          // NULL where there is no such day
    int delay;            // of the committee, in days; -1 for none
};

// By the store's clock. Texts are in `arena`. A meeting that is not closed has nothing but its
// delay.
enum status approval_load(struct store *store, int64_t meeting, struct arena *arena,
    struct approval *approval, struct problem *problem);

// STATUS_REFUSED, with the reason, when these minutes cannot be approved: the meeting is not
// closed, or they are approved already, by the delay as well.
enum status approval_check(struct store *store, int64_t meeting, struct problem *problem);

// Approves the minutes, now; `reserves` may be empty. `held`: the meeting of the committee that
// does it, opened and not closed; 0 outside one. Refuses what approval_check does. Sets
// BARRIER_APPROVAL.
enum status approval_add(struct gesture *gesture, int64_t meeting, int64_t held,
    const char *reserves, struct problem *problem);

// The meeting whose minutes an item is there to approve; 0 for none.
enum status approval_of_item(
    struct store *store, int64_t item, int64_t *meeting, struct problem *problem);

// The closed meeting of the committee before this one, whose minutes this one approves; 0 for none.
enum status approval_awaited(
    struct store *store, int64_t meeting, int64_t *awaited, struct problem *problem);

#endif
