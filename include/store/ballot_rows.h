// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of ballots, and the decision that follows its ballot. For src/store alone: whether a
// change may be is checked before.
#ifndef GREFFE_STORE_BALLOT_ROWS_H
#define GREFFE_STORE_BALLOT_ROWS_H

#include <stdint.h>

#include "base/status.h"
#include "store/ballot.h"
#include "store/gesture.h"
#include "store/meeting_facts.h"

// Inserts the ballot with its votes.
enum status ballot_rows_insert(struct gesture *gesture, int64_t meeting,
    const struct held_ballot *ballot, struct problem *problem);

// Item, decision and hour stay; writes only what differs.
enum status ballot_rows_update(
    struct gesture *gesture, const struct held_ballot *ballot, struct problem *problem);

enum status ballot_rows_delete(struct gesture *gesture, int64_t id, struct problem *problem);

// Those on a decision: gone with it; left to the item when it is no decision any more; at another
// item with it.
enum status ballot_rows_delete_of(
    struct gesture *gesture, int64_t decision, struct problem *problem);
enum status ballot_rows_leave(struct gesture *gesture, int64_t decision, struct problem *problem);
enum status ballot_rows_move(
    struct gesture *gesture, int64_t decision, int64_t item, struct problem *problem);

// The decision as its latest ballot left it, or as it is without one: by consensus.
enum status ballot_rows_follow(struct gesture *gesture, int64_t decision,
    const struct meeting_facts *meeting, struct problem *problem);

#endif
