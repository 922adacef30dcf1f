// SPDX-License-Identifier: GPL-3.0-or-later
// What is done in a meeting, as calls on an open store, for the tests that cut the power or make
// the disk fail.
#ifndef GREFFE_TESTS_STORE_MEETING_STEPS_H
#define GREFFE_TESTS_STORE_MEETING_STEPS_H

#include "base/status.h"
#include "store/store.h"
#include "temporary_store.h"

// A copil is open, where one member of six is present and a decision is noted; a cotech is
// adjourned, with another.
void meeting_steps_prepare(struct temporary_store *temporary);

typedef enum status meeting_step(struct store *store, struct problem *problem);

// In the copil: two more members are there; they vote by name on the decision; it is adjourned.
meeting_step step_attendance, step_ballot, step_adjourn;

// Closes and seals the latest meeting that is adjourned.
meeting_step step_close;

#endif
