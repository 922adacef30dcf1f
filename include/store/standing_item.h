// SPDX-License-Identifier: GPL-3.0-or-later
// What returns at each meeting of a committee. A change counts from the next agenda on.
#ifndef GREFFE_STORE_STANDING_ITEM_H
#define GREFFE_STORE_STANDING_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct standing_item {
    int64_t id;
    const char *title, *kind;
    const char *presenter; // may be NULL
    int minutes;           // 0 when not said
    bool at_end;           // behind what the meeting brings
    bool active;           // not set aside
};

struct standing_items {
    struct standing_item *items;
    size_t count;
};

// In their order, those of the beginning first.
enum status standing_items_load(struct store *store, int64_t committee, struct arena *arena,
    struct standing_items *standing, struct problem *problem);

// `title` may end with minutes, as a pasted line of an agenda (rules/agenda_lines.h); several lines
// are several items, `first_id` the first one's id.
enum status standing_item_add(struct gesture *gesture, int64_t first_id, int64_t committee,
    const char *title, struct problem *problem);

enum status standing_item_set_title(
    struct gesture *gesture, int64_t id, const char *title, struct problem *problem);
enum status standing_item_set_kind(
    struct gesture *gesture, int64_t id, const char *kind, struct problem *problem);

// At the beginning or at the end of the agenda; offered or set aside.
enum status standing_item_set_at_end(
    struct gesture *gesture, int64_t id, bool at_end, struct problem *problem);
enum status standing_item_set_active(
    struct gesture *gesture, int64_t id, bool active, struct problem *problem);

// One place up (-1) or down (+1) among those of its end. STATUS_REFUSED at the last one.
enum status standing_item_move(
    struct gesture *gesture, int64_t id, int step, struct problem *problem);

// Refuses one that a meeting had: it can be set aside.
enum status standing_item_remove(struct gesture *gesture, int64_t id, struct problem *problem);

#endif
