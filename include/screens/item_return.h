// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an item beyond its meeting, from wherever one is under the cursor: it waits,
// returns, is settled, opens again; its documents; its thread.
#ifndef GREFFE_SCREENS_ITEM_RETURN_H
#define GREFFE_SCREENS_ITEM_RETURN_H

#include "screens/screen.h"

// For the `questions` of each screen that offers the commands below.
extern const struct question item_return_questions[];
enum { ITEM_RETURN_QUESTION_COUNT = 1 };

// Off the agenda to wait, or back on it.
void item_wait(struct screen *screen, struct desk *desk, struct follow *follow);
void item_pin(struct screen *screen, struct desk *desk, struct follow *follow);
void item_close_for_good(struct screen *screen, struct desk *desk, struct follow *follow);
void item_open_again(struct screen *screen, struct desk *desk, struct follow *follow);
void item_pick_place(struct screen *screen, struct desk *desk, struct follow *follow);
void item_ask_document(struct screen *screen, struct desk *desk, struct follow *follow);
void item_pick_document(struct screen *screen, struct desk *desk, struct follow *follow);
void item_show_thread(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
