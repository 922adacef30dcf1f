// SPDX-License-Identifier: GPL-3.0-or-later
// What meetings decided on each axis and field, and what is still to be done. For src/store alone.
//
// The closed meetings' decisions are in `decision_tally`; those of the others and the open tasks
// are counted from their rows. The schema's view `record_concern` says the same, but joined to a
// set of records it is built whole: these queries walk from the few records outwards instead.
#ifndef GREFFE_STORE_PLAN_COUNT_H
#define GREFFE_STORE_PLAN_COUNT_H

#include "base/arena.h"
#include "base/status.h"
#include "store/plan.h"
#include "store/store.h"
#include "text/date.h"

// Adds to the counts of the axes and fields of `plan`, which are zero before.
enum status plan_count(struct store *store, struct date today, struct arena *arena,
    struct plan *plan, struct problem *problem);

#endif
