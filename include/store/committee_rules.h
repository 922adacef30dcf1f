// SPDX-License-Identifier: GPL-3.0-or-later
// By which rules each committee meets, and what its decisions are; read and changed.
#ifndef GREFFE_STORE_COMMITTEE_RULES_H
#define GREFFE_STORE_COMMITTEE_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/committee_rule.h"
#include "store/gesture.h"
#include "text/date.h"

struct committee_rules {
    int64_t id;
    const char *code;
    const char *label;
    const char *kind;
    const char *authority;                    // decide, propose, delibere
    int64_t next;                             // the committee it proposes to, 0 for none
    const char *next_code;                    // NULL for none
    const char *values[COMMITTEE_RULE_COUNT]; // codes; never NULL
    int members; // whose mandate runs on the day asked for, substitutes and guests left out
    int voices;  // those of them with a vote
    bool archived;
};

// In the order of the committees, archived ones left out. Texts are in `arena`.
enum status committee_rules_list(struct store *store, struct date day, struct arena *arena,
    struct committee_rules **committees, size_t *count, struct problem *problem);

// The same, then those that are archived.
enum status committee_rules_list_all(struct store *store, struct date day, struct arena *arena,
    struct committee_rules **committees, size_t *count, struct problem *problem);

// STATUS_REFUSED when there is no such committee (any more).
enum status committee_rules_load(struct store *store, int64_t committee, struct date day,
    struct arena *arena, struct committee_rules *rules, struct problem *problem);

// `value` as rules/committee_rule.h reads it, with its refusals.
enum status committee_rules_set(struct gesture *gesture, int64_t committee,
    enum committee_rule rule, const char *value, struct problem *problem);

// `next` only with `propose`. Refuses an authority that is none, a next committee that is gone, is
// this one or proposes, by whatever way, to this one, and a change while a meeting of the committee
// is not closed: what was noted there would mean something else.
enum status committee_set_authority(struct gesture *gesture, int64_t committee,
    const char *authority, int64_t next, struct problem *problem);

// Refuses an empty name.
enum status committee_set_label(
    struct gesture *gesture, int64_t committee, const char *label, struct problem *problem);

#endif
