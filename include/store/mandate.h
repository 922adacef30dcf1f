// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits in which committee, from which day to which: first and last day count.
//
// The lists of meetings that are not closed follow by attendance_refresh_committee, which the
// gesture calls at its end.
#ifndef GREFFE_STORE_MANDATE_H
#define GREFFE_STORE_MANDATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

enum mandate_time { MANDATE_RUNS, MANDATE_TO_COME, MANDATE_OVER };

struct member {
    int64_t id;
    int64_t person;
    int64_t committee;
    const char *role;                       // code of rules/mandate_line.h
    const char *voice;                      // the same
    int64_t substitute_for;                 // the mandate that it stands in for, or 0
    const char *principal;                  // the name of who holds that one; NULL for none
    struct date starts, ends;               // days; DATE_NONE where nothing is said
    enum mandate_time time;                 // on the day asked for
    const char *civility, *name, *function; // all but the name may be NULL
    int64_t organisation;                   // 0 for none; then the next two are NULL
    const char *organisation_code, *organisation_label;
    const char *college; // NULL for none
    bool elected;
};

struct mandate_facts {
    int64_t person, committee;
    const char *role, *voice;
    int64_t substitute_for;   // 0 for a principal
    struct date starts, ends; // a month or a year counts from its first day, to its last
};

// Those of a committee: who sits on `day` or will, by role then in their order, substitutes under
// their principal; then those that are over. Texts are in `arena`.
enum status mandate_list(struct store *store, int64_t committee, struct date day,
    struct arena *arena, struct member **mandates, size_t *count, struct problem *problem);

// Refuses: a role or voice that is none, a guest who votes, what rules/mandate.h refuses (an end
// before the start, a second membership of that person in that committee on one day), two who
// preside at once (co-chairs may be several), a substitute of oneself, of a substitute, of another
// committee's member, or who has substitutes. `mandate_set` may not change the person nor the
// committee (both are ignored).
enum status mandate_add(struct gesture *gesture, int64_t id, const struct mandate_facts *facts,
    struct problem *problem);
enum status mandate_set(struct gesture *gesture, int64_t id, const struct mandate_facts *facts,
    struct problem *problem);

// `day` is the last one; the mandates of its substitutes end with it. Refuses a day before the
// first one, and one beyond the next mandate of the same person there.
enum status mandate_end(
    struct gesture *gesture, int64_t id, struct date day, struct problem *problem);

// Takes back a mandate that was a mistake, those of its substitutes too. Refuses one whose person
// is on the list of a closed meeting of the committee held while it ran: that one is ended.
enum status mandate_remove(struct gesture *gesture, int64_t id, struct problem *problem);

// Of the whole file, after an undo or a redo: no person sits twice in a committee on one day. For
// src/store alone.
enum status mandates_check(struct store *store, struct problem *problem);

#endif
