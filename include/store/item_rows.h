// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that an item is made of. For src/store alone: whether a change may be is checked before.
#ifndef GREFFE_STORE_ITEM_ROWS_H
#define GREFFE_STORE_ITEM_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

struct item_row {
    int64_t id, meeting;
    int64_t parent; // 0 for none, as the references below
    int64_t position;
    const char *title, *kind;
    const char *presenter; // may be NULL, as `reason` and `gathers`
    int minutes;           // 0 when not said
    const char *reason, *gathers;
    int64_t continues, standing, answers, approves;
    bool late, pinned;
};

// To be treated.
enum status item_rows_insert(
    struct gesture *gesture, const struct item_row *row, struct problem *problem);

// The first position behind all items under `parent`, those that wait included.
enum status item_rows_end(struct store *store, int64_t meeting, int64_t parent, int64_t *position,
    struct problem *problem);

// What the item `from` is tied to is given to `to` as well; with its documents.
enum status item_rows_copy_links(
    struct gesture *gesture, int64_t from, int64_t to, struct problem *problem);
enum status item_rows_copy(
    struct gesture *gesture, int64_t from, int64_t to, struct problem *problem);

// What the record concerns is given to the item: its own links, else those of its item.
enum status item_rows_link_like_record(
    struct gesture *gesture, int64_t record, int64_t item, struct problem *problem);

// The item without records or sub-items, and all that hangs on it. An item that takes it up again
// takes up instead what it took up itself.
enum status item_rows_delete(struct gesture *gesture, int64_t item, struct problem *problem);

#endif
