// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of one item of an agenda. Each refuses an item that is gone and a closed meeting, and
// leaves alone what it would not change.
#ifndef GREFFE_STORE_ITEM_EDIT_H
#define GREFFE_STORE_ITEM_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"

enum status item_set_title(
    struct gesture *gesture, int64_t item, const char *title, struct problem *problem);
enum status item_set_presenter(
    struct gesture *gesture, int64_t item, const char *presenter, struct problem *problem);
// `minutes` as typed: a number from 0 to 1440, `15 min`, `1h30`; empty for none.
enum status item_set_minutes(
    struct gesture *gesture, int64_t item, const char *minutes, struct problem *problem);
enum status item_set_kind(
    struct gesture *gesture, int64_t item, const char *kind, struct problem *problem);

// A pinned item returns at each meeting of the committee, treated or not.
enum status item_set_pinned(
    struct gesture *gesture, int64_t item, bool pinned, struct problem *problem);

// Adds the links it lacks, or takes away those named. Refuses nothing that is there already.
enum status item_link(struct gesture *gesture, int64_t item, const struct entry_link *links,
    size_t count, struct problem *problem);
enum status item_unlink(struct gesture *gesture, int64_t item, const struct entry_link *links,
    size_t count, struct problem *problem);

// Makes the item current in an open meeting: the one that was becomes treated. Stamps the hours.
enum status item_open(struct gesture *gesture, int64_t item, struct problem *problem);

// Checks the workflow. An item that was opened is stamped as it is ended; `en-cours` opens it,
// `en-attente` parks it (store/parked_item.h).
enum status item_set_state(
    struct gesture *gesture, int64_t item, const char *state, struct problem *problem);

#endif
