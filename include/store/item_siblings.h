// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a meeting under one parent, in order, without those that wait. For src/store alone.
#ifndef GREFFE_STORE_ITEM_SIBLINGS_H
#define GREFFE_STORE_ITEM_SIBLINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct sibling {
    int64_t id;
    int64_t position;
};

struct siblings {
    struct sibling *items;
    size_t count;
};

// `parent` 0: the items of the first level.
enum status siblings_load(struct store *store, int64_t meeting, int64_t parent, struct arena *arena,
    struct siblings *siblings, struct problem *problem);

// `siblings->count` when it is not among them.
size_t siblings_index(const struct siblings *siblings, int64_t id);

// Refuses a parent that is of another meeting, waits or is a sub-item itself; 0 is always one.
enum status siblings_check_parent(
    struct store *store, int64_t meeting, int64_t parent, struct problem *problem);

// Opens a gap of `width` positions behind the sibling `index - 1`, moving only those in the way.
// `*position` is the first one free.
enum status siblings_make_room(struct gesture *gesture, const struct siblings *siblings,
    size_t index, size_t width, int64_t *position, struct problem *problem);

// Writes nothing where it is the same.
enum status item_set_position(
    struct gesture *gesture, int64_t item, int64_t position, struct problem *problem);

#endif
