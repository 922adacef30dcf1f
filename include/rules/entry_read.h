// SPDX-License-Identifier: GPL-3.0-or-later
// A typed line read as a fact.
//
// Mentions, links, a priority, the mark `(?)` and the date leave the text only in the unbroken
// run that ends the line or, on a task, begins it; commas may part them, and a final stop stays
// with the text. Elsewhere a mention becomes its label, a link stays as typed, and both are data
// all the same; the others are text. So are the date outside tasks and decisions, the priority
// outside tasks, and all of a private note, of which the file keeps nothing but its text.
//
// A line that is nothing but such a run keeps it as its text too. A `\` alone at the inner end of
// a run says that what stands beyond it is text; one before a `@` or `#` that begins a word makes
// it text.
#ifndef GREFFE_RULES_ENTRY_READ_H
#define GREFFE_RULES_ENTRY_READ_H

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry_fact.h"

// Reads one line (UTF-8 without control characters, as `text_clean` leaves it). What `entry`
// points to is in `arena`. Refuses only a line that says nothing: empty, or a
// sign alone (STATUS_REFUSED), and lack of memory.
enum status entry_read(const char *line, const struct entry_context *context, struct arena *arena,
    struct entry *entry, struct problem *problem);

#endif
