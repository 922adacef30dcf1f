// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a name means among those expected: typed whole, or begun.
#ifndef GREFFE_RULES_PRESENCE_NAME_H
#define GREFFE_RULES_PRESENCE_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "rules/entry_fact.h"

// Who is expected in the committee. Only the names of the directory are read; the two arrays tell
// for each whose seat it is and whether somebody sits on it now. A seat may have several names;
// those that stand side by side are begun together.
struct expected_names {
    struct directory directory;
    const int64_t *seats;
    const bool *held;
};

// The seats that a name may mean, in the order of the names.
struct presence_named {
    const int64_t *seats; // in the arena
    size_t count;
    int64_t meant; // the only one of them, or the only one that can come or go so; else 0
};

// `caf`, `@caf`, `@"Prénom Nom"`, `Prénom Nom`, with a comma or a stop behind it; and where that is
// nobody's whole name, words that each begin one of somebody's («directrice enfance», articles
// aside), at least one of them of three letters. Because people type lists, only somebody who sits
// leaves by the beginning of a name. When memory ends, nobody and a failed arena.
struct presence_named presence_name_find(const struct expected_names *expected, const char *text,
    size_t length, bool arrives, struct arena *arena);

#endif
