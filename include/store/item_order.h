// SPDX-License-Identifier: GPL-3.0-or-later
// The order of an agenda: items moved, made sub-items. Each refuses what is gone, a closed
// meeting, and an order by which somebody who voted by name would not be there; only rows whose
// place changes are written. Items that wait have no place in it.
#ifndef GREFFE_STORE_ITEM_ORDER_H
#define GREFFE_STORE_ITEM_ORDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// One place up (-1) or down (+1) among its siblings, children with it. STATUS_REFUSED at the end.
enum status item_move(struct gesture *gesture, int64_t item, int step, struct problem *problem);

// Makes it a sub-item of the item before it (its last one), or an item again (behind the one it
// was under). Refuses an item that has sub-items: there is one level of them.
enum status item_indent(
    struct gesture *gesture, int64_t item, bool deeper, struct problem *problem);

// Puts it under `parent` (0: as an item), behind `after` there (0: at the end). Refuses itself or
// its own sub-item as its parent, and what `item_indent` refuses.
enum status item_place(
    struct gesture *gesture, int64_t item, int64_t parent, int64_t after, struct problem *problem);

#endif
