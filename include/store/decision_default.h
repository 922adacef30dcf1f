// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision is as long as nothing else is said of it. For src/store alone.
#ifndef GREFFE_STORE_DECISION_DEFAULT_H
#define GREFFE_STORE_DECISION_DEFAULT_H

#include "store/meeting_facts.h"

// What a decision of the committee is, once its meeting is closed: `adoptee`, `proposition`,
// `a-deliberer`.
const char *decision_outcome_of(const struct meeting_facts *meeting);

// How it is decided as long as no vote is noted: `consensus` where the committee agrees so, else
// `vote`, which is still to be noted.
const char *decision_mode_of(const struct meeting_facts *meeting);

#endif
