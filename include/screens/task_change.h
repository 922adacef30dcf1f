// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks that a command acts on, the one under the cursor or all that are marked, changed as one
// gesture whose sentence names them.
#ifndef GREFFE_SCREENS_TASK_CHANGE_H
#define GREFFE_SCREENS_TASK_CHANGE_H

#include "screens/screen.h"
#include "store/gesture.h"
#include "store/task_sheet.h"

size_t task_count(const struct screen *screen);

// The first of the tasks, read for one command.
struct task_reading {
    struct arena arena;
    struct task_sheet task;
};

// False, and said, where there is none or it does not read: then there is nothing to clear.
bool task_read(const struct screen *screen, struct desk *desk, struct task_reading *reading);

// What a gesture does to a task; `value` is what its command was given.
typedef enum status task_change(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem);

// All of them, or none: one gesture, «tâche T-2026-031 : faite», «3 tâches : faites». An answer
// gives its `subject`, so that a question taken up after a crash knows its task; else it is 0.
enum status task_change_all(struct screen *screen, struct desk *desk, int64_t subject,
    task_change *change, const void *value, const char *what, struct problem *problem);

// The same for a command: a refusal goes to the message line.
void task_change_now(struct screen *screen, struct desk *desk, task_change *change,
    const void *value, const char *what);

// Names what a question will change: «Échéance de T-2026-031 : Chiffrer…», «… de 3 tâches».
void task_describe(const struct screen *screen, const struct desk *desk, int64_t subject,
    const char *before, struct buffer *out);

#endif
