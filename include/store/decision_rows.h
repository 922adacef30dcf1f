// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision has besides its record. For src/store alone.
#ifndef GREFFE_STORE_DECISION_ROWS_H
#define GREFFE_STORE_DECISION_ROWS_H

#include <stdint.h>

#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"
#include "store/meeting_facts.h"

// A new decision of the meeting, taken by consensus; its outcome is what such a committee decides
// once the meeting is closed. The fact's date is when it is to be reviewed.
enum status decision_rows_insert(struct gesture *gesture, int64_t id,
    const struct meeting_facts *meeting, const struct entry *fact, struct problem *problem);

// The date of review as corrected; nothing is written where it is the same.
enum status decision_rows_update(
    struct gesture *gesture, int64_t id, const struct entry *fact, struct problem *problem);

enum status decision_rows_delete(struct gesture *gesture, int64_t id, struct problem *problem);

#endif
