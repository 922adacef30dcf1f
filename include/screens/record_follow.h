// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a line after its meeting: a note stays with its item, a question gets its answer.
#ifndef GREFFE_SCREENS_RECORD_FOLLOW_H
#define GREFFE_SCREENS_RECORD_FOLLOW_H

#include "screens/meeting_view.h"

extern const struct question record_follow_questions[];
enum { RECORD_FOLLOW_QUESTION_COUNT = 1 };

void record_pin(struct screen *screen, struct desk *desk, struct follow *follow);

// Asks for the answer; a question that has one loses it.
void record_answer(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
