// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what comes after a closing, and is in no seal, stands as it was noted: dispatches,
// approvals and rectifications, compared with the journal's own account of them.
#ifndef GREFFE_STORE_JOURNAL_CHECK_H
#define GREFFE_STORE_JOURNAL_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

struct journal_report {
    bool has_journal; // false: a copy without one, nothing was compared
    int noted;        // dispatches, approvals and rectifications that stand in the file
    // What differs, in French, each behind how: «modifié : la rectification COPIL-2026-012-BIS»,
    // «disparu : un envoi», «ajouté : l'approbation de COPIL-2026-03-12».
    const char *const *differences;
    size_t difference_count;
};

// Reads the whole journal: for a verification, not for a screen. Texts are in `arena`.
enum status journal_check(struct store *store, struct arena *arena, struct journal_report *report,
    struct problem *problem);

#endif
