// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the register of tasks, shared by tasks.c (the screen) and tasks_filter.c.
#ifndef GREFFE_SCREENS_TASKS_VIEW_H
#define GREFFE_SCREENS_TASKS_VIEW_H

#include "screens/marks.h"
#include "screens/register_view.h"
#include "store/task_register.h"

struct tasks_view {
    struct register_view base;
    struct marks marks;
    // What is looked for, beside the element of the destination.
    struct buffer owner, text;
    struct buffer axis_name, committee_name; // «axe 6», «COPIL»; empty for none
    int64_t axis, committee;
    size_t state; // of tasks_filter.c's states
    bool late;
    bool awaited, given;
    enum task_order order;
    struct task_counts counts;
};

const struct tasks_view *tasks_view_read(const struct screen *screen);

// The task under the cursor; NULL for none.
const struct register_task *tasks_focused(const struct screen *screen);

#endif
