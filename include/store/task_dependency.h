// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks that a task waits for: while one of them is open, it is blocked. Living.
#ifndef GREFFE_STORE_TASK_DEPENDENCY_H
#define GREFFE_STORE_TASK_DEPENDENCY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"
#include "store/store.h"

// The task waits for these and no others; those that it waited for already change nothing. Refuses
// a task that is gone, itself, and one that waits, by whatever way, for this one.
enum status task_dependency_set(struct gesture *gesture, int64_t task, const int64_t needs[],
    size_t count, struct problem *problem);

struct task_need {
    int64_t id;
    const char *reference;
    const char *text;
    const char *state;
    bool open; // neither done nor dropped
};

struct task_needs {
    struct task_need *needs;
    size_t count;
};

// What the task waits for, or (`waiting`) those that wait for it, in the order of their references.
enum status task_dependency_list(struct store *store, int64_t task, bool waiting,
    struct arena *arena, struct task_needs *needs, struct problem *problem);

// For src/store alone. Nothing waits for the task any more, nor does it.
enum status task_dependency_delete(struct gesture *gesture, int64_t task, struct problem *problem);

#endif
