// SPDX-License-Identifier: GPL-3.0-or-later
// The thread of an item: what brought it, and each meeting that spoke of it, with what was noted
// there; the register of a subject over all meetings of its committee.
#ifndef GREFFE_STORE_ITEM_THREAD_H
#define GREFFE_STORE_ITEM_THREAD_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/record_kind.h"
#include "store/store.h"
#include "text/date.h"

// An item of the thread, or (record not 0) something that was recorded on it.
struct thread_row {
    int64_t meeting, item, record;
    const char *meeting_reference;
    struct date date;
    const char *title;  // of the item
    const char *state;  // of the item
    const char *reason; // may be NULL
    enum record_kind kind;
    const char *text;   // of the record
    const char *number; // a decision's, a task's; NULL for none
    const char *task_state;
};

struct item_thread {
    struct thread_row *rows; // the oldest meeting first; what brought the item before all
    size_t count;
};

// From any item of it, those that continue it included. A note that was taken up again shows once,
// where it stands now; private notes do not show.
enum status item_thread_load(struct store *store, int64_t item, struct arena *arena,
    struct item_thread *thread, struct problem *problem);

#endif
