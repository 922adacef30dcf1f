// SPDX-License-Identifier: GPL-3.0-or-later
// What is done of a meeting's minutes: sent, approved, corrected, reopened. What undo cannot take
// back is asked first, and the question says so.
#ifndef GREFFE_SCREENS_MINUTES_COMMANDS_H
#define GREFFE_SCREENS_MINUTES_COMMANDS_H

#include "screens/screen.h"

// Opens the minutes screen of the meeting under the cursor.
void minutes_show(struct screen *screen, struct desk *desk, struct follow *follow);

void minutes_ask_dispatch(struct screen *screen, struct desk *desk, struct follow *follow);
// Of the meeting under the cursor when it is closed; in one that is held, of the one before. A
// letter offers a choice, for a sentence typed by mistake matches none; its prompt takes the
// reserves.
void minutes_pick_approval(struct screen *screen, struct desk *desk, struct follow *follow);
void minutes_ask_approval(struct screen *screen, struct desk *desk, struct follow *follow);
// Of the decision whose sheet is shown, else of the minutes as a whole.
void minutes_ask_rectification(struct screen *screen, struct desk *desk, struct follow *follow);
void minutes_ask_reopening(struct screen *screen, struct desk *desk, struct follow *follow);

enum { MINUTES_QUESTION_COUNT = 4 };
extern const struct question minutes_questions[MINUTES_QUESTION_COUNT];

#endif
