// SPDX-License-Identifier: GPL-3.0-or-later
// A seat at a meeting: who is expected, with what voice, and what became of it that day.
//
// A seat is a person's mandate, or a guest. Items are told by their rank, from 1, in the order in
// which the meeting takes them (a sub-item has a rank of its own). All that a seat points to is
// borrowed.
#ifndef GREFFE_RULES_SEAT_H
#define GREFFE_RULES_SEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/value.h"

enum seat_role { SEAT_MEMBER, SEAT_CHAIR, SEAT_COCHAIR, SEAT_SECRETARY, SEAT_GUEST };
enum seat_voice { VOICE_NONE, VOICE_VOTING, VOICE_ADVISORY };
enum presence {
    PRESENCE_UNKNOWN,
    PRESENCE_PRESENT,
    PRESENCE_VIDEO,
    PRESENCE_REPRESENTED,
    PRESENCE_EXCUSED,
    PRESENCE_ABSENT
};

extern const struct value_set seat_role_values;
extern const struct value_set seat_voice_values;
extern const struct value_set presence_values;

// An arrival counts from its item on; from the item of a departure on, the seat no longer counts.
struct seat_move {
    bool arrives;
    int item;
    const char *hour; // `15:20`; NULL when not said. Nothing is computed from it.
};

struct seat {
    int64_t id; // never 0
    const char *name;
    enum seat_role role;
    enum seat_voice voice;
    int64_t college;       // 0 for none
    int64_t substitute_of; // the principal's seat; 0 for a principal
    // How the seat is held while somebody sits on it: who comes late is present too, with an
    // arrival. Excused, absent or unknown, nobody sits there, whatever the moves.
    enum presence presence;
    const char *deputy; // who sits for a represented person; the moves are then the deputy's
    int64_t proxy_to;   // the seat of who votes for this one while it is empty; 0 for none
    // In the order of time, so of their items. One whose first move is an arrival was not there
    // before it.
    const struct seat_move *moves;
    size_t move_count;
    const int *withdrawals; // ranks of the items on which the person does not vote
    size_t withdrawal_count;
};

enum { PROXIES_WITHOUT_LIMIT = -1 };

// Everyone at a meeting.
struct attendance {
    const struct seat *seats;
    size_t seat_count;
    int proxies_allowed; // that one person may hold at once
};

// NULL for an unknown one, and for 0.
const struct seat *attendance_find(const struct attendance *attendance, int64_t id);

// Whose place is taken: the principal of a substitute, the seat itself otherwise. NULL for a
// substitute whose principal is unknown, or is a substitute too.
const struct seat *attendance_principal(
    const struct attendance *attendance, const struct seat *seat);

// The place has a vote: that of a principal with a voting voice. A substitute has the voice of the
// principal, unless its own is advisory.
bool attendance_may_vote(const struct attendance *attendance, const struct seat *seat);

bool seat_is_withdrawn(const struct seat *seat, int item);

// Somebody sits on it at that item: the person, by video or not, or a deputy, whose name is known.
bool seat_is_held(const struct seat *seat, int item);

#endif
