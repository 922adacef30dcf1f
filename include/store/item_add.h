// SPDX-License-Identifier: GPL-3.0-or-later
// Items put on the agenda of a meeting that is not closed.
#ifndef GREFFE_STORE_ITEM_ADD_H
#define GREFFE_STORE_ITEM_ADD_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Adds an item behind `after` (0: at the end), as a sub-item of `parent` (0: none). `title` may be
// several lines: each that is not blank becomes an item, `first_id` the first one's id. Refuses a
// title without a word, and a parent that is a sub-item itself. Once the call was sent an item is
// late, and stands at the end.
enum status item_add(struct gesture *gesture, int64_t first_id, int64_t meeting, int64_t parent,
    int64_t after, const char *title, struct problem *problem);

#endif
