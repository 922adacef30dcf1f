// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/task_dependency_commands.h"

#include <string.h>

#include "rules/workflow.h"
#include "screens/desk.h"
#include "screens/task_change.h"
#include "store/task_register.h"

// What the picker offers: what the task waits for already, then the other open tasks. The picker
// gives back references, which name the same tasks whatever came in meanwhile.
struct offer {
    struct picker_choice *choices;
    int64_t *ids;
    size_t count, needed; // the first ones are needed already
};

static void add(struct offer *offer, int64_t id, struct picker_choice choice)
{
    offer->choices[offer->count] = choice;
    offer->ids[offer->count++] = id;
}

static bool has(const struct offer *offer, int64_t id)
{
    for (size_t i = 0; i < offer->count; i++)
        if (offer->ids[i] == id)
            return true;
    return false;
}

static enum status lay_offer(struct desk *desk, const struct task_sheet *task, struct arena *arena,
    struct offer *offer, struct problem *problem)
{
    const struct task_filter filter = {
        .state = TASK_OPEN, .today = desk_today(desk), .order = TASK_LATEST};
    struct register_task *tasks = NULL;
    size_t count = 0;
    enum status status =
        task_register_read(desk->store, &filter, 0, SIZE_MAX >> 1, arena, &tasks, &count, problem);
    if (status != STATUS_DONE)
        return status;
    *offer = (struct offer){
        .choices = arena_array(arena, count + task->needs.count + 1, sizeof *offer->choices),
        .ids = arena_array(arena, count + task->needs.count + 1, sizeof *offer->ids)};
    if (offer->choices == NULL || offer->ids == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < task->needs.count; i++) {
        const struct task_need *need = &task->needs.needs[i];
        add(offer, need->id,
            (struct picker_choice){.reference = need->reference,
                .label = need->text,
                .aside = workflow_label(&task_workflow, need->state)});
    }
    offer->needed = offer->count;
    for (size_t i = 0; i < count; i++)
        if (tasks[i].id != task->id && !has(offer, tasks[i].id))
            add(offer, tasks[i].id,
                (struct picker_choice){.reference = tasks[i].reference,
                    .label = tasks[i].text,
                    .aside = workflow_label(&task_workflow, tasks[i].state)});
    return STATUS_DONE;
}

struct wanted {
    const int64_t *ids;
    size_t count;
};

static enum status set_needs(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    const struct wanted *wanted = value;
    return task_dependency_set(gesture, task->id, wanted->ids, wanted->count, problem);
}

static bool is_picked(const struct picker *picker, const char *reference)
{
    for (size_t i = 0; i < picker->count; i++)
        if (picker_takes(picker, i) && strcmp(picker->choices[i].reference, reference) == 0)
            return true;
    return false;
}

// «attend T-2026-003, T-2026-004»
static void append_wanted(struct buffer *what, const char *reference)
{
    buffer_append_format(what, "%s%s", what->length == 0 ? "attend " : ", ", reference);
}

static void accept_needs(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct task_reading reading;
    struct offer offer = {0};
    struct problem problem = {0};
    struct buffer what = {0};
    size_t count = 0;
    if (!task_read(screen, desk, &reading))
        return;
    if (lay_offer(desk, &reading.task, &reading.arena, &offer, &problem) == STATUS_DONE) {
        for (size_t i = 0; i < offer.count; i++) {
            if (!is_picked(picker, offer.choices[i].reference))
                continue;
            append_wanted(&what, offer.choices[i].reference);
            offer.ids[count++] = offer.ids[i];
        }
        const struct wanted wanted = {offer.ids, count};
        if (buffer_failed(&what))
            desk_refuse_no_memory(desk);
        else
            task_change_now(screen, desk, set_needs, &wanted,
                count == 0 ? "n'attend plus rien" : buffer_text(&what));
    } else
        desk_refuse(desk, &problem);
    buffer_clear(&what);
    arena_clear(&reading.arena);
}

void task_pick_needs(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_needs};
    struct task_reading reading;
    struct offer offer = {0};
    struct problem problem = {0};
    if (!task_read(screen, desk, &reading))
        return;
    if (lay_offer(desk, &reading.task, &reading.arena, &offer, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (offer.count == 0)
        desk_say(desk, "Aucune autre tâche n'est ouverte : rien à attendre.");
    else
        desk_pick(desk, &pick,
            task_count(screen) > 1 ? "Quelles tâches attendent-elles ?"
                                   : "Quelles tâches attend-elle ?",
            offer.choices, offer.count, true);
    for (size_t i = 0; desk->pick == &pick && i < offer.needed; i++)
        picker_mark(&desk->picker, i);
    arena_clear(&reading.arena);
}
