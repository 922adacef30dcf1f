// SPDX-License-Identifier: GPL-3.0-or-later
// One door for every change: a gesture is one transaction, recorded in the journal with the French
// sentence that says what was done. All or nothing.
//
//     struct gesture *gesture = NULL;
//     enum status status = gesture_begin(store, &gesture, problem);
//     if (status == STATUS_DONE)
//         status = item_add(gesture, …, problem);
//     if (status == STATUS_DONE)
//         status = gesture_commit(gesture, problem, "point ajouté : %s", title);
//     else
//         gesture_cancel(gesture);
#ifndef GREFFE_STORE_GESTURE_H
#define GREFFE_STORE_GESTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/store.h"

struct gesture;

// What undo and redo do not cross.
enum gesture_barrier {
    BARRIER_NONE,
    BARRIER_CLOSING,
    BARRIER_REOPENING,
    BARRIER_DISPATCH,
    BARRIER_APPROVAL,
    BARRIER_ANONYMISATION,
};

// Takes the write lock (STATUS_SYSTEM with who to wait for when another program keeps it too
// long). Refuses a read-only store (STATUS_SYSTEM). One gesture at a time a store.
enum status gesture_begin(struct store *store, struct gesture **gesture, struct problem *problem);

// Writes the journal and commits; the gesture is freed in every case, and rolled back on failure.
// A gesture that changed nothing leaves no trace and is STATUS_DONE.
enum status gesture_commit(struct gesture *gesture, struct problem *problem,
    const char *sentence_format, ...) __attribute__((format(printf, 3, 4)));

// Rolls back and frees. NULL is allowed.
void gesture_cancel(struct gesture *gesture);

struct store *gesture_store(const struct gesture *gesture);

// The meeting that the journal will name beside the gesture (0 for none).
void gesture_concerns_meeting(struct gesture *gesture, int64_t meeting);

// Whether what follows is recorded; it is, until told otherwise. What is taken out for good (names)
// must not stay in the journal: such a gesture sets a barrier.
void gesture_record(struct gesture *gesture, bool recorded);

void gesture_set_barrier(struct gesture *gesture, enum gesture_barrier barrier);

// For src/store alone. Runs a statement that takes an id, or two in this order, and gives no rows.
// `sql` is a literal, as for `statement_open`.
enum status gesture_run_on(
    struct gesture *gesture, const char *sql, int64_t id, struct problem *problem);
enum status gesture_run_on_two(struct gesture *gesture, const char *sql, int64_t first,
    int64_t second, struct problem *problem);

#endif
