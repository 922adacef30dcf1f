// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which committees, organisations, their colleges and members are listed. `step` is -1
// (before the one above) or 1 (behind the one below). Each refuses what stands at the end already.
//
// The lists of meetings follow by attendance_refresh_committee, which the gesture calls at its end.
#ifndef GREFFE_STORE_PEOPLE_ORDER_H
#define GREFFE_STORE_PEOPLE_ORDER_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

enum status committee_move(
    struct gesture *gesture, int64_t committee, int step, struct problem *problem);

// Within its college, or among those without one.
enum status organisation_move(
    struct gesture *gesture, int64_t organisation, int step, struct problem *problem);

// The college of that organisation, with all that belong to it. Refuses an organisation without
// one: those stand last.
enum status college_move(
    struct gesture *gesture, int64_t organisation, int step, struct problem *problem);

// Among those of the same role, or the substitutes of the same principal.
enum status mandate_move(
    struct gesture *gesture, int64_t mandate, int step, struct problem *problem);

#endif
