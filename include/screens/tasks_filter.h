// SPDX-License-Identifier: GPL-3.0-or-later
// What the register of tasks is narrowed to: each restriction is one key, all that are set hold
// together. Looking for something changes nothing in the file.
#ifndef GREFFE_SCREENS_TASKS_FILTER_H
#define GREFFE_SCREENS_TASKS_FILTER_H

#include "screens/tasks_view.h"

extern const struct question tasks_filter_questions[];
enum { TASKS_FILTER_QUESTION_COUNT = 1 };

// What the view asks of the store; borrows from the view.
struct task_filter tasks_filter_of(const struct tasks_view *view, struct date today);

// «ouvertes · Caf · en retard · axe 6 · «places»», empty where nothing is looked for.
void tasks_filter_phrase(struct buffer *out, const struct tasks_view *view);

void tasks_pick_owner(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_pick_axis(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_pick_committee(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_ask_text(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_late_only(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_next_states(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_next_news(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_next_order(struct screen *screen, struct desk *desk, struct follow *follow);
void tasks_show_all(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
