// SPDX-License-Identifier: GPL-3.0-or-later
// Who owns a task: picked in the directory, or typed.
#ifndef GREFFE_SCREENS_TASK_OWNER_COMMANDS_H
#define GREFFE_SCREENS_TASK_OWNER_COMMANDS_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
enum { TASK_OWNER_QUESTION_COUNT = 1 };
extern const struct question task_owner_questions[TASK_OWNER_QUESTION_COUNT];

void task_pick_owners(struct screen *screen, struct desk *desk, struct follow *follow);
void task_ask_owners(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
