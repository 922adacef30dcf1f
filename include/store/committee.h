// SPDX-License-Identifier: GPL-3.0-or-later
// The committees that meet: the copil, the plenary technical committee, those that people add.
#ifndef GREFFE_STORE_COMMITTEE_H
#define GREFFE_STORE_COMMITTEE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct committee {
    int64_t id;
    const char *code;
    const char *label;
    bool proposes;         // its decisions are propositions
    const char *next_code; // the committee it proposes to, or NULL
};

// In their order, archived ones left out. Texts are in `arena`.
enum status committee_list(struct store *store, struct arena *arena, struct committee **committees,
    size_t *count, struct problem *problem);

// Adds a working group: it proposes to the committee that the file's other working groups propose
// to, else to the one that decides. Refuses a code that is not valid (rules/reference.h) or is
// taken, and an empty label.
enum status committee_add(struct gesture *gesture, int64_t id, const char *code, const char *label,
    struct problem *problem);

#endif
