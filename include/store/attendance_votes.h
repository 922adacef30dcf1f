// SPDX-License-Identifier: GPL-3.0-or-later
// Who voted by name must still be there: the change of a list that would say otherwise is refused.
// For src/store alone.
#ifndef GREFFE_STORE_ATTENDANCE_VOTES_H
#define GREFFE_STORE_ATTENDANCE_VOTES_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"
#include "store/store.h"

// The list as it stands now, within the gesture that has just changed it.
enum status attendance_check_votes(struct store *store, int64_t meeting, struct problem *problem);

// A change that would leave a vote without a voice is taken back; what the gesture did before
// stays. `status` is that of the change.
enum status attendance_change_begin(struct gesture *gesture, struct problem *problem);
enum status attendance_change_end(
    struct gesture *gesture, int64_t meeting, enum status status, struct problem *problem);

#endif
