// SPDX-License-Identifier: GPL-3.0-or-later
// What a meeting may make of a decision while it is open: closing gives it that state.
#ifndef GREFFE_RULES_DECISION_OUTCOME_H
#define GREFFE_RULES_DECISION_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

// What the committee does of itself; `next` is the authority of the one that it proposes to, NULL
// for none.
struct decision_power {
    const char *authority; // decide, propose, delibere
    const char *next;
};

enum { DECISION_OUTCOMES = 7 };

// The codes that such a committee chooses among, that of an agreement first; how many there are.
size_t decision_outcomes(
    const struct decision_power *power, const char *outcomes[DECISION_OUTCOMES]);

// STATUS_REFUSED with what it may be, where the committee cannot make that of a decision.
enum status decision_outcome_check(
    const struct decision_power *power, const char *outcome, struct problem *problem);

// The text that goes with an outcome: a reserve, else a reason. A reserve says something.
bool decision_outcome_has_reserve(const char *outcome);

#endif
