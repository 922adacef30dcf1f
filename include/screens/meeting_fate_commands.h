// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting that is not held as planned, its hours, and the way from one meeting of a committee to
// the next, from wherever a meeting is under the cursor.
#ifndef GREFFE_SCREENS_MEETING_FATE_COMMANDS_H
#define GREFFE_SCREENS_MEETING_FATE_COMMANDS_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
extern const struct question meeting_fate_questions[];
enum { MEETING_FATE_QUESTION_COUNT = 2 };

// Cancel, postpone, adjourn for lack of quorum, call again, prepare again: what may be done now.
void meeting_pick_fate(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_ask_hours(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_show_next(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_show_previous(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_show_since(struct screen *screen, struct desk *desk, struct follow *follow);
void meeting_show_standing(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
