// SPDX-License-Identifier: GPL-3.0-or-later
// Items that wait between two meetings: one backlog for all meetings of a committee. An item that
// waits keeps its text, links and documents; it has no number, and nothing was noted on it.
#ifndef GREFFE_STORE_PARKED_ITEM_H
#define GREFFE_STORE_PARKED_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

struct parked_item {
    int64_t id;
    const char *title, *kind;
    const char *presenter;         // may be NULL
    int minutes;                   // 0 when not said
    const char *meeting_reference; // of the meeting that it was taken off
    struct date meeting_date;
    bool own; // taken off the agenda of this very meeting
};

struct parked_items {
    struct parked_item *items;
    size_t count;
};

// The backlog of the meeting's committee, the oldest first; sub-items stand behind their item.
enum status parked_items_load(struct store *store, int64_t meeting, struct arena *arena,
    struct parked_items *parked, struct problem *problem);

// Takes the item off the agenda, with its sub-items, to wait. A sub-item waits as an item, and
// concerns what its item did. Refuses one that was noted on, and one that waits.
enum status item_park(struct gesture *gesture, int64_t item, struct problem *problem);

// Puts it on the agenda of `meeting`, at the end: the item itself where it was taken off that
// agenda, else one that takes it up.
enum status item_unpark(
    struct gesture *gesture, int64_t item, int64_t meeting, struct problem *problem);

#endif
