// SPDX-License-Identifier: GPL-3.0-or-later
// «À vérifier»: the mark that any line of a meeting may bear, and those that bear it.
#ifndef GREFFE_STORE_RECORD_DOUBT_H
#define GREFFE_STORE_RECORD_DOUBT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

// Marks it, or takes the mark away and with it what was not understood: it has been checked. What
// was closed is refused, but for private notes.
enum status record_set_doubtful(
    struct gesture *gesture, int64_t id, bool doubtful, struct problem *problem);

struct doubtful_record {
    int64_t id;
    const char *item_number;
    const char *text;
    bool private_note;
};

struct doubtful_list {
    const struct doubtful_record *records; // in the order of the agenda
    size_t count;
};

// Those of a meeting that are marked, or of which a part was not understood.
enum status record_doubts(struct store *store, int64_t meeting, struct arena *arena,
    struct doubtful_list *list, struct problem *problem);

#endif
