// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that tie an item or a record to axes, objectives and actions. For src/store alone.
#ifndef GREFFE_STORE_LINK_ROWS_H
#define GREFFE_STORE_LINK_ROWS_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"

enum link_owner { LINK_ITEM, LINK_RECORD };

struct link_row {
    int64_t owner;
    struct entry_link link;
};

// In the order of their owner's id, then axes, objectives and actions.
struct link_rows {
    struct link_row *rows;
    size_t count;
};

// Those of all items of a meeting, or of all records of an item (`scope`), in one query.
enum status link_rows_load(struct store *store, enum link_owner owner, int64_t scope,
    struct arena *arena, struct link_rows *rows, struct problem *problem);

// The links of one owner as an array of their own, in `arena`; NULL without any.
enum status link_rows_of(const struct link_rows *rows, int64_t owner, struct arena *arena,
    struct entry_link **links, size_t *count, struct problem *problem);

// Refuses (with its reference) an element that is gone, and a field.
enum status link_rows_check(
    struct store *store, const struct entry_link *links, size_t count, struct problem *problem);

// Adds those that are not there. They were checked before.
enum status link_rows_add(struct gesture *gesture, enum link_owner owner, int64_t id,
    const struct entry_link *links, size_t count, struct problem *problem);

// Takes away those that are there.
enum status link_rows_remove(struct gesture *gesture, enum link_owner owner, int64_t id,
    const struct entry_link *links, size_t count, struct problem *problem);

enum status link_rows_remove_all(
    struct gesture *gesture, enum link_owner owner, int64_t id, struct problem *problem);

#endif
