// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a meeting that is not held as it was planned; its hours; its neighbours.
#ifndef GREFFE_STORE_MEETING_FATE_H
#define GREFFE_STORE_MEETING_FATE_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

// A prepared or postponed meeting on which nothing was noted. Its items are offered to the next.
enum status meeting_cancel(struct gesture *gesture, int64_t meeting, struct problem *problem);

// A prepared meeting, to a day not known yet; its items are offered to the next one prepared.
enum status meeting_postpone(struct gesture *gesture, int64_t meeting, struct problem *problem);

// A cancelled or postponed meeting is prepared again, on its day. Refuses a day before the last
// meeting held.
enum status meeting_prepare_again(
    struct gesture *gesture, int64_t meeting, struct problem *problem);

// Adjourns an open meeting for lack of quorum: what is not treated, the current item included, is
// postponed, but for an item on which a decision was taken before. Opened again it has its quorum.
enum status meeting_adjourn_without_quorum(
    struct gesture *gesture, int64_t meeting, struct problem *problem);

// Prepares another meeting in the place of one that lacked its quorum, was cancelled or postponed,
// with its place, its hours and the agenda that is offered. Refuses to do so twice, unless the
// other one was not held either.
enum status meeting_call_again(struct gesture *gesture, int64_t id, int64_t meeting,
    struct date date, struct problem *problem);

// `hours` as typed: `14h`, `14h-16h30`, empty for none (rules/agenda_time.h).
enum status meeting_set_hours(
    struct gesture *gesture, int64_t meeting, const char *hours, struct problem *problem);

// The committee's meeting before (-1) or after (+1) this one; 0 where there is none.
enum status meeting_neighbour(
    struct store *store, int64_t meeting, int step, int64_t *neighbour, struct problem *problem);

#endif
