// SPDX-License-Identifier: GPL-3.0-or-later
// Percentages of a ballot, by a base that the person chooses.
#ifndef GREFFE_RULES_BALLOT_SHARE_H
#define GREFFE_RULES_BALLOT_SHARE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "rules/ballot.h"

enum ballot_base {
    BALLOT_BASE_EXPRESSED, // for and against
    BALLOT_BASE_CAST,      // the abstentions too
    BALLOT_BASE_VOTERS,    // who took no part too
    BALLOT_BASE_MEMBERS,   // every place with a vote
};

extern const struct value_set ballot_base_values;

// The share of one choice in tenths of a percent, rounded; `members` are the places with a vote.
// False, with `tenths` unchanged, where the choice is not part of the base (the abstentions of the
// votes expressed), and where the base is 0.
bool ballot_share(const struct ballot *ballot, enum ballot_choice choice, enum ballot_base base,
    int members, int *tenths);

// «81,8 %», with a no-break space.
void ballot_share_text(struct buffer *out, int tenths);

#endif
