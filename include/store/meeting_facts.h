// SPDX-License-Identifier: GPL-3.0-or-later
// What a change must know first: of the meeting, and of the item. Here is also where a change of a
// closed meeting is refused, before the triggers would. For src/store alone.
#ifndef GREFFE_STORE_MEETING_FACTS_H
#define GREFFE_STORE_MEETING_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

struct meeting_facts {
    int64_t id;
    int64_t committee;
    const char *committee_code;
    const char *authority;      // decide, propose, delibere
    const char *next_authority; // of the committee that it proposes to, or NULL
    const char *reference;
    const char *state;
    struct date date;
    int number;               // in the year; 0 before it has one
    const char *adjourned_at; // may be NULL
    const char *majority;     // by which the committee decides
};

struct item_facts {
    int64_t id;
    int64_t parent; // 0 for none
    int64_t position;
    const char *title;
    const char *state;
    struct meeting_facts meeting;
};

// STATUS_REFUSED when there is no such meeting, or item, any more. Texts are in `arena`.
enum status meeting_facts_load(struct store *store, int64_t meeting, struct arena *arena,
    struct meeting_facts *facts, struct problem *problem);
enum status item_facts_load(struct store *store, int64_t item, struct arena *arena,
    struct item_facts *facts, struct problem *problem);

// The same for a change: refuses a closed meeting too, and names the meeting to the gesture.
enum status meeting_facts_to_change(struct gesture *gesture, int64_t meeting, struct arena *arena,
    struct meeting_facts *facts, struct problem *problem);
enum status item_facts_to_change(struct gesture *gesture, int64_t item, struct arena *arena,
    struct item_facts *facts, struct problem *problem);

bool meeting_facts_is_sealed(const struct meeting_facts *facts);

// The sentence of the refusal of a change of a closed meeting.
enum status meeting_facts_refuse_sealed(const struct meeting_facts *facts, struct problem *problem);

// What is said is noted only in a meeting that was opened and is not closed.
enum status meeting_facts_check_noting(const struct meeting_facts *facts, struct problem *problem);

// The hour of the store's clock as the file keeps it, in `arena`; NULL when memory ends.
const char *store_hour(struct store *store, struct arena *arena);

#endif
