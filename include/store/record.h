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
#include "store/record_edit.h"

struct record {
    int64_t id;
    int64_t item;
    const char *at;         // local time
    struct entry fact;      // kind, text, mentions, links, date, priority, doubt, as it was taken
    const char *number;     // a decision's number, a task's reference; NULL for none
    const char *outcome;    // a decision's; else NULL
    const char *mode;       // a decision's; else NULL
    const char *task_state; // a task's present state; else NULL
};

struct record_list {
    struct record *records;
    size_t count;
};

// Those of one item, in the order they were begun; three queries, however many they are.
enum status record_list(struct store *store, int64_t item, struct arena *arena,
    struct record_list *list, struct problem *problem);

// STATUS_REFUSED when it is not there (any more).
enum status record_load(struct store *store, int64_t id, struct arena *arena, struct record *record,
    struct problem *problem);

// True when a record or private note with this id exists (a draft that became one).
bool record_exists(struct store *store, int64_t id);

#endif
