// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a decision once it was taken: it is living, beside what is sealed.
#ifndef GREFFE_STORE_DECISION_LIFE_H
#define GREFFE_STORE_DECISION_LIFE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Executed today, or not after all. Checks the workflow: a decision that is provisional is not
// executed yet.
enum status decision_set_executed(
    struct gesture *gesture, int64_t decision, bool executed, struct problem *problem);

// Withdrawn today, with its number, and why (may be empty). While its meeting is not closed that is
// what closing will make of it.
enum status decision_withdraw(
    struct gesture *gesture, int64_t decision, const char *reason, struct problem *problem);

// `by` takes the place of `decision`, at once or as soon as its own meeting is closed; 0: none
// does. Refuses itself, an older one of the two in the place of the newer, and one that is
// withdrawn or replaced by another already.
enum status decision_set_replaced(
    struct gesture *gesture, int64_t decision, int64_t by, struct problem *problem);

// The number that the town gave the délibération, typed by hand; empty: none yet. Refuses a number
// that another decision has, and a decision that is not for the council.
enum status decision_set_town_number(
    struct gesture *gesture, int64_t decision, const char *number, struct problem *problem);

#endif
