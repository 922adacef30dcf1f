// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/task_owner_commands.h"

#include "rules/owner_line.h"
#include "screens/desk.h"
#include "screens/task_change.h"
#include "store/directory.h"
#include "store/task.h"

static enum status set_owners(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    const struct task_owners *owners = value;
    return task_set_owners(gesture, task->id, owners->owners, owners->count, problem);
}

static enum status change_owners(struct screen *screen, struct desk *desk, int64_t subject,
    const struct task_owners *owners, struct problem *problem)
{
    struct buffer what = {0};
    buffer_append(&what, owners->count == 0 ? "sans responsable" : "confiée à ");
    owner_line_write(&what, owners->owners, owners->count);
    enum status status = buffer_failed(&what) ? problem_set_no_memory(problem)
                                              : task_change_all(screen, desk, subject, set_owners,
                                                    owners, buffer_text(&what), problem);
    buffer_clear(&what);
    return status;
}

static bool owns(const struct task_sheet *task, const struct directory_name *name)
{
    for (size_t i = 0; i < task->owners.count; i++)
        if (entry_mention_is(&task->owners.owners[i], name->organisation, name->label))
            return true;
    return false;
}

// Those who own it now, then the others of the directory: the same when they are shown and when
// some are chosen.
static enum status load_candidates(struct desk *desk, const struct task_sheet *task,
    struct arena *arena, struct task_owners *candidates, struct problem *problem)
{
    struct directory directory = {0};
    enum status status = directory_load(desk->store, arena, &directory, problem);
    if (status != STATUS_DONE)
        return status;
    candidates->owners = arena_array(
        arena, task->owners.count + directory.name_count + 1, sizeof *candidates->owners);
    if (candidates->owners == NULL)
        return problem_set_no_memory(problem);
    candidates->count = 0;
    for (size_t i = 0; i < task->owners.count; i++)
        candidates->owners[candidates->count++] = task->owners.owners[i];
    for (size_t i = 0; i < directory.name_count; i++)
        if (!owns(task, &directory.names[i]))
            candidates->owners[candidates->count++] = (struct entry_mention){
                directory.names[i].label, directory.names[i].organisation, true};
    return STATUS_DONE;
}

static void accept_owners(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct task_reading reading;
    struct problem problem = {0};
    struct task_owners candidates = {0};
    size_t kept = 0;
    if (!task_read(screen, desk, &reading))
        return;
    enum status status =
        load_candidates(desk, &reading.task, &reading.arena, &candidates, &problem);
    for (size_t i = 0; status == STATUS_DONE && i < candidates.count; i++)
        if (i < picker->count && picker_takes(picker, i))
            candidates.owners[kept++] = candidates.owners[i];
    candidates.count = kept;
    if (status == STATUS_DONE)
        status = change_owners(screen, desk, 0, &candidates, &problem);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&reading.arena);
}

static enum status offer_owners(
    struct desk *desk, struct task_reading *reading, struct problem *problem)
{
    static const struct pick pick = {accept_owners};
    struct task_owners candidates = {0};
    enum status status =
        load_candidates(desk, &reading->task, &reading->arena, &candidates, problem);
    if (status != STATUS_DONE)
        return status;
    struct picker_choice *choices =
        arena_array(&reading->arena, candidates.count + 1, sizeof *choices);
    if (choices == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < candidates.count; i++)
        choices[i] = (struct picker_choice){.reference = "", .label = candidates.owners[i].name};
    desk_pick(desk, &pick, "Confiée à qui ? (Tab en marque plusieurs ; R tape un nom)", choices,
        candidates.count, true);
    for (size_t i = 0; desk->pick == &pick && i < reading->task.owners.count; i++)
        picker_mark(&desk->picker, i);
    return STATUS_DONE;
}

void task_pick_owners(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    struct task_reading reading;
    if (!task_read(screen, desk, &reading))
        return;
    if (offer_owners(desk, &reading, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&reading.arena);
}

void task_ask_owners(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct task_reading reading;
    struct buffer line = {0};
    if (!task_read(screen, desk, &reading))
        return;
    owner_line_write(&line, reading.task.owners.owners, reading.task.owners.count);
    desk_ask(desk, screen, &task_owner_questions[0], reading.task.id, reading.task.id,
        buffer_text(&line));
    buffer_clear(&line);
    arena_clear(&reading.arena);
}

static void describe_owners(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    task_describe(screen, desk, subject, "Responsables (séparés par ;)", out);
}

static void understand_owners(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    struct arena arena = {0};
    struct directory directory = {0};
    struct task_owners owners = {0};
    if (directory_load(desk->store, &arena, &directory, NULL) == STATUS_DONE &&
        owner_line_read(text, &directory, &arena, &owners.owners, &owners.count, NULL) ==
            STATUS_DONE)
        for (size_t i = 0; i < owners.count; i++)
            buffer_append_format(out, "%s%s%s", i > 0 ? " ; " : "", owners.owners[i].name,
                owners.owners[i].organisation == 0 ? "" : " (organisme)");
    if (owners.count == 0)
        buffer_append(out, "Sans responsable");
    arena_clear(&arena);
}

static enum status accept_owner_line(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    struct arena arena = {0};
    struct directory directory = {0};
    struct task_owners owners = {0};
    enum status status = directory_load(desk->store, &arena, &directory, problem);
    if (status == STATUS_DONE)
        status = owner_line_read(text, &directory, &arena, &owners.owners, &owners.count, problem);
    if (status == STATUS_DONE)
        status = change_owners(screen, desk, subject, &owners, problem);
    arena_clear(&arena);
    return status;
}

const struct question task_owner_questions[TASK_OWNER_QUESTION_COUNT] = {
    {.purpose = "responsables",
        .correction = true,
        .describe = describe_owners,
        .understand = understand_owners,
        .accept = accept_owner_line},
};
