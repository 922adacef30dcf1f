// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the list of committees and organisations: its order, what it holds, the organisations
// themselves.
#ifndef GREFFE_SCREENS_COMMITTEES_EDIT_H
#define GREFFE_SCREENS_COMMITTEES_EDIT_H

#include "screens/screen.h"

extern const struct question organisation_questions[];
enum { ORGANISATION_QUESTION_COUNT = 3 };

// Enter: the page of a committee; an organisation is changed in place.
void committees_open(struct screen *screen, struct desk *desk, struct follow *follow);

void committees_ask_organisation(struct screen *screen, struct desk *desk, struct follow *follow);
void committees_ask_college(struct screen *screen, struct desk *desk, struct follow *follow);
void committees_move_up(struct screen *screen, struct desk *desk, struct follow *follow);
void committees_move_down(struct screen *screen, struct desk *desk, struct follow *follow);
void committees_move_college_up(struct screen *screen, struct desk *desk, struct follow *follow);
void committees_move_college_down(struct screen *screen, struct desk *desk, struct follow *follow);
void committees_drop(struct screen *screen, struct desk *desk, struct follow *follow);
void committees_archive(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
