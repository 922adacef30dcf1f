// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the members on a committee's page.
#ifndef GREFFE_SCREENS_COMMITTEE_EDIT_H
#define GREFFE_SCREENS_COMMITTEE_EDIT_H

#include "screens/screen.h"

extern const struct question committee_questions[];
enum { COMMITTEE_QUESTION_COUNT = 5 };

// Enter: the rule, or the mandate, under the cursor.
void committee_change(struct screen *screen, struct desk *desk, struct follow *follow);

// Among the people that the file knows, or somebody new.
void committee_pick_member(struct screen *screen, struct desk *desk, struct follow *follow);

void committee_ask_person(struct screen *screen, struct desk *desk, struct follow *follow);
void committee_pick_role(struct screen *screen, struct desk *desk, struct follow *follow);
void committee_ask_end(struct screen *screen, struct desk *desk, struct follow *follow);
void committee_move_up(struct screen *screen, struct desk *desk, struct follow *follow);
void committee_move_down(struct screen *screen, struct desk *desk, struct follow *follow);
void committee_drop_mandate(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
