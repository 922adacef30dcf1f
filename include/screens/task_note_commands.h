// SPDX-License-Identifier: GPL-3.0-or-later
// How a task comes along: its notes, the news that are asked for and received.
#ifndef GREFFE_SCREENS_TASK_NOTE_COMMANDS_H
#define GREFFE_SCREENS_TASK_NOTE_COMMANDS_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
enum { TASK_NOTE_QUESTION_COUNT = 3 };
extern const struct question task_note_questions[TASK_NOTE_QUESTION_COUNT];

void task_ask_note(struct screen *screen, struct desk *desk, struct follow *follow);
void task_ask_news(struct screen *screen, struct desk *desk, struct follow *follow);
void task_take_news(struct screen *screen, struct desk *desk, struct follow *follow);

// Asks for another text of a note, whose id it is.
void task_correct_note(struct screen *screen, struct desk *desk, int64_t note, const char *text);

#endif
