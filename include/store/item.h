// SPDX-License-Identifier: GPL-3.0-or-later
// The agenda of a meeting: items, sub-items, and what of the plan they concern.
#ifndef GREFFE_STORE_ITEM_H
#define GREFFE_STORE_ITEM_H

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct item {
    int64_t id;
    int64_t parent;     // 0 for none
    int depth;          // 0, or 1 for a sub-item
    const char *number; // `3`, `3.1`; computed from the order
    const char *title;
    const char *kind;
    const char *state; // code of item_workflow
    const char *presenter; // may be NULL
    int planned_minutes;   // 0 when not said
    const char *opened_at, *closed_at; // may be NULL
    struct entry_link *links;
    size_t link_count;
    int records, decisions, tasks;
};

struct agenda {
    struct item *items; // in order, sub-items behind their item
    size_t count;
    int planned_minutes; // sum
};

enum status agenda_load(struct store *store, int64_t meeting, struct arena *arena,
    struct agenda *agenda, struct problem *problem);

// NULL when it is not there.
const struct item *agenda_find(const struct agenda *agenda, int64_t id);
// The item being treated, or NULL.
const struct item *agenda_current(const struct agenda *agenda);

// Adds an item behind `after` (0: at the end), as a sub-item of `parent` (0: none). `title` may be
// several lines: each line becomes an item, `first_id` the first one's id. Refuses an empty title and a closed
// meeting.
enum status item_add(struct gesture *gesture, int64_t first_id, int64_t meeting, int64_t parent,
    int64_t after, const char *title, struct problem *problem);
enum status item_set_title(
    struct gesture *gesture, int64_t item, const char *title, struct problem *problem);
enum status item_set_presenter(
    struct gesture *gesture, int64_t item, const char *presenter, struct problem *problem);
// `minutes` as typed: a number from 0 to 1440, empty for none.
enum status item_set_minutes(
    struct gesture *gesture, int64_t item, const char *minutes, struct problem *problem);
enum status item_set_kind(
    struct gesture *gesture, int64_t item, const char *kind, struct problem *problem);

// Refuses an item with records or sub-items.
enum status item_remove(struct gesture *gesture, int64_t item, struct problem *problem);

// One place up (-1) or down (+1) among its siblings, children with it. STATUS_REFUSED at the end.
enum status item_move(struct gesture *gesture, int64_t item, int step, struct problem *problem);

// Makes it a sub-item of the item before it, or an item again.
enum status item_indent(struct gesture *gesture, int64_t item, bool deeper,
    struct problem *problem);

// Adds the links it lacks, or takes away those named. Refuses nothing that is there already.
enum status item_link(struct gesture *gesture, int64_t item, const struct entry_link *links,
    size_t count, struct problem *problem);
enum status item_unlink(struct gesture *gesture, int64_t item, const struct entry_link *links,
    size_t count, struct problem *problem);

// Makes the item current in an open meeting: the one that was becomes treated. Stamps the hours.
enum status item_open(struct gesture *gesture, int64_t item, struct problem *problem);
enum status item_set_state(
    struct gesture *gesture, int64_t item, const char *state, struct problem *problem);

#endif
