// SPDX-License-Identifier: GPL-3.0-or-later
// The entry line's `=`, a ballot (contract §4).
#ifndef GREFFE_RULES_BALLOT_LINE_H
#define GREFFE_RULES_BALLOT_LINE_H

#include <stdbool.h>

#include "rules/ballot.h"

enum ballot_form { BALLOT_FORM_COUNTS, BALLOT_FORM_UNANIMITY, BALLOT_FORM_CONSENSUS };

struct ballot_line {
    enum ballot_form form;
    struct ballot_counts counts; // as typed; 0 without numbers
};

// `= 9 0 2`, `= unanimité` or `= consensus`, case and accents aside. False, with `read` unchanged,
// for any other line, which is a note, and when memory ends.
bool ballot_line_read(const char *line, struct ballot_line *read);

// The ballot that the line means, by show of hands; without a casting vote.
struct ballot ballot_of_line(const struct ballot_line *line, enum majority majority, int voters);

#endif
