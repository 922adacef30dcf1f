// SPDX-License-Identifier: GPL-3.0-or-later
// An agenda that builds itself: what is offered to a meeting, and put on it.
#ifndef GREFFE_STORE_AGENDA_PROPOSAL_H
#define GREFFE_STORE_AGENDA_PROPOSAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/carry_over.h"
#include "store/gesture.h"

// What is offered and stands neither on the agenda nor among what was set aside for this meeting.
// Nothing for a meeting that is over (adjourned, closed, cancelled).
enum status agenda_offers(struct store *store, int64_t meeting, struct arena *arena,
    struct carry_over *offers, struct problem *problem);

// Puts all that is offered on the agenda, each item with its reason, its links and its documents;
// `*added` (may be NULL) tells how many. Standing items of the end stay last. Refuses a meeting to
// which nothing is offered any more.
enum status agenda_propose(
    struct gesture *gesture, int64_t meeting, size_t *added, struct problem *problem);

// One of the offers, by its rank. Refuses a rank that is none.
enum status agenda_take(
    struct gesture *gesture, int64_t meeting, size_t rank, struct problem *problem);

// An item that takes up `waiting`, which waits, on the agenda of `meeting`.
enum status agenda_take_up(
    struct gesture *gesture, int64_t meeting, int64_t waiting, struct problem *problem);

#endif
