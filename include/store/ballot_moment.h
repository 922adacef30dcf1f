// SPDX-License-Identifier: GPL-3.0-or-later
// Among whom a ballot is held at one item of a meeting: what the status line shows and what a
// ballot is checked against are the same numbers.
#ifndef GREFFE_STORE_BALLOT_MOMENT_H
#define GREFFE_STORE_BALLOT_MOMENT_H

#include <stdint.h>

#include "base/buffer.h"
#include "rules/ballot_line.h"
#include "store/attendance.h"
#include "store/attendance_count.h"

// Where no place has a vote, every member who is there votes.
struct ballot_moment ballot_moment_of(
    const struct attendance_sheet *sheet, const struct attendance_state *state);

// Every place with a vote, else every member: the widest base of a percentage.
int ballot_members(const struct attendance_state *state);

// «8 présents sur 14, quorum de 8 atteint».
void ballot_quorum_words(
    struct buffer *out, const struct attendance_sheet *sheet, const struct attendance_state *state);

// Who decides on a tie, where the committee's rules say so and one chair alone is there; else NULL.
const struct seat *ballot_chair(
    const struct attendance_sheet *sheet, const struct attendance_state *state);

#endif
