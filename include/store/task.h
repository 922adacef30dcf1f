// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a task after it was taken.
#ifndef GREFFE_STORE_TASK_H
#define GREFFE_STORE_TASK_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Checks the workflow; «faite» stamps the day, another state takes the stamp away.
enum status task_set_state(
    struct gesture *gesture, int64_t task, const char *state, struct problem *problem);

#endif
