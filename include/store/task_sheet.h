// SPDX-License-Identifier: GPL-3.0-or-later
// One task: how it stands, as it was taken, and all that was noted of it since.
#ifndef GREFFE_STORE_TASK_SHEET_H
#define GREFFE_STORE_TASK_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry_fact.h"
#include "store/store.h"
#include "store/task_dependency.h"
#include "text/date.h"

struct task_owners {
    struct entry_mention *owners;
    size_t count;
};

// A note, or news that were asked for.
struct task_event {
    int64_t id;
    bool follow_up;
    struct date day;      // noted, or asked
    struct date given_on; // DATE_NONE: still awaited; of a follow-up
    const char *text;     // NULL while it is awaited
};

struct task_sheet {
    int64_t id, meeting, item;
    const char *reference;
    const char *text;
    const char *state;
    struct date due;
    int priority;
    struct task_owners owners;
    struct date done_on; // DATE_NONE: not done
    struct date taken_due;
    int taken_priority;
    struct task_owners taken_owners;
    const char *meeting_reference, *meeting_state;
    struct date meeting_date;
    const char *item_number, *item_title;
    struct task_event *events; // latest first
    size_t event_count;
    bool awaited;                // news are asked for, not given yet
    struct task_needs needs;     // what it waits for
    struct task_needs waiting;   // what waits for it
    struct entry_link *concerns; // axes, then actions and objectives
    size_t concern_count;
};

// STATUS_REFUSED when it is gone. Seven queries.
enum status task_sheet_load(struct store *store, int64_t id, struct arena *arena,
    struct task_sheet *task, struct problem *problem);

#endif
