// SPDX-License-Identifier: GPL-3.0-or-later
// The entry line's `=`, a ballot (contract §4).
#ifndef GREFFE_RULES_BALLOT_LINE_H
#define GREFFE_RULES_BALLOT_LINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "rules/ballot.h"

enum ballot_form { BALLOT_FORM_COUNTS, BALLOT_FORM_UNANIMITY, BALLOT_FORM_CONSENSUS };

extern const struct value_set ballot_form_values;

struct ballot_line {
    enum ballot_form form;
    struct ballot_counts counts; // as typed; 0 without numbers
};

// Among whom a ballot is held, and by which majority.
struct ballot_moment {
    enum majority majority;
    int present, voters;
    enum ballot_mode mode; // in which a corrected ballot was held; a new one is by show of hands
};

// `= 9 0 2`, `= unanimité` or `= consensus`, case and accents aside, the numbers also from the
// unshifted row of an AZERTY keyboard (`= ç à é`). False, with `read` unchanged, for any other
// line, which is a note, and when memory ends.
bool ballot_line_read(const char *line, struct ballot_line *read);

bool ballot_line_is_same(const struct ballot_line *left, const struct ballot_line *right);

// `= 9 0 2`: the line that reads back as this one. In `arena`; NULL when memory ends.
char *ballot_line_text(const struct ballot_line *line, struct arena *arena);

// The ballot that the line means, by show of hands; without a casting vote.
struct ballot ballot_of_line(const struct ballot_line *line, enum majority majority, int voters);

// «Par 9 voix pour et 2 abstentions», or why the ballot is refused.
void ballot_line_explain(
    struct buffer *out, const struct ballot_line *line, const struct ballot_moment *moment);

#endif
