// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a decision wherever it shows: on its sheet, in the register, on the record while
// its meeting is open.
#ifndef GREFFE_SCREENS_DECISION_COMMANDS_H
#define GREFFE_SCREENS_DECISION_COMMANDS_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
extern const struct question decision_questions[];
enum { DECISION_QUESTION_COUNT = 5 };

// One choice among all that may be made of it: its outcome while it is provisional, executed or
// withdrawn once it is sealed; and each of the commands below.
void decision_pick(struct screen *screen, struct desk *desk, struct follow *follow);

void decision_execute(struct screen *screen, struct desk *desk, struct follow *follow);
void decision_ask_reason(struct screen *screen, struct desk *desk, struct follow *follow);
void decision_ask_review(struct screen *screen, struct desk *desk, struct follow *follow);
void decision_ask_number(struct screen *screen, struct desk *desk, struct follow *follow);
void decision_pick_accord(struct screen *screen, struct desk *desk, struct follow *follow);

// Which earlier one it replaces; which later one replaces it. The first choice takes the links
// away.
void decision_pick_replaced(struct screen *screen, struct desk *desk, struct follow *follow);
void decision_pick_replacing(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
