// SPDX-License-Identifier: GPL-3.0-or-later
// What the closed meetings decided on each axis and field, kept so that the tableau counts only
// what is not closed yet. For src/store alone.
#ifndef GREFFE_STORE_DECISION_TALLY_H
#define GREFFE_STORE_DECISION_TALLY_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

// Adds the decisions of a meeting that is being closed, and its date for all that it spoke of.
// Once a meeting: nothing here knows which were counted.
enum status decision_tally_add(
    struct gesture *gesture, int64_t meeting, struct date date, struct problem *problem);

// Counts the closed meetings anew: a meeting that is being reopened is taken out, whatever became
// of the plan since it was counted.
enum status decision_tally_rebuild(struct gesture *gesture, struct problem *problem);

#endif
