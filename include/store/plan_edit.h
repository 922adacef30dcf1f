// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the plan, each inside a gesture. Texts are cleaned (text/clean.h), blanks at both
// ends dropped. A refusal changes nothing, and neither does what is there already.
#ifndef GREFFE_STORE_PLAN_EDIT_H
#define GREFFE_STORE_PLAN_EDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Adding gives the new element the next code that was never given, at the end of its parent. An
// empty text is refused, and a parent that is gone or archived. `objective` is of `axis`, 0 for
// none. A new action is `programmee`.
enum status plan_add_objective(
    struct gesture *gesture, int64_t id, int64_t axis, const char *label, struct problem *problem);
enum status plan_add_action(struct gesture *gesture, int64_t id, int64_t axis, int64_t objective,
    const char *title, struct problem *problem);

enum status plan_set_objective_label(
    struct gesture *gesture, int64_t objective, const char *label, struct problem *problem);

// Removes the element for good where no meeting spoke of it, else archives it (`*archived`). An
// objective that holds actions is refused, and so is what is archived already.
enum status plan_remove_objective(
    struct gesture *gesture, int64_t objective, bool *archived, struct problem *problem);
enum status plan_remove_action(
    struct gesture *gesture, int64_t action, bool *archived, struct problem *problem);

// Checks the workflow; the sentence of a refusal comes from it.
enum status plan_set_action_state(
    struct gesture *gesture, int64_t action, const char *state, struct problem *problem);

#endif
