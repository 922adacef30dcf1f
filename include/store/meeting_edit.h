// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings made, moved to another day, given a place, taken away. None changes a closed one.
#ifndef GREFFE_STORE_MEETING_EDIT_H
#define GREFFE_STORE_MEETING_EDIT_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

// Prepares a meeting. Refuses a date that is no day, and one before the last meeting that the
// committee held: its meetings follow one another.
enum status meeting_add(struct gesture *gesture, int64_t id, int64_t committee, struct date date,
    struct problem *problem);

// The reference follows the day. Refuses what `meeting_add` refuses, and another year for a
// meeting whose decisions have numbers.
enum status meeting_set_date(
    struct gesture *gesture, int64_t meeting, struct date date, struct problem *problem);

enum status meeting_set_place(
    struct gesture *gesture, int64_t meeting, const char *place, struct problem *problem);

// How its items are numbered (rules/item_number.h). Refuses what is no model, and a closed meeting.
enum status meeting_set_numbering(
    struct gesture *gesture, int64_t meeting, const char *model, struct problem *problem);

// Only a prepared meeting on which nothing was noted; its agenda goes with it.
enum status meeting_remove(struct gesture *gesture, int64_t meeting, struct problem *problem);

// The refusal of a date before the last meeting that the committee held, `meeting` itself aside.
enum status meeting_check_date(struct store *store, int64_t committee, int64_t meeting,
    struct date date, struct problem *problem);

#endif
