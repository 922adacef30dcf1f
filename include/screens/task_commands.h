// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to tasks wherever they show, beside task_owner_commands.h and task_note_commands.h:
// to the one under the cursor, or to all that are marked, as one gesture. What was taken in the
// meeting stays; its present life changes, closed or not.
#ifndef GREFFE_SCREENS_TASK_COMMANDS_H
#define GREFFE_SCREENS_TASK_COMMANDS_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
enum { TASK_QUESTION_COUNT = 1 };
extern const struct question task_questions[TASK_QUESTION_COUNT];

void task_next_state(struct screen *screen, struct desk *desk, struct follow *follow);
void task_done(struct screen *screen, struct desk *desk, struct follow *follow);
void task_pick_state(struct screen *screen, struct desk *desk, struct follow *follow);
void task_ask_due(struct screen *screen, struct desk *desk, struct follow *follow);
void task_pick_priority(struct screen *screen, struct desk *desk, struct follow *follow);
void task_raise_priority(struct screen *screen, struct desk *desk, struct follow *follow);
void task_lower_priority(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
