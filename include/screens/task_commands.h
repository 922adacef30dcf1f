// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to tasks wherever they show: to the one under the cursor, or to all that are marked,
// as one gesture. What was taken in the meeting stays; its present life changes, closed or not.
#ifndef GREFFE_SCREENS_TASK_COMMANDS_H
#define GREFFE_SCREENS_TASK_COMMANDS_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
extern const struct question task_questions[];
enum { TASK_QUESTION_COUNT = 5 };

void task_next_state(struct screen *screen, struct desk *desk, struct follow *follow);
void task_done(struct screen *screen, struct desk *desk, struct follow *follow);
void task_pick_state(struct screen *screen, struct desk *desk, struct follow *follow);
void task_ask_due(struct screen *screen, struct desk *desk, struct follow *follow);
void task_pick_priority(struct screen *screen, struct desk *desk, struct follow *follow);
void task_raise_priority(struct screen *screen, struct desk *desk, struct follow *follow);
void task_lower_priority(struct screen *screen, struct desk *desk, struct follow *follow);
void task_pick_owners(struct screen *screen, struct desk *desk, struct follow *follow);
void task_ask_owners(struct screen *screen, struct desk *desk, struct follow *follow);
void task_ask_note(struct screen *screen, struct desk *desk, struct follow *follow);
void task_ask_news(struct screen *screen, struct desk *desk, struct follow *follow);
void task_take_news(struct screen *screen, struct desk *desk, struct follow *follow);

// Asks for another text of a note, whose id it is.
void task_correct_note(struct screen *screen, struct desk *desk, int64_t note, const char *text);

#endif
