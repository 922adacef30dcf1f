// SPDX-License-Identifier: GPL-3.0-or-later
// People and mandates for tests: a copil of six, in two colleges, with a substitute.
#ifndef GREFFE_TESTS_STORE_EXPECTED_PEOPLE_H
#define GREFFE_TESTS_STORE_EXPECTED_PEOPLE_H

#include <stdint.h>

#include "store/attendance.h"
#include "store/attendance_count.h"
#include "temporary_store.h"

// Voting: Habitat (chair) and Logement of the town, Inclusion (with Santé as her substitute) of the
// Caf, Accueil; Sport is advisory, Numérique the secretary without a voice. Persons 1001 to 1007,
// mandates 2001 to 2007, in the order Habitat, Logement, Inclusion, Sport, Accueil, Numérique,
// Santé.
void people_are_expected(struct temporary_store *temporary);

// A mandate of one more person, `starts` and `ends` as SQL (`'2026-01-01'`, `NULL`).
void somebody_is_expected(struct temporary_store *temporary, int64_t person, const char *name,
    const char *starts, const char *ends);

struct attendance_sheet sheet_of(struct temporary_store *temporary, int64_t meeting);

// The attendee of that name; 0 when nobody has it.
int64_t attendee_named(struct temporary_store *temporary, int64_t meeting, const char *name);

struct attendance_state state_at(struct temporary_store *temporary, int64_t meeting, int64_t item);

#endif
