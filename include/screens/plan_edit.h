// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the plan from wherever an element of it is under the cursor: adding, renaming,
// removing objectives and actions, and the state of an action.
#ifndef GREFFE_SCREENS_PLAN_EDIT_H
#define GREFFE_SCREENS_PLAN_EDIT_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
extern const struct question plan_questions[];
enum { PLAN_QUESTION_COUNT = 4 };

void plan_ask_objective(struct screen *screen, struct desk *desk, struct follow *follow);
void plan_ask_action(struct screen *screen, struct desk *desk, struct follow *follow);
void plan_ask_title(struct screen *screen, struct desk *desk, struct follow *follow);
void plan_remove(struct screen *screen, struct desk *desk, struct follow *follow);
void plan_next_state(struct screen *screen, struct desk *desk, struct follow *follow);
void plan_pick_state(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
