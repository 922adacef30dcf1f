// SPDX-License-Identifier: GPL-3.0-or-later
// The register of tasks over all meetings, page by page: filtered, and in an order.
#ifndef GREFFE_STORE_TASK_REGISTER_H
#define GREFFE_STORE_TASK_REGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/store.h"
#include "text/date.h"

enum task_order {
    TASK_BY_DUE,      // what presses most: open, the blocked ones behind the others, by due date
                      // (none last), priority, then the older
    TASK_BY_PRIORITY, // open, by priority, then as above
    TASK_LATEST,      // the one taken last first
};

// Each restriction that is set holds, all of them together. Zeroed: everything.
struct task_filter {
    enum plan_level level;
    int64_t element;   // what it concerns
    int64_t committee; // whose meeting took it
    int64_t meeting;
    const char *owner; // one of its owners, case and accents aside; NULL or empty: anybody
    const char *state; // code, or TASK_OPEN; NULL: any
    const char *text;  // its words are in the text, the owners or the reference, case and accents
                       // aside
    bool late;         // open, and its date is past
    bool awaited;      // news are asked for, not given yet
    bool given;        // news were given
    struct date today; // what late means
    enum task_order order;
};

#define TASK_OPEN "ouvertes"

struct register_task {
    int64_t id;
    int64_t meeting, item;
    const char *reference;
    const char *text;
    const char *owners; // «Caf ; Ville», NULL for none
    struct date due;
    const char *state;
    int priority;
    const char *meeting_reference;
    bool provisional;   // its meeting is not closed
    bool meeting_open;  // else adjourned, or closed
    bool awaited;       // news are asked for, not given yet
    bool given;         // news were given
    const char *awaits; // «T-2026-003, T-2026-004», open tasks that block it; NULL for none
};

// Tasks from row `offset`, at most `limit`. Due date, state, priority and owners are those of
// today, not those of the meeting. Within what is done or dropped the latest comes first.
enum status task_register_read(struct store *store, const struct task_filter *filter, size_t offset,
    size_t limit, struct arena *arena, struct register_task **tasks, size_t *count,
    struct problem *problem);

// How many rows the register has in all, and of these.
struct task_counts {
    int tasks, open, late, awaited, given;
};
enum status task_register_count(struct store *store, const struct task_filter *filter,
    struct task_counts *counts, struct problem *problem);

// Who owes what: those who own an open task, over all committees.
struct task_debtor {
    const char *name;
    int open, late;
};
enum status task_debtors(struct store *store, struct date today, struct arena *arena,
    struct task_debtor **debtors, size_t *count, struct problem *problem);

#endif
