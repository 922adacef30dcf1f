// SPDX-License-Identifier: GPL-3.0-or-later
// News of a task: asked for by the secretary, then given. Living.
#ifndef GREFFE_STORE_TASK_FOLLOW_UP_H
#define GREFFE_STORE_TASK_FOLLOW_UP_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Asked today. Refuses where news are awaited already.
enum status task_follow_up_ask(
    struct gesture *gesture, int64_t id, int64_t task, struct problem *problem);

// Given today, with what was answered. Refuses an answer without a word, and news that nobody asked
// for.
enum status task_follow_up_give(
    struct gesture *gesture, int64_t task, const char *answer, struct problem *problem);

// Asked no more. Refuses where nothing is awaited.
enum status task_follow_up_drop(struct gesture *gesture, int64_t task, struct problem *problem);

#endif
