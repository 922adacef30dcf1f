// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that one fact is made of: the record with its mentions and links, and what a decision
// (store/decision_rows.h) or a task (store/task_rows.h) adds; or a private note. For src/store
// alone: whether a change may be is checked before.
#ifndef GREFFE_STORE_RECORD_ROWS_H
#define GREFFE_STORE_RECORD_ROWS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"
#include "store/meeting_facts.h"

struct record; // store/record.h

// The fact with its texts cleaned, in `arena`. Refuses one without a word, and a link to what is
// gone.
enum status record_fact_to_keep(struct store *store, const struct entry *fact, struct arena *arena,
    struct entry *kept, struct problem *problem);

enum status record_rows_insert(struct gesture *gesture, int64_t id, const char *at,
    const struct item_facts *item, const struct entry *kept, struct problem *problem);

// From one public kind to another, or one private note to another; writes only what differs.
enum status record_rows_update(struct gesture *gesture, const struct record *old,
    const struct item_facts *item, const struct entry *kept, struct problem *problem);

enum status record_rows_delete(
    struct gesture *gesture, const struct record *old, struct problem *problem);

#endif
