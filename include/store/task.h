// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a task after it was taken: its present life, beside what was taken, which stays.
#ifndef GREFFE_STORE_TASK_H
#define GREFFE_STORE_TASK_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "rules/entry_fact.h"
#include "store/gesture.h"
#include "text/date.h"

// Each refuses a task that is gone. But for the state, what is so already changes nothing.

// Checks the workflow; «faite» stamps the day, another state takes the stamp away.
enum status task_set_state(
    struct gesture *gesture, int64_t task, const char *state, struct problem *problem);

// DATE_NONE: no date any more.
enum status task_set_due(
    struct gesture *gesture, int64_t task, struct date due, struct problem *problem);

// From 1, the most urgent, to 5; another is refused.
enum status task_set_priority(
    struct gesture *gesture, int64_t task, int priority, struct problem *problem);

// One or several, organisations or names; none at all is allowed.
enum status task_set_owners(struct gesture *gesture, int64_t task,
    const struct entry_mention *owners, size_t count, struct problem *problem);

// For src/store alone. Refuses a task that is gone; names its meeting to the gesture.
enum status task_check(struct gesture *gesture, int64_t task, struct problem *problem);

#endif
