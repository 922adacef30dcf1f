// SPDX-License-Identifier: GPL-3.0-or-later
// A fact told in words, while it is typed.
#ifndef GREFFE_RULES_ENTRY_EXPLAIN_H
#define GREFFE_RULES_ENTRY_EXPLAIN_H

#include "base/arena.h"
#include "rules/entry_fact.h"

// What was understood, for the line below the entry: «tâche · Caf · échéance jeudi 30 avril 2026».
// Empty for an empty line (a text that is NULL or empty). In `arena`; NULL when memory ends.
char *entry_explain(
    const struct entry *entry, const struct entry_context *context, struct arena *arena);

#endif
