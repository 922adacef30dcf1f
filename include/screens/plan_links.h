// SPDX-License-Identifier: GPL-3.0-or-later
// From an element of the plan to the meetings: putting it on the agenda, and what was said of it.
#ifndef GREFFE_SCREENS_PLAN_LINKS_H
#define GREFFE_SCREENS_PLAN_LINKS_H

#include "screens/screen.h"

void plan_put_on_agenda(struct screen *screen, struct desk *desk, struct follow *follow);
void plan_open_history(struct screen *screen, struct desk *desk, struct follow *follow);

// The choices of a picker of plan elements, in the order of `directory` elements.
struct directory;
struct picker_choice;
struct arena;
struct picker_choice *plan_choices(const struct directory *directory, struct arena *arena);

#endif
