// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of an action sheet that a person types, set inside a gesture. Texts are cleaned
// (text/clean.h), blanks at both ends dropped. A refusal changes nothing, and neither does what is
// there already.
#ifndef GREFFE_STORE_ACTION_COLUMN_H
#define GREFFE_STORE_ACTION_COLUMN_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

enum plan_action_column {
    PLAN_ACTION_TITLE,       // not empty
    PLAN_ACTION_CODE,        // free; kept in capitals
    PLAN_ACTION_OBJECTIVE,   // the code of an objective of the same axis, empty for none
    PLAN_ACTION_OTHER_AXES,  // numbers separated by blanks, commas or semicolons
    PLAN_ACTION_PILOT,       // empty for none
    PLAN_ACTION_PRIORITY,    // `1`…`5`
    PLAN_ACTION_PROGRESS,    // `0`…`100`
    PLAN_ACTION_STARTS,      // ISO text cut to its precision, empty for none; not after the end
    PLAN_ACTION_ENDS,        // the same; not before the start
    PLAN_ACTION_DESCRIPTION, // may have several lines; empty for none
};

enum status plan_set_action_column(struct gesture *gesture, int64_t action,
    enum plan_action_column column, const char *value, struct problem *problem);

#endif
