// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting's list as the seats of the rules, and what they make of it at one item: presents,
// quorum, voters, proxies come from the rules alone.
#ifndef GREFFE_STORE_ATTENDANCE_COUNT_H
#define GREFFE_STORE_ATTENDANCE_COUNT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "rules/presence.h"
#include "rules/quorum.h"
#include "rules/seat.h"
#include "store/attendance.h"

// One seat for each of `sheet->people`, in their order, its id that of the attendee; its college
// is that of `attendance_sheet_college`. In `arena`, and borrowed from the sheet. STATUS_SYSTEM
// when memory ends.
enum status attendance_seats(const struct attendance_sheet *sheet, struct arena *arena,
    struct attendance *attendance, struct problem *problem);

// All that is known at one item.
struct attendance_state {
    int rank; // of the item
    struct attendance attendance;
    struct standing *standings; // one for each seat, in their order
    struct presence_totals totals;
    struct quorum quorum;
    // What «présents 9/14» says: places with a vote; where the committee has none, its members.
    int present, expected;
};

// `item` 0: the current one; an item that is not of the meeting stands for the first one.
enum status attendance_at(const struct attendance_sheet *sheet, int64_t item, struct arena *arena,
    struct attendance_state *state, struct problem *problem);

// «présents 9/14 · quorum 8 atteint · 2 pouvoirs», with the colleges that lack it where the quorum
// is by college: by name, or how many where that is wider than `room`, else «9/14 · quorum oui · 2
// pouv.». Empty where nobody is expected.
void attendance_sentence(struct buffer *out, const struct attendance_sheet *sheet,
    const struct attendance_state *state, int room);

#endif
