// SPDX-License-Identifier: GPL-3.0-or-later
// What is known when an agenda is prepared, read from the file. For src/store alone.
#ifndef GREFFE_STORE_AGENDA_KNOWN_H
#define GREFFE_STORE_AGENDA_KNOWN_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/carry_over.h"
#include "store/meeting_facts.h"

// For a meeting of `facts`. What its agenda holds already counts as set aside. Five queries.
enum status agenda_known_load(struct store *store, const struct meeting_facts *facts,
    struct arena *arena, struct carry_known *known, struct problem *problem);

#endif
