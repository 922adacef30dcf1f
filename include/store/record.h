// SPDX-License-Identifier: GPL-3.0-or-later
// What a meeting records, fact by fact; private notes too, which stand in a table of their own.
#ifndef GREFFE_STORE_RECORD_H
#define GREFFE_STORE_RECORD_H

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"
#include "text/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct record {
    int64_t id;
    int64_t item;
    const char *at;    // local time
    struct entry fact; // kind, text, mentions, links, date, priority, doubt
    const char *number;  // a decision's number, a task's reference; NULL for none
    const char *outcome; // a decision's; else NULL
    const char *mode;    // a decision's; else NULL
    const char *task_state; // a task's present state; else NULL
};

struct record_list {
    struct record *records;
    size_t count;
};

// Those of one item, in the order they were begun.
enum status record_list(struct store *store, int64_t item, struct arena *arena,
    struct record_list *list, struct problem *problem);

enum status record_load(struct store *store, int64_t id, struct arena *arena,
    struct record *record, struct problem *problem);

// True when a record or private note with this id exists (a draft that became one).
bool record_exists(struct store *store, int64_t id);

// Adds the fact to the item, at the hour of the store's clock. A task gets its number.
enum status record_add(struct gesture *gesture, int64_t id, int64_t item,
    const struct entry *fact, struct problem *problem);

// Replaces the fact, its kind included; hour and id stay. A task that stays one keeps its number
// and its present life follows where it had not gone its own way.
enum status record_set(
    struct gesture *gesture, int64_t id, const struct entry *fact, struct problem *problem);

enum status record_remove(struct gesture *gesture, int64_t id, struct problem *problem);

// To another item of the same meeting.
enum status record_move(
    struct gesture *gesture, int64_t id, int64_t item, struct problem *problem);

#endif
