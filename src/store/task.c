// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task.h"

#include <string.h>

#include "base/arena.h"
#include "rules/workflow.h"
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
    statement_bind_text(&statement, strcmp(state, "faite") == 0 ? today : NULL);
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
