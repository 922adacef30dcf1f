// SPDX-License-Identifier: GPL-3.0-or-later
// The agenda of a meeting as it is read: items, sub-items, and what of the plan they concern; here
// with what changes it, for those who need several.
#ifndef GREFFE_STORE_ITEM_H
#define GREFFE_STORE_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/agenda_time.h"
#include "rules/entry.h"
#include "store/item_edit.h"
#include "store/item_order.h"
#include "store/item_removal.h"

struct item {
    int64_t id;
    int64_t parent;     // 0 for none
    int depth;          // 0, or 1 for a sub-item
    const char *number; // `3`, `3.1`, `A-III.1`; computed from the order
    const char *title;
    const char *kind;
    const char *state;                 // code of item_workflow
    const char *presenter;             // may be NULL
    int planned_minutes;               // 0 when not said
    const char *opened_at, *closed_at; // may be NULL
    struct entry_link *links;
    size_t link_count;
    int records, decisions, tasks; // private notes are not counted
    const char *reason;            // why it is there, or NULL
    bool late;                     // added once the call was sent
    bool pinned;                   // returns at each meeting
    int64_t continues;             // the item of an earlier meeting, 0 for none, as the next
    int64_t answers;               // the record that brought it
    int documents;
    bool confidential; // it, or the item above it (store/confidential.h)
    int total_minutes; // planned up to it, itself included
};

struct agenda {
    struct item *items; // in order, sub-items behind their item
    size_t count;
    int planned_minutes;   // sum
    int allowed_minutes;   // between the hours of the meeting; 0 when they are not said
    int starts;            // planned minute of the day; -1 when it is not said
    int overrun;           // the first item that goes beyond them, AGENDA_NO_OVERRUN for none
    const char *numbering; // how they are numbered (rules/item_number.h); NULL without an item
    int number_width;      // of the widest number, in cells
    int waiting;           // items of this agenda that wait (store/parked_item.h)
};

// Without the items that wait. Three queries for the whole agenda. A meeting that does not exist
// has an empty one.
enum status agenda_load(struct store *store, int64_t meeting, struct arena *arena,
    struct agenda *agenda, struct problem *problem);

// NULL when it is not there.
const struct item *agenda_find(const struct agenda *agenda, int64_t id);
// The item being treated, or NULL.
const struct item *agenda_current(const struct agenda *agenda);

#endif
