// SPDX-License-Identifier: GPL-3.0-or-later
// Names behind `@` and references behind `#`: found in the directory, and written as they are
// typed.
#ifndef GREFFE_RULES_ENTRY_NAME_H
#define GREFFE_RULES_ENTRY_NAME_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "rules/entry_fact.h"

// By code, else by label, case and accents aside; NULL for an unknown one. Where memory ends, NULL
// and a failed arena.
const struct directory_name *entry_find_name(
    const struct directory *directory, const char *name, size_t length, struct arena *arena);

// By id; NULL for an unknown one, and for 0.
const struct directory_name *entry_find_organisation(
    const struct directory *directory, int64_t organisation);

// `6`, `axe-6`, or the code of an objective or action, case aside; NULL as above.
const struct directory_element *entry_find_element(
    const struct directory *directory, const char *reference, size_t length, struct arena *arena);

// How a name or an element is typed: `@caf`, `@"Directrice de la petite enfance"`, `#6`, `#6.1`.
// In `arena`; NULL when memory ends.
char *entry_mention_text(const struct directory_name *name, struct arena *arena);
char *entry_link_text(const struct directory_element *element, struct arena *arena);

#endif
