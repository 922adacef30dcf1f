// SPDX-License-Identifier: GPL-3.0-or-later
// What is made of a decision wherever it shows: on its sheet, in the register, on the record while
// its meeting is open.
#ifndef GREFFE_SCREENS_DECISION_COMMANDS_H
#define GREFFE_SCREENS_DECISION_COMMANDS_H

#include "screens/screen.h"

// One choice among all that may be made of it: its outcome while it is provisional, executed or
// withdrawn once it is sealed; and the commands of decision_questions.h, decision_accord.h and
// decision_replacement.h.
void decision_pick(struct screen *screen, struct desk *desk, struct follow *follow);

void decision_execute(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
