// SPDX-License-Identifier: GPL-3.0-or-later
// The convention itself: its published text, signatories and calendar, as paragraphs to read.
#ifndef GREFFE_STORE_CONVENTION_SECTION_H
#define GREFFE_STORE_CONVENTION_SECTION_H

#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

struct convention_section {
    const char *heading;
    const char *body; // paragraphs separated by LF
};

// «Objet» where the convention says it, the sections of its text, then «Signataires» and
// «Calendrier» where there are any. In `arena`.
enum status plan_load_convention(struct store *store, struct arena *arena,
    struct convention_section **sections, size_t *count, struct problem *problem);

#endif
