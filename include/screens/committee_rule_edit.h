// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the rules on a committee's page, its name and what it decides.
#ifndef GREFFE_SCREENS_COMMITTEE_RULE_EDIT_H
#define GREFFE_SCREENS_COMMITTEE_RULE_EDIT_H

#include "screens/screen.h"

extern const struct question committee_rule_questions[];
enum { COMMITTEE_RULE_QUESTION_COUNT = 2 };

// What the row under the cursor says: by choosing, or by typing a name or a number.
void committee_change_rule(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
