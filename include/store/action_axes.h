// SPDX-License-Identifier: GPL-3.0-or-later
// The other axes that an action serves besides its own.
#ifndef GREFFE_STORE_ACTION_AXES_H
#define GREFFE_STORE_ACTION_AXES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

// «6 ; 9» for the sheet of the action, NULL when there are none; in `arena`.
enum status plan_action_other_axes(struct store *store, int64_t action, struct arena *arena,
    const char **numbers, struct problem *problem);

// Numbers separated by blanks, commas or semicolons; none for an empty text. Refuses one that is
// no axis, and the action's own. `axis` is its own. For src/store alone.
enum status action_axes_set(struct gesture *gesture, int64_t action, int64_t axis,
    const char *numbers, struct problem *problem);

#endif
