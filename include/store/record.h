// SPDX-License-Identifier: GPL-3.0-or-later
// What a meeting records, as it is read, fact by fact; private notes too, which stand in a table of
// their own. Here with what changes it, for those who need both.
#ifndef GREFFE_STORE_RECORD_H
#define GREFFE_STORE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/ballot.h"
#include "store/record_edit.h"

struct record {
    int64_t id;
    int64_t item;
    const char *at;         // local time
    struct entry fact;      // kind, text, mentions, links, date, priority, doubt, as it was taken
    const char *number;     // a decision's number, a task's reference; NULL for none
    const char *outcome;    // a decision's; else NULL
    const char *mode;       // a decision's; else NULL
    bool voted;             // a decision with a ballot, which stands behind it
    const char *task_state; // a task's present state; else NULL
    bool pinned;            // stays with its item from one meeting to the next
    int64_t continues;      // the note of an earlier meeting that it takes up, 0 for none
    bool answered;          // a question that got its answer
    struct date answered_on;
    const char *answer;               // what was answered, as the next; NULL for none
    const char *reserve;              // of a decision
    bool confidential;                // marked itself (store/confidential.h)
    const struct held_ballot *ballot; // what a vote was, its sentence being the text; else NULL
};

struct record_list {
    struct record *records;
    size_t count;
};

// Those of one item, in the order they were begun, the vote on a decision behind it; five queries,
// however many they are.
enum status record_list(struct store *store, int64_t item, struct arena *arena,
    struct record_list *list, struct problem *problem);

// Puts a record where its id stands, never between a decision and its vote. The list has room.
void record_list_insert(struct record_list *list, const struct record *added);

// STATUS_REFUSED when it is not there (any more).
enum status record_load(struct store *store, int64_t id, struct arena *arena, struct record *record,
    struct problem *problem);

// True when a record or private note with this id exists (a draft that became one).
bool record_exists(struct store *store, int64_t id);

#endif
