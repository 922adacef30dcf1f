// SPDX-License-Identifier: GPL-3.0-or-later
// Who is expected at a meeting and who was there, as it is read; here with what changes it and
// what counts of it, for those who need several.
#ifndef GREFFE_STORE_ATTENDANCE_H
#define GREFFE_STORE_ATTENDANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "store/attendance_edit.h"
#include "store/attendance_list.h"
#include "store/store.h"

// One arrival or departure.
struct attendance_move {
    int64_t id;
    int64_t attendee;
    int64_t item;
    bool arrives;
    const char *at; // local time
};

// Texts are those of that day; any may be NULL but `name`, `role`, `voice` and `presence`.
struct attendee {
    int64_t id;
    int64_t person; // 0 for a guest without record
    const char *civility, *name, *function;
    const char *organisation, *organisation_code, *college;
    bool elected;
    const char *role;                    // codes of the contract
    const char *voice;                   // `deliberative`, `consultative`, or empty
    int64_t substitute_for;              // the attendee that it stands in for, or 0
    const char *presence;                // code of the contract, empty while it is not known
    const char *deputy;                  // who sits for a represented one
    int64_t proxy_to;                    // the attendee who votes while this one is away, or 0
    const struct attendance_move *moves; // in the order of the items as they were taken
    size_t move_count;
    const int64_t *withdrawals; // items
    size_t withdrawal_count;
};

struct attendance_sheet {
    int64_t meeting;
    const char *quorum, *majority; // codes of the committee's rules
    bool casting_vote;
    int proxies; // that one person may hold
    // By college: that of the chair, then in the order of their first member (those without one
    // last); there the chair, those who chair with her, members, the secretary, each with
    // substitutes behind; guests at the end.
    struct attendee *people;
    size_t count;
    const char *const *colleges; // those of the people above, in that order, without NULL
    size_t college_count;
    // Items in the order in which the meeting takes them: those opened, by their hour, then the
    // others in the order of the agenda.
    const int64_t *items;
    size_t item_count;
    int64_t current; // the item being treated, else the last one that was, else the first; or 0
};

// Five queries, however many people and moves. A meeting that does not exist has nobody.
enum status attendance_load(struct store *store, int64_t meeting, struct arena *arena,
    struct attendance_sheet *sheet, struct problem *problem);

// NULL when it is not there, and for 0.
const struct attendee *attendance_sheet_find(const struct attendance_sheet *sheet, int64_t id);
const struct attendance_move *attendance_sheet_move(
    const struct attendance_sheet *sheet, int64_t move);

// The rank of an item among `items`, from 1; 0 when it is not there.
int attendance_sheet_rank(const struct attendance_sheet *sheet, int64_t item);

// The number of a college in the seats of the rules, from 1; 0 for none. And back (NULL for none).
int64_t attendance_sheet_college(const struct attendance_sheet *sheet, const char *college);
const char *attendance_sheet_college_label(const struct attendance_sheet *sheet, int64_t college);

// How somebody is named on one line: «Prénom Nom (Caf)», the organisation alone where it is the
// name.
void attendee_name(struct buffer *out, const struct attendee *attendee);

#endif
