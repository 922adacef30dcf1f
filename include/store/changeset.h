// SPDX-License-Identifier: GPL-3.0-or-later
// Changesets of SQLite's session extension: applied whole or not at all, and compared to say
// which gesture needs which. For src/store alone.
#ifndef GREFFE_STORE_CHANGESET_H
#define GREFFE_STORE_CHANGESET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "store/store.h"

struct changeset {
    void *bytes; // from SQLite's allocator where `changeset_clear` is said to be needed
    size_t length;
};

// The opposite of `changeset`; to be cleared.
enum status changeset_invert(struct store *store, const struct changeset *changeset,
    struct changeset *inverse, struct problem *problem);

void changeset_clear(struct changeset *changeset);

// Applies it inside the transaction that is open. Where a row is not as the changeset left it,
// or another refers to it, nothing is applied and `*conflict` is true, which is STATUS_DONE.
enum status changeset_apply(struct store *store, const struct changeset *changeset, bool *conflict,
    struct problem *problem);

// Whether `later` touches a row that `earlier` touches, or names one that it made: then `earlier`
// cannot be undone before it. False as well for what cannot be read.
bool changeset_is_needed_by(const struct changeset *earlier, const struct changeset *later);

#endif
