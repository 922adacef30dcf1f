// SPDX-License-Identifier: GPL-3.0-or-later
// How somebody's presence is said, agreeing in gender with who it is said of.
#ifndef GREFFE_SCREENS_ATTENDANCE_PHRASES_H
#define GREFFE_SCREENS_ATTENDANCE_PHRASES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "store/attendance.h"
#include "store/attendance_count.h"

// By civility.
bool attendee_is_feminine(const struct attendee *attendee);

// «présente», «en visio», «arrivée 14:44», «partie 15:20», «pouvoir», «–» while it is not known;
// «cède la place» of a substitute whose principal sits, «sans effet» of a proxy whose holder does
// not vote.
void phrase_presence(struct buffer *out, const struct attendance_sheet *sheet,
    const struct attendance_state *state, const struct attendee *attendee);

// «Mme Prénom Nom»
void phrase_attendee(struct buffer *out, const struct attendee *attendee);

// «Mme Prénom Nom · directrice, Caf»
void phrase_attendee_place(struct buffer *out, const struct attendee *attendee);

// «Arrivée : Prénom Nom (Caf)»
void phrase_move(
    struct buffer *out, const struct attendee *attendee, const struct attendance_move *move);

// `15h20`, `15 h`, `15:20` as `15:20`. False for what is no hour.
enum { HOUR_TEXT_SIZE = 8 };
bool read_typed_hour(const char *text, char hour[HOUR_TEXT_SIZE]);

#endif
