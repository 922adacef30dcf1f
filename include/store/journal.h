// SPDX-License-Identifier: GPL-3.0-or-later
// What was done, undone and done again. Undo takes back the latest gesture that is neither
// undone nor itself an undo, whichever window made it, down to the last barrier.
#ifndef GREFFE_STORE_JOURNAL_H
#define GREFFE_STORE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct journal_entry {
    int64_t id;
    int64_t rank;     // from 1, oldest first
    const char *kind; // `gesture`, `undo`, `redo`
    const char *at;   // local time
    const char *author;
    const char *site;
    const char *sentence;
    const char *meeting; // reference, or NULL
    bool undone;
    bool by_this_window; // made through this store since it was opened
    enum gesture_barrier barrier;
};

struct journal_page {
    struct journal_entry *entries; // latest first
    size_t count;
};

// The gesture that undo (redo) would take; `*found` is false when there is none. A barrier is
// found as the entry itself (its `barrier` tells). Texts are in `arena`.
enum status journal_next_undo(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem);
enum status journal_next_redo(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem);

// At most `limit` entries older than entry `before` (0: from the latest).
enum status journal_list(struct store *store, int64_t before, size_t limit, struct arena *arena,
    struct journal_page *page, struct problem *problem);

#endif
