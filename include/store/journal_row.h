// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the journal, as it is written. For src/store alone.
#ifndef GREFFE_STORE_JOURNAL_ROW_H
#define GREFFE_STORE_JOURNAL_ROW_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"
#include "store/store.h"

struct journal_row {
    const char *kind; // `gesture`, `undo`, `redo`
    const char *sentence;
    int64_t meeting; // 0 for none
    enum gesture_barrier barrier;
    int64_t target; // what was undone or done again; 0 for none
    const void *changeset;
    size_t changeset_length;
};

// Inside the transaction that is open. The row's id comes after all that the file holds; `id` may
// be NULL. Its clock is a hybrid logical clock (Kulkarni et al., 2014): 48 bits of milliseconds,
// then a counter of 16, never behind what the file has seen.
enum status journal_row_write(
    struct store *store, const struct journal_row *row, int64_t *id, struct problem *problem);

// The barrier that stands as `code` in the file: BARRIER_NONE for NULL and for an unknown one.
enum gesture_barrier barrier_of_code(const char *code);

#endif
