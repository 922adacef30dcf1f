// SPDX-License-Identifier: GPL-3.0-or-later
// A fact written as the line that says it, for correcting it.
#ifndef GREFFE_RULES_ENTRY_COMPOSE_H
#define GREFFE_RULES_ENTRY_COMPOSE_H

#include "base/arena.h"
#include "rules/entry_fact.h"

// The line which reads back as `entry`: `> Chiffrer le plan @caf #6 prio:1 30/04/2026`. Where the
// text would be taken for more than text, a `\` guards it. A fact that no line says (a note with
// a date) gives the nearest one. In `arena`; NULL when memory ends.
char *entry_compose(
    const struct entry *entry, const struct entry_context *context, struct arena *arena);

#endif
