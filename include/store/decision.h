// SPDX-License-Identifier: GPL-3.0-or-later
// One decision with what became of it; here with what changes it, for those who need both.
#ifndef GREFFE_STORE_DECISION_H
#define GREFFE_STORE_DECISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/decision_outcome.h"
#include "store/decision_accord.h"
#include "store/decision_edit.h"
#include "store/decision_life.h"
#include "store/store.h"
#include "text/date.h"

// Another decision that it replaces, or that replaces it.
struct decision_end {
    int64_t id;
    const char *number; // NULL while it is provisional
    const char *text;
    const char *meeting_reference;
};

struct decision {
    int64_t id, meeting;
    const char *number;      // the town's, where the committee's acts are numbered by the town
    const char *town_number; // of the délibération; NULL until it is typed
    const char *text;
    const char *state;   // `provisoire` while its meeting is not closed
    const char *outcome; // what closing makes, or made, of it
    const char *mode;    // consensus, unanimite, vote, vote-secret
    const char *meeting_reference;
    const char *meeting_state;
    struct decision_power power; // of its committee
    struct date date;            // of its meeting
    const char *reserve;         // NULL without one, as the next
    const char *reason;          // what was said last
    struct date review;          // DATE_NONE: never
    struct date executed_on, withdrawn_on;
    bool is_replaced;                // by one that stands
    struct decision_end replaced_by; // id 0: none
    struct decision_end *replaces;
    size_t replaces_count;
    struct decision_accord *accords; // whose accord is asked; in the order of the convention
    size_t accord_count;
};

// STATUS_REFUSED when it is gone. Three queries.
enum status decision_load(struct store *store, int64_t id, struct arena *arena,
    struct decision *decision, struct problem *problem);

// Its meeting is closed: what was decided is sealed.
bool decision_is_sealed(const struct decision *decision);

// It has the town's number, or may have one.
bool decision_is_for_council(const struct decision *decision);

#endif
