// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task.h"

#include "base/arena.h"
#include "rules/workflow.h"
#include "store/kept_text.h"
#include "store/statement.h"
#include "text/date.h"

static enum status load_state(struct gesture *gesture, int64_t task, struct arena *arena,
    const char **state, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, gesture_store(gesture), "SELECT state FROM task_life WHERE task_id = ?");
    statement_bind_integer(&statement, task);
    *state = statement_row(&statement) ? statement_text(&statement, 0, arena) : NULL;
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && *state == NULL)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette tâche n'existe plus : l'historique dit ce qu'elle est devenue.");
    return status;
}

static void today_iso(struct gesture *gesture, char iso[DATE_TEXT_SIZE])
{
    struct local_time now = clock_local(store_clock(gesture_store(gesture)));
    date_iso(date_of_day(now.year, now.month, now.day), iso);
}

static enum status update(
    struct gesture *gesture, int64_t task, const char *state, struct problem *problem)
{
    struct statement statement;
    char today[DATE_TEXT_SIZE];
    today_iso(gesture, today);
    statement_open(&statement, gesture_store(gesture),
        "UPDATE task_life SET state = ?, done_on = ? WHERE task_id = ?");
    statement_bind_text(&statement, state);
    statement_bind_text(&statement, task_state_is(state, TASK_DONE) ? today : NULL);
    statement_bind_integer(&statement, task);
    return statement_run(&statement, problem);
}

enum status task_set_state(
    struct gesture *gesture, int64_t task, const char *state, struct problem *problem)
{
    struct arena arena = {0};
    const char *from = NULL;
    enum status status = load_state(gesture, task, &arena, &from, problem);
    if (status == STATUS_DONE)
        status = workflow_check(&task_workflow, from, state, problem);
    if (status == STATUS_DONE)
        status = update(gesture, task, state, problem);
    arena_clear(&arena);
    return status;
}

enum status task_check(struct gesture *gesture, int64_t task, struct problem *problem)
{
    struct statement statement;
    int64_t meeting = 0;
    statement_open(&statement, gesture_store(gesture),
        "SELECT record.meeting_id FROM task_life JOIN record ON record.id = task_life.task_id"
        " WHERE task_life.task_id = ?");
    statement_bind_integer(&statement, task);
    enum status status = statement_number(&statement, 0, &meeting, problem);
    if (status == STATUS_DONE && meeting == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette tâche n'existe plus : l'historique dit ce qu'elle est devenue.");
    if (status == STATUS_DONE)
        gesture_concerns_meeting(gesture, meeting);
    return status;
}

enum status task_set_due(
    struct gesture *gesture, int64_t task, struct date due, struct problem *problem)
{
    struct statement statement;
    char iso[DATE_TEXT_SIZE];
    date_iso(due, iso);
    enum status status = task_check(gesture, task, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE task_life SET due = ?2 WHERE task_id = ?1 AND due IS NOT ?2");
    statement_bind_integer(&statement, task);
    statement_bind_text(&statement, iso[0] == '\0' ? NULL : iso);
    return statement_run(&statement, problem);
}

enum status task_set_priority(
    struct gesture *gesture, int64_t task, int priority, struct problem *problem)
{
    struct statement statement;
    enum status status = task_check(gesture, task, problem);
    if (status == STATUS_DONE && (priority < 1 || priority > 5))
        status = problem_set(problem, STATUS_REFUSED,
            "La priorité va de 1, la plus pressante, à 5 : choisissez l'une d'elles.");
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE task_life SET priority = ?2 WHERE task_id = ?1 AND priority <> ?2");
    statement_bind_integer(&statement, task);
    statement_bind_integer(&statement, priority);
    return statement_run(&statement, problem);
}

// Rows beyond `count` go.
static enum status cut_owners(
    struct gesture *gesture, int64_t task, size_t count, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "DELETE FROM task_life_owner WHERE task_id = ? AND position > ?");
    statement_bind_integer(&statement, task);
    statement_bind_integer(&statement, (int64_t)count);
    return statement_run(&statement, problem);
}

static enum status write_owner(struct gesture *gesture, int64_t task, size_t position,
    const char *name, int64_t organisation, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO task_life_owner (task_id, position, name, organisation_id)"
        " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (task_id, position) DO UPDATE"
        " SET name = excluded.name, organisation_id = excluded.organisation_id"
        " WHERE name IS NOT excluded.name OR organisation_id IS NOT excluded.organisation_id");
    statement_bind_integer(&statement, task);
    statement_bind_integer(&statement, (int64_t)position);
    statement_bind_text(&statement, name);
    statement_bind_reference(&statement, organisation);
    return statement_run(&statement, problem);
}

enum status task_set_owners(struct gesture *gesture, int64_t task,
    const struct entry_mention *owners, size_t count, struct problem *problem)
{
    struct arena arena = {0};
    size_t kept = 0;
    enum status status = task_check(gesture, task, problem);
    for (size_t i = 0; status == STATUS_DONE && i < count; i++) {
        const char *name = NULL;
        status = kept_text(&arena, owners[i].name, TEXT_ONE_LINE, &name, problem);
        if (status == STATUS_DONE && name[0] != '\0')
            status = write_owner(gesture, task, ++kept, name, owners[i].organisation, problem);
    }
    if (status == STATUS_DONE)
        status = cut_owners(gesture, task, kept, problem);
    arena_clear(&arena);
    return status;
}
