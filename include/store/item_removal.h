// SPDX-License-Identifier: GPL-3.0-or-later
// An item taken off the agenda: for this time only while the meeting is prepared, with what was
// noted on it in its own meeting, and never without a trace once it has a past.
#ifndef GREFFE_STORE_ITEM_REMOVAL_H
#define GREFFE_STORE_ITEM_REMOVAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// What a removal did, to be said.
struct item_removal {
    bool settled; // the item stays, closed: it came from an earlier meeting
    int records;  // that went with it, private notes included
    int tasks;    // that were dropped with it
};

// While the meeting is prepared the item goes, and what brought it is offered to the next one; its
// sub-items go with one that was offered.
// Held, an item of this meeting goes with its notes, decisions and tasks; one from an earlier
// meeting is settled. Refuses an item with sub-items, or on which somebody came, left or has a
// numbered decision, and one that is settled already. `removal` may be NULL.
enum status item_take_away(
    struct gesture *gesture, int64_t item, struct item_removal *removal, struct problem *problem);

// It will not come back: withdrawn if it was not treated, unpinned, and its open tasks, those of
// the items that it continues too, are dropped. Refuses one on which nothing is left to settle.
enum status item_settle(
    struct gesture *gesture, int64_t item, struct item_removal *removal, struct problem *problem);

#endif
