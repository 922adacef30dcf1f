// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the seals of the closed meetings still hold, and what differs where one does not.
#ifndef GREFFE_STORE_SEAL_CHECK_H
#define GREFFE_STORE_SEAL_CHECK_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

enum seal_state {
    SEAL_NONE,    // closed by a version of Greffe that did not seal yet
    SEAL_HOLDS,   // what was left out is counted in `omitted`
    SEAL_DIFFERS, // `differences` says where
};

struct seal_report {
    int64_t meeting;
    const char *reference;
    const char *seal; // as the file has it, may be NULL
    enum seal_state state;
    // What differs, in French, each behind how: «modifiée : la décision COPIL-2026-012», «disparue
    // : une ligne», «ajoutée : la présence de Mme Nom».
    const char *const *differences;
    size_t difference_count;
    int omitted; // confidential parts that this copy leaves out
};

// Of one meeting, in a bounded number of queries. Texts are in `arena`. A meeting that is not
// closed and should not be has SEAL_NONE; one that does not exist is STATUS_REFUSED.
enum status seal_check(struct store *store, int64_t meeting, struct arena *arena,
    struct seal_report *report, struct problem *problem);

// Of all meetings that are closed, or whose last closing was not taken back, by date.
enum status seal_check_all(struct store *store, struct arena *arena, struct seal_report **reports,
    size_t *count, struct problem *problem);

#endif
