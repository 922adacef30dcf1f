// SPDX-License-Identifier: GPL-3.0-or-later
// A task as it was taken, and its present life beside it. For src/store alone.
#ifndef GREFFE_STORE_TASK_ROWS_H
#define GREFFE_STORE_TASK_ROWS_H

#include <stdint.h>

#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"

// A new task with its next number of `year`, to do, given to those of the mentions who own it.
enum status task_rows_insert(struct gesture *gesture, int64_t id, int year,
    const struct entry *fact, struct problem *problem);

// The due date, priority and owners as corrected. The life follows in each of the three where it
// was still as taken.
enum status task_rows_update(struct gesture *gesture, int64_t id, const struct entry *old,
    const struct entry *fact, struct problem *problem);

enum status task_rows_delete(struct gesture *gesture, int64_t id, struct problem *problem);

#endif
