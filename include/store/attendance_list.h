// SPDX-License-Identifier: GPL-3.0-or-later
// Who is on the list of a meeting: its committee's members of that day, and guests.
#ifndef GREFFE_STORE_ATTENDANCE_LIST_H
#define GREFFE_STORE_ATTENDANCE_LIST_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Brings the list up to the mandates that are valid on the meeting's day, names, functions and
// roles included: adds who is missing, takes away who is no longer due. Whoever's presence,
// moves, withdrawals or proxies are known stays, and so do guests. Writes only what differs.
//
// To be called in the gesture that makes a meeting or moves its day, and after changes of
// mandates, persons or organisations, once for all of them. A closed meeting, a cancelled or
// postponed one, and one that is gone are left alone without a problem.
enum status attendance_refresh(struct gesture *gesture, int64_t meeting, struct problem *problem);

// The same for every meeting of the committee (0: of all) that is prepared or not closed yet.
enum status attendance_refresh_committee(
    struct gesture *gesture, int64_t committee, struct problem *problem);

// A guest without record, present at once where the meeting is open; `function` and `organisation`
// may be NULL. Refuses a name without a word, and one that is on the list already (case and
// accents aside).
enum status attendance_add_guest(struct gesture *gesture, int64_t id, int64_t meeting,
    const char *name, const char *function, const char *organisation, struct problem *problem);

// Takes a guest off, with moves and withdrawals. Refuses a member.
enum status attendance_remove_guest(
    struct gesture *gesture, int64_t attendee, struct problem *problem);

#endif
