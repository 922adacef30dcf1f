// SPDX-License-Identifier: GPL-3.0-or-later
// Facts noted in a meeting, corrected, moved, taken away. What was closed is refused; private
// notes are living, and can be written in a closed meeting too.
#ifndef GREFFE_STORE_RECORD_EDIT_H
#define GREFFE_STORE_RECORD_EDIT_H

#include <stdint.h>

#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"

// Adds the fact to the item, at the hour of the store's clock. A task gets its number. Refuses a
// fact without a word, and a meeting that has not been opened. A private note keeps its text alone:
// what it names stands there as typed.
enum status record_add(struct gesture *gesture, int64_t id, int64_t item, const struct entry *fact,
    struct problem *problem);

// Replaces the fact, its kind included; hour and id stay. A task that stays one keeps its number
// and its present life follows where it had not gone its own way. A decision that has its number
// stays a decision. The same fact again changes nothing.
enum status record_set(
    struct gesture *gesture, int64_t id, const struct entry *fact, struct problem *problem);

// Refuses a decision that has its number: it can only be withdrawn. A pinned note that was taken up
// from an earlier meeting is unpinned and stays; asked again, it goes.
enum status record_remove(struct gesture *gesture, int64_t id, struct problem *problem);

// To another item of the same meeting.
enum status record_move(struct gesture *gesture, int64_t id, int64_t item, struct problem *problem);

#endif
