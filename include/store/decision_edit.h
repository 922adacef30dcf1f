// SPDX-License-Identifier: GPL-3.0-or-later
// What a meeting makes of a decision while it is not closed; what is said of it after.
#ifndef GREFFE_STORE_DECISION_EDIT_H
#define GREFFE_STORE_DECISION_EDIT_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

// What closing will make of it, with the text of the reserve, or why (NULL: as it was said). The
// same again changes nothing. Refuses a closed meeting, what the committee cannot make of a
// decision, and a reserve without a word. Another outcome takes the reserve away.
enum status decision_set_outcome(struct gesture *gesture, int64_t decision, const char *outcome,
    const char *text, struct problem *problem);

// Why; empty: nothing is said. Sealed with the decision, or beside it once its meeting is closed.
enum status decision_set_reason(
    struct gesture *gesture, int64_t decision, const char *reason, struct problem *problem);

// When it is looked at again; DATE_NONE: never.
enum status decision_set_review(
    struct gesture *gesture, int64_t decision, struct date review, struct problem *problem);

#endif
