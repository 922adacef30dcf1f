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

// Sets the counts of the axes and fields of `plan`. They are kept with the store, and counted anew
// when something in the file, or the day, has changed.
enum status plan_count(struct store *store, struct date today, struct arena *arena,
    struct plan *plan, struct problem *problem);

// What a store keeps of it; NULL is allowed.
struct plan_counts;
void plan_counts_destroy(struct plan_counts *counts);

#endif
