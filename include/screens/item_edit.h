// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the agenda from wherever an item of it is under the cursor.
#ifndef GREFFE_SCREENS_ITEM_EDIT_H
#define GREFFE_SCREENS_ITEM_EDIT_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
extern const struct question item_questions[];
enum { ITEM_QUESTION_COUNT = 4 };

void item_ask_new(struct screen *screen, struct desk *desk, struct follow *follow);
void item_ask_sub_item(struct screen *screen, struct desk *desk, struct follow *follow);
void item_ask_title(struct screen *screen, struct desk *desk, struct follow *follow);
void item_ask_minutes(struct screen *screen, struct desk *desk, struct follow *follow);
void item_next_kind(struct screen *screen, struct desk *desk, struct follow *follow);
void item_drop(struct screen *screen, struct desk *desk, struct follow *follow);
void item_move_up(struct screen *screen, struct desk *desk, struct follow *follow);
void item_move_down(struct screen *screen, struct desk *desk, struct follow *follow);
void item_indent_deeper(struct screen *screen, struct desk *desk, struct follow *follow);
void item_indent_back(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
