// SPDX-License-Identifier: GPL-3.0-or-later
// How many must be present for a committee to decide. A vote held without them is marked
// (`ballot.quorum_reached`), never refused: the room decides what to make of it. A quorum is of one
// item; the votes before it was lost stand.
#ifndef GREFFE_RULES_QUORUM_H
#define GREFFE_RULES_QUORUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "rules/presence.h"

enum quorum_kind { QUORUM_NONE, QUORUM_MAJORITY, QUORUM_BY_COLLEGE, QUORUM_NUMBER };
enum { QUORUM_HIGHEST = 9999 };

struct quorum_rule {
    enum quorum_kind kind;
    int number; // for QUORUM_NUMBER, from 1 to QUORUM_HIGHEST; 0 otherwise
};

// `aucun`, `majorite`, `par-college` or a number, case and accents aside; empty is none. Refuses
// anything else, with `rule` unchanged.
enum status quorum_rule_read(const char *code, struct quorum_rule *rule, struct problem *problem);

struct quorum_part {
    int64_t college; // 0 for the members without one
    int present, seats, needed;
    bool reached;
};

struct quorum {
    struct quorum_rule rule;
    int present, seats;
    int needed;                // in all; 0 without a quorum, or where each college has its own
    bool reached;              // always, without a quorum
    struct quorum_part *parts; // only by college: each one that has a place with a vote
    size_t part_count;
};

// Majority is more than half of the places with a vote. `parts` is in `arena`. Refuses nothing;
// STATUS_SYSTEM when memory ends.
enum status quorum_at(struct quorum_rule rule, const struct attendance *attendance,
    const struct standing standings[], struct arena *arena, struct quorum *quorum,
    struct problem *problem);

// A college's label; NULL is never given for one of the meeting's. `context` is the caller's.
typedef const char *(*quorum_college_label)(int64_t college, const void *context);

// «8 présents sur 14, quorum de 8 atteint». Where colleges are short of it, which, and by how
// much: «8 présents sur 14, quorum non atteint (Associations : 1 sur 4, il en faut 3)».
void quorum_sentence(struct buffer *out, const struct quorum *quorum, quorum_college_label label,
    const void *context);

#endif
