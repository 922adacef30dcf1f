// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/task_change.h"

#include "screens/desk.h"

size_t task_count(const struct screen *screen)
{
    size_t count = 0;
    int64_t task;
    while (screen->class->task != NULL && screen->class->task(screen, count, &task))
        count++;
    return count;
}

bool task_read(const struct screen *screen, struct desk *desk, struct task_reading *reading)
{
    struct problem problem = {0};
    int64_t task = 0;
    *reading = (struct task_reading){0};
    if (screen->class->task == NULL || !screen->class->task(screen, 0, &task)) {
        desk_say(desk, "Aucune tâche ici : elles se notent en séance, derrière un >");
        return false;
    }
    if (task_sheet_load(desk->store, task, &reading->arena, &reading->task, &problem) ==
        STATUS_DONE)
        return true;
    arena_clear(&reading->arena);
    desk_refuse(desk, &problem);
    return false;
}

static enum status change_one(struct gesture *gesture, int64_t id, task_change *change,
    const void *value, struct buffer *name, struct problem *problem)
{
    struct arena arena = {0};
    struct task_sheet task;
    enum status status = task_sheet_load(gesture_store(gesture), id, &arena, &task, problem);
    if (status == STATUS_DONE)
        status = change(gesture, &task, value, problem);
    if (status == STATUS_DONE)
        buffer_append(name, task.reference);
    arena_clear(&arena);
    return status;
}

// All of them, or none: one gesture. A question that was taken up after a crash knows its task.
enum status task_change_all(struct screen *screen, struct desk *desk, int64_t subject,
    task_change *change, const void *value, const char *what, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer name = {0};
    size_t count = task_count(screen);
    bool several = count > 1;
    int64_t task = subject;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    for (size_t i = 0; status == STATUS_DONE && i < (several ? count : 1); i++) {
        if (several || subject == 0)
            screen->class->task(screen, i, &task);
        buffer_reset(&name);
        status = change_one(gesture, task, change, value, &name, problem);
    }
    if (several) {
        buffer_reset(&name);
        buffer_append_format(&name, "%d tâches", (int)count);
    }
    if (status == STATUS_DONE && buffer_failed(&name))
        status = problem_set_no_memory(problem);
    status = desk_finish(desk, gesture, status, problem, "%s%s : %s", several ? "" : "tâche ",
        buffer_text(&name), what);
    if (status == STATUS_DONE && screen->class->changed != NULL)
        screen->class->changed(screen);
    buffer_clear(&name);
    return status;
}

void task_change_now(struct screen *screen, struct desk *desk, task_change *change,
    const void *value, const char *what)
{
    struct problem problem = {0};
    if (task_count(screen) == 0)
        desk_say(desk, "Aucune tâche ici : elles se notent en séance, derrière un >");
    else if (task_change_all(screen, desk, 0, change, value, what, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

// Names what is changed: «Échéance de T-2026-031 : Chiffrer…», «… de 3 tâches».
void task_describe(const struct screen *screen, const struct desk *desk, int64_t subject,
    const char *before, struct buffer *out)
{
    struct arena arena = {0};
    struct task_sheet task;
    size_t count = task_count(screen);
    buffer_append(out, before);
    if (count > 1)
        buffer_append_format(out, " de %d tâches", (int)count);
    else if (task_sheet_load(desk->store, subject, &arena, &task, NULL) == STATUS_DONE)
        buffer_append_format(out, " de %s : %s", task.reference, task.text);
    arena_clear(&arena);
}
