// SPDX-License-Identifier: GPL-3.0-or-later
// Codes of actions and objectives: each names one element, archived ones included. For src/store
// alone.
//
// A code that the program gave, or that an element had when it left the plan or was given another,
// is remembered (outside the journal, like every number): the program never gives it again.
#ifndef GREFFE_STORE_PLAN_CODE_H
#define GREFFE_STORE_PLAN_CODE_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "store/gesture.h"

enum plan_code_series { CODE_OF_ACTION, CODE_OF_OBJECTIVE };

// Appends the first code below `parent` that was never given, and remembers it.
enum status plan_code_give(struct gesture *gesture, enum plan_code_series series,
    const char *parent, struct buffer *code, struct problem *problem);

enum status plan_code_remember(struct gesture *gesture, const char *code, struct problem *problem);

// A code that a person chose for `element`: refused when it cannot be typed behind a `#`, reads as
// an axis, or is another element's.
enum status plan_code_check(
    struct store *store, const char *code, int64_t element, struct problem *problem);

#endif
