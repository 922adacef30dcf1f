// SPDX-License-Identifier: GPL-3.0-or-later
// The first sign of a line, which says its kind.
#ifndef GREFFE_RULES_ENTRY_SIGN_H
#define GREFFE_RULES_ENTRY_SIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "rules/ballot_line.h"
#include "rules/record_kind.h"

struct entry_sign {
    enum record_kind kind;
    const char *body;    // what stands behind the sign and its blanks; in the line
    bool not_understood; // an `=` that is none of the forms of a ballot
    struct ballot_line ballot;
};

// Lines that begin with `+` or `-` are notes, sign included, and so are those with an `=` that is
// no ballot. A `\` before a sign leaves, and the sign is text.
struct entry_sign entry_sign_read(const char *line);

// A note with this text needs a `\` before it to be read as one.
bool entry_sign_needs_guard(const char *text);

// The same line with another kind: its sign is put, replaced or taken away. Of several lines,
// each one that is not blank. In `arena`; NULL when memory ends.
char *entry_with_kind(const char *line, enum record_kind kind, struct arena *arena);

#endif
