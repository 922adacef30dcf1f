// SPDX-License-Identifier: GPL-3.0-or-later
// Ballots held, corrected, taken away, anonymised. Each refuses a meeting that has not been opened,
// and a closed one. The decision voted on follows: its mode, and whether it was adopted.
#ifndef GREFFE_STORE_BALLOT_EDIT_H
#define GREFFE_STORE_BALLOT_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "rules/ballot_line.h"
#include "rules/ballot_names.h"
#include "store/gesture.h"

// A ballot as a person says it; among whom it was held is read from the attendance.
struct said_ballot {
    enum ballot_form form;
    enum ballot_mode mode;
    struct ballot_counts counts;    // where it is neither unanimous nor by name
    const struct named_vote *votes; // by name: the dissenters are enough
    size_t vote_count;
    enum ballot_choice otherwise; // of who is not named
    enum casting_vote casting;    // by name, it is what the chair voted
    bool shares_voters;           // alternatives: each voter took part in one of them
    int64_t joint;                // one id for the ballots of one vote on several items; or 0
};

enum { BALLOT_LAST_DECISION = -1 };

// Holds a ballot at the item; `at` is a local time, NULL: that of the store's clock. `decision` 0:
// on the item itself, BALLOT_LAST_DECISION: on its last decision, else on the item. One held before
// on the same thing is replaced; what a person wrote as its sentence stays. Refuses nobody present,
// counts above the voters, who does not vote, who voted in a ballot that shares its voters, and a
// secret ballot in the place of one with names, which stay in the history: anonymise it first.
enum status ballot_hold(struct gesture *gesture, int64_t id, const char *at, int64_t item,
    int64_t decision, const struct said_ballot *said, struct problem *problem);

// The same ballot with other votes; its hour and a sentence by hand stay.
enum status ballot_correct(
    struct gesture *gesture, int64_t id, const struct said_ballot *said, struct problem *problem);

// The same as a typed line says it: by show of hands, or secret where it was. Refuses other numbers
// for a ballot with names.
enum status ballot_correct_line(
    struct gesture *gesture, int64_t id, const struct ballot_line *line, struct problem *problem);

enum status ballot_remove(struct gesture *gesture, int64_t id, struct problem *problem);

// A sentence by hand; empty, or the program's own: the program's again.
enum status ballot_set_sentence(
    struct gesture *gesture, int64_t id, const char *sentence, struct problem *problem);

// Takes the names out, also of the journal, and sets BARRIER_ANONYMISATION: the counts stay. A
// sentence by hand that names a voter becomes the program's again. Refuses one without names.
enum status ballot_anonymise(struct gesture *gesture, int64_t id, struct problem *problem);

#endif
