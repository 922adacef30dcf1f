// SPDX-License-Identifier: GPL-3.0-or-later
// What the lines of the tests may refer to, and their reading as one line of text.
#ifndef GREFFE_TESTS_RULES_ENTRY_SAMPLE_H
#define GREFFE_TESTS_RULES_ENTRY_SAMPLE_H

#include "base/arena.h"
#include "rules/entry.h"

// Thursday 12 March 2026; the next meeting is on 4 June.
extern const struct entry_context sample_context;

// Reads a line that must be accepted.
struct entry sample_read(const char *line, struct arena *arena);

// The fact in one line: kind, text, then what is said besides:
// `tache|Chiffrer|Caf des P.-O.!|axe 6|2026-04-30|p1|?|lien`. `!` marks an owner, a name with `*`
// a guest.
const char *sample_describe(const struct entry *entry, struct arena *arena);

#endif
