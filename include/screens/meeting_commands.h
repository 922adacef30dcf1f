// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to a whole meeting from wherever one is under the cursor: its date and place,
// opening, adjourning, closing, removing.
#ifndef GREFFE_SCREENS_MEETING_COMMANDS_H
#define GREFFE_SCREENS_MEETING_COMMANDS_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
extern const struct question meeting_questions[];
enum { MEETING_QUESTION_COUNT = 4 };

void meeting_pick_committee(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_ask_committee(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_ask_date(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_ask_place(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_drop(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_start(struct screen *screen, struct desk *desk, struct follow *follow);

// Adjourns an open meeting; shows the closing of an adjourned one.
void meeting_end(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
