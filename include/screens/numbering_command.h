// SPDX-License-Identifier: GPL-3.0-or-later
// How the items of one meeting are numbered; its committee says it for the meetings to come.
#ifndef GREFFE_SCREENS_NUMBERING_COMMAND_H
#define GREFFE_SCREENS_NUMBERING_COMMAND_H

#include "screens/screen.h"

// For the `questions` of the agenda.
enum { NUMBERING_QUESTION_COUNT = 1 };
extern const struct question numbering_questions[NUMBERING_QUESTION_COUNT];

void meeting_ask_numbering(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
