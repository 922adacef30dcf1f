// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a question after it was asked.
#ifndef GREFFE_STORE_QUESTION_H
#define GREFFE_STORE_QUESTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Answered today, with what was answered (may be empty); or without an answer again. Refuses a
// record that is no question.
enum status question_set_answered(struct gesture *gesture, int64_t question, bool answered,
    const char *answer, struct problem *problem);

#endif
