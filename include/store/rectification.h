// SPDX-License-Identifier: GPL-3.0-or-later
// Corrections that stand beside what is sealed: numbered, with author, hour and reason.
#ifndef GREFFE_STORE_RECTIFICATION_H
#define GREFFE_STORE_RECTIFICATION_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct rectification {
    int64_t id;
    const char *number; // `COPIL-2026-012-BIS`; of the minutes, `COPIL-2026-03-12-BIS`
    const char *text, *reason;
    const char *at; // local time
    const char *author;
};

struct rectification_list {
    struct rectification *rectifications; // in the order of their numbers
    size_t count;
};

// Corrects a decision (`decision` is its record), or with 0 the minutes of the meeting. Its number
// is given once. Refuses a meeting that is not closed, a decision without a number or of another
// meeting, and an empty text or reason.
enum status rectification_add(struct gesture *gesture, int64_t id, int64_t meeting,
    int64_t decision, const char *text, const char *reason, struct problem *problem);

// Those of a decision; those of a meeting, its decisions' too.
enum status rectifications_of_decision(struct store *store, int64_t decision, struct arena *arena,
    struct rectification_list *list, struct problem *problem);
enum status rectifications_of_meeting(struct store *store, int64_t meeting, struct arena *arena,
    struct rectification_list *list, struct problem *problem);

#endif
