// SPDX-License-Identifier: GPL-3.0-or-later
// A ballot by name, counted.
#ifndef GREFFE_RULES_BALLOT_NAMES_H
#define GREFFE_RULES_BALLOT_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "rules/ballot.h"

struct named_vote {
    int64_t seat; // who votes by proxy has a vote of its own
    enum ballot_choice choice;
};

// What the seat voted: its latest vote, `otherwise` where it has none.
enum ballot_choice ballot_choice_of(
    const struct named_vote votes[], size_t vote_count, int64_t seat, enum ballot_choice otherwise);

// Counts the votes of all voters; who is not named votes `otherwise`, so that the dissenters alone
// are enough. A later vote of the same seat replaces the earlier one. Refuses the vote of a seat
// that does not vote on the item; `counts` is then unchanged.
enum status ballot_count_names(const struct attendance *attendance,
    const struct standing standings[], const struct named_vote votes[], size_t vote_count,
    enum ballot_choice otherwise, struct ballot_counts *counts, struct problem *problem);

#endif
