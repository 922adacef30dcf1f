// SPDX-License-Identifier: GPL-3.0-or-later
// The row of what becomes of a decision, which not every decision has. For src/store alone.
#ifndef GREFFE_STORE_DECISION_LIFE_ROW_H
#define GREFFE_STORE_DECISION_LIFE_ROW_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Makes the row that is written next, where there is none.
enum status decision_life_begin(struct gesture *gesture, int64_t decision, struct problem *problem);

#endif
