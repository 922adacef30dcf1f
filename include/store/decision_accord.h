// SPDX-License-Identifier: GPL-3.0-or-later
// The accord of the signatories of the convention, where a decision asks for it. Living.
#ifndef GREFFE_STORE_DECISION_ACCORD_H
#define GREFFE_STORE_DECISION_ACCORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"
#include "text/date.h"

struct decision_accord {
    int position;
    const char *name;
    struct date given_on; // DATE_NONE: not yet
};

// Asks each signatory of the convention for its accord: its organisation, once, else the person.
// Asked no more, what was given is forgotten. Refuses where the convention has no signatory.
enum status decision_ask_accord(
    struct gesture *gesture, int64_t decision, bool asked, struct problem *problem);

// Given today, or not yet. Refuses a signatory that was not asked.
enum status decision_set_accord(
    struct gesture *gesture, int64_t decision, int position, bool given, struct problem *problem);

#endif
