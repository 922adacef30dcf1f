// SPDX-License-Identifier: GPL-3.0-or-later
// An organisation as one line that is typed and corrected: `msa Mutualité sociale agricole, Autres
// partenaires`. First its code, then its name, behind the last comma its college.
#ifndef GREFFE_RULES_ORGANISATION_LINE_H
#define GREFFE_RULES_ORGANISATION_LINE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"

struct organisation_line {
    const char *code;
    const char *label;
    const char *college; // NULL for none
};

// Texts are in `arena`. Without a comma it has no college; a line of one word has that code and
// name. Refuses an empty line, and one without a name.
enum status organisation_line_read(
    const char *text, struct arena *arena, struct organisation_line *line, struct problem *problem);

// The line that reads back as the same: a name that holds commas ends in one where there is no
// college.
void organisation_line_write(struct buffer *out, const struct organisation_line *line);

#endif
