// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/task_commands.h"

#include <string.h>

#include "rules/workflow.h"
#include "screens/date_answer.h"
#include "screens/desk.h"
#include "screens/task_change.h"
#include "store/task.h"

enum { FIRST_PRIORITY = 1, LAST_PRIORITY = 5 };

// Among several, those that are so already stay.
static enum status set_state(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    return strcmp(task->state, value) == 0 ? STATUS_DONE
                                           : task_set_state(gesture, task->id, value, problem);
}

void task_next_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct task_reading reading;
    if (task_count(screen) > 1) {
        task_pick_state(screen, desk, follow);
        return;
    }
    if (!task_read(screen, desk, &reading))
        return;
    const char *next = workflow_next(&task_workflow, reading.task.state);
    if (next == NULL)
        desk_say(desk, "Cette tâche est finie : E choisit un autre état, u annule.");
    else
        task_change_now(screen, desk, set_state, next, workflow_label(&task_workflow, next));
    arena_clear(&reading.arena);
}

void task_done(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    task_change_now(screen, desk, set_state, task_state_code(TASK_DONE),
        task_count(screen) > 1 ? "faites"
                               : workflow_label(&task_workflow, task_state_code(TASK_DONE)));
}

static void accept_state(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    size_t chosen = picker_focused(picker);
    if (chosen < task_workflow.state_count)
        task_change_now(screen, desk, set_state, task_workflow.states[chosen].code,
            task_workflow.states[chosen].label);
}

void task_pick_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_state};
    struct picker_choice choices[8] = {{0}};
    if (task_count(screen) == 0)
        return;
    for (size_t i = 0; i < task_workflow.state_count; i++)
        choices[i] =
            (struct picker_choice){.reference = "", .label = task_workflow.states[i].label};
    desk_pick(desk, &pick, "État de la tâche", choices, task_workflow.state_count, false);
}

static enum status set_priority(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    return task_set_priority(gesture, task->id, *(const int *)value, problem);
}

static void accept_priority(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    int priority = FIRST_PRIORITY + (int)picker_focused(picker);
    char what[] = "priorité 0";
    if (priority > LAST_PRIORITY)
        return;
    what[sizeof what - 2] = (char)('0' + priority);
    task_change_now(screen, desk, set_priority, &priority, what);
}

void task_pick_priority(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_priority};
    static const struct picker_choice choices[LAST_PRIORITY] = {
        {.reference = "1", .label = "la plus pressante"},
        {.reference = "2", .label = "pressante"},
        {.reference = "3", .label = "ordinaire"},
        {.reference = "4", .label = "peut attendre"},
        {.reference = "5", .label = "la moins pressante"},
    };
    if (task_count(screen) > 0)
        desk_pick(desk, &pick, "Priorité de la tâche", choices, LAST_PRIORITY, false);
}

// Each from where it is, no further than the ends.
static enum status step_priority(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    int priority = task->priority + *(const int *)value;
    if (priority < FIRST_PRIORITY || priority > LAST_PRIORITY)
        return STATUS_DONE;
    return task_set_priority(gesture, task->id, priority, problem);
}

void task_raise_priority(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const int step = -1;
    task_change_now(screen, desk, step_priority, &step, "plus pressant");
}

void task_lower_priority(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const int step = 1;
    task_change_now(screen, desk, step_priority, &step, "moins pressant");
}

static enum status set_due(struct gesture *gesture, const struct task_sheet *task,
    const void *value, struct problem *problem)
{
    return task_set_due(gesture, task->id, *(const struct date *)value, problem);
}

void task_ask_due(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct task_reading reading;
    struct buffer date = {0};
    if (!task_read(screen, desk, &reading))
        return;
    date_short(&date, reading.task.due);
    desk_propose(
        desk, screen, &task_questions[0], reading.task.id, reading.task.id, buffer_text(&date));
    buffer_clear(&date);
    arena_clear(&reading.arena);
}

static void describe_due(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    task_describe(screen, desk, subject, "Échéance", out);
}

static const struct date_wording due_wording = {
    .none = "Sans échéance",
    .hint = "Une date : 30/04, vendredi, dans 2 semaines, juin 2026…",
    .example = "30/04 ou fin avril",
};

static void understand_due(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    date_answer_understand(desk, &due_wording, text, out);
}

static enum status accept_due(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)row;
    struct date date;
    struct buffer what = {0};
    enum status status = date_answer_read(desk, &due_wording, text, &date, problem);
    if (status != STATUS_DONE)
        return status;
    buffer_append(&what, date.precision == DATE_NONE ? "sans échéance" : "échéance ");
    date_short(&what, date);
    status = buffer_failed(&what) ? problem_set_no_memory(problem)
                                  : task_change_all(screen, desk, subject, set_due, &date,
                                        buffer_text(&what), problem);
    buffer_clear(&what);
    return status;
}

const struct question task_questions[TASK_QUESTION_COUNT] = {
    {.purpose = "echeance-tache",
        .correction = true,
        .describe = describe_due,
        .understand = understand_due,
        .accept = accept_due},
};
