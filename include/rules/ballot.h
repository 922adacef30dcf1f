// SPDX-License-Identifier: GPL-3.0-or-later
// A ballot and what comes of it (contract §5): majorities count the votes expressed, abstentions
// left out.
#ifndef GREFFE_RULES_BALLOT_H
#define GREFFE_RULES_BALLOT_H

#include <stdbool.h>

#include "base/status.h"
#include "rules/presence.h"
#include "rules/value.h"

// A committee that agrees by consensus counts votes by simple majority where it counts any.
enum majority { MAJORITY_CONSENSUS, MAJORITY_SIMPLE, MAJORITY_ABSOLUTE, MAJORITY_TWO_THIRDS };
enum ballot_mode { BALLOT_SHOW_OF_HANDS, BALLOT_BY_NAME, BALLOT_SECRET };
enum ballot_result { BALLOT_ADOPTED, BALLOT_REJECTED, BALLOT_TIED };
enum ballot_choice { BALLOT_FOR, BALLOT_AGAINST, BALLOT_ABSTENTION, BALLOT_NO_VOTE };

extern const struct value_set majority_values;
extern const struct value_set ballot_mode_values;
extern const struct value_set ballot_result_values;
extern const struct value_set ballot_choice_values;

enum { BALLOT_COUNT_MAX = 9999 };

struct ballot_counts {
    int in_favour, against, abstentions;
};

enum casting_vote { CASTING_VOTE_NONE, CASTING_VOTE_FOR, CASTING_VOTE_AGAINST };

struct ballot {
    bool consensus; // agreed on without counting: the counts are 0
    enum ballot_mode mode;
    enum majority majority;
    struct ballot_counts counts;
    int voters; // who may vote on the item, proxies among them
    // What the chair voted, where it decides on a tie. A secret ballot has none, nor two thirds.
    enum casting_vote casting;
};

// All present and voting for it.
struct ballot ballot_unanimous(enum majority majority, int voters);

int ballot_expressed(const struct ballot *ballot);
int ballot_cast(const struct ballot *ballot);         // the abstentions too
int ballot_without_vote(const struct ballot *ballot); // voters who took no part; never below 0

// As many for as against, at least one each.
bool ballot_is_even(const struct ballot *ballot);

// The chair's vote decides this ballot.
bool ballot_is_decided_by_chair(const struct ballot *ballot);

// Every voter is for it.
bool ballot_is_unanimous(const struct ballot *ballot);

// Consensus is adopted. Where nobody has expressed a vote, or two thirds are not reached, it is
// rejected; tied only where as many are for as against and no casting vote decides.
enum ballot_result ballot_result(const struct ballot *ballot);

// The code of a decision's mode: `consensus`, `unanimite`, `vote`, `vote-secret`.
const char *ballot_decision_mode(const struct ballot *ballot);

// The seat whose vote decides on a tie: that of the only chair, who is there in person and votes.
// NULL where the chair is shared, or away, or represented.
const struct seat *ballot_casting_seat(
    const struct attendance *attendance, const struct standing standings[]);

#endif
