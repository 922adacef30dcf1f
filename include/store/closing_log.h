// SPDX-License-Identifier: GPL-3.0-or-later
// Each closing and each reopening of a meeting: version, who, when, why. Nothing of it ever
// changes.
#ifndef GREFFE_STORE_CLOSING_LOG_H
#define GREFFE_STORE_CLOSING_LOG_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

enum closing_kind { CLOSING_DONE, CLOSING_TAKEN_BACK };

struct closing {
    enum closing_kind kind;
    int version;    // from 1; that of a reopening is the one that it takes back
    const char *at; // local time
    const char *author;
    const char *reason; // of a reopening; else NULL
    const char *seal;   // of a closing; else NULL
};

struct closing_log {
    struct closing *closings; // oldest first
    size_t count;
};

enum status closing_log_load(struct store *store, int64_t meeting, struct arena *arena,
    struct closing_log *log, struct problem *problem);

// For src/store alone. Between unlock and lock, inside one gesture, a closed meeting may be
// changed.
enum status closing_log_unlock(struct gesture *gesture, int64_t meeting, struct problem *problem);
enum status closing_log_lock(struct gesture *gesture, int64_t meeting, struct problem *problem);

// Adds a row, between unlock and lock; `reason` may be NULL.
enum status closing_log_add(struct gesture *gesture, int64_t meeting, enum closing_kind kind,
    const char *hour, const char *reason, struct problem *problem);

#endif
