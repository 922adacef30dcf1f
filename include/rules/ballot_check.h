// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers a ballot may have.
#ifndef GREFFE_RULES_BALLOT_CHECK_H
#define GREFFE_RULES_BALLOT_CHECK_H

#include "base/status.h"
#include "rules/ballot.h"

// What was typed for, against, and as abstentions; an empty text (or NULL) is 0, but one number at
// least is given. Refuses what is no number, or a negative one; `counts` is then unchanged.
enum status ballot_counts_read(
    const char *const texts[3], struct ballot_counts *counts, struct problem *problem);

// The same of one line, `9 0 2`: up to three numbers between blanks, also from the unshifted row of
// an AZERTY keyboard.
enum status ballot_counts_read_line(
    const char *line, struct ballot_counts *counts, struct problem *problem);

// Refuses a ballot with nobody present, or without a voter, and one that counts nobody, or more
// than the voters. `present` is who is there for the quorum; `shared` the votes that other ballots
// of the item have counted among the same voters.
enum status ballot_check(
    const struct ballot *ballot, int present, int shared, struct problem *problem);

#endif
