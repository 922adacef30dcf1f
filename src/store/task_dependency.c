// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task_dependency.h"

#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "store/task.h"

#define NEEDS(WANTED, KNOWN)                                                                       \
    "SELECT task.record_id, task.reference, " SHOWN_TEXT ", task_life.state,"                      \
    " task_life.state IN ('a-faire', 'en-cours') FROM task_dependency AS dependency"               \
    " JOIN task ON task.record_id = dependency." WANTED                                            \
    " JOIN task_life ON task_life.task_id = task.record_id"                                        \
    " JOIN record ON record.id = task.record_id"                                                   \
    " WHERE dependency." KNOWN " = ? ORDER BY task.record_id"

enum status task_dependency_list(struct store *store, int64_t task, bool waiting,
    struct arena *arena, struct task_needs *needs, struct problem *problem)
{
    static const char needed_sql[] = NEEDS("needs_id", "task_id");
    static const char waiting_sql[] = NEEDS("task_id", "needs_id");
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct task_need);
    struct task_need *need = NULL;
    statement_open(&statement, store, waiting ? waiting_sql : needed_sql);
    statement_bind_integer(&statement, task);
    while (statement_row(&statement) && (need = row_array_add(&rows, &statement)) != NULL)
        *need = (struct task_need){
            .id = statement_integer(&statement, 0),
            .reference = statement_text(&statement, 1, arena),
            .text = statement_text(&statement, 2, arena),
            .state = statement_text(&statement, 3, arena),
            .open = statement_integer(&statement, 4) != 0,
        };
    *needs = (struct task_needs){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

// Does `from` wait for `task`, by whatever way?
static enum status waits_for(
    struct store *store, int64_t from, int64_t task, bool *waits, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store,
        "WITH RECURSIVE needed (id) AS (VALUES (?1) UNION SELECT dependency.needs_id FROM needed"
        " JOIN task_dependency AS dependency ON dependency.task_id = needed.id)"
        " SELECT count(*) FROM needed WHERE id = ?2");
    statement_bind_integer(&statement, from);
    statement_bind_integer(&statement, task);
    enum status status = statement_number(&statement, 0, &found, problem);
    *waits = found > 0;
    return status;
}

static enum status refuse(struct store *store, int64_t task, int64_t need, struct problem *problem)
{
    struct statement statement;
    if (task == need)
        return problem_set(problem, STATUS_REFUSED,
            "Une tâche ne s'attend pas elle-même : choisissez-en une autre.");
    statement_open(&statement, store,
        "SELECT own.reference, other.reference FROM task AS own, task AS other"
        " WHERE own.record_id = ? AND other.record_id = ?");
    statement_bind_integer(&statement, task);
    statement_bind_integer(&statement, need);
    if (statement_row(&statement))
        problem_set(problem, STATUS_REFUSED,
            "%s attend déjà %s : ôtez cette attente-là d'abord, ou choisissez une autre tâche.",
            statement_borrow(&statement, 1), statement_borrow(&statement, 0));
    enum status status = statement_finish(&statement, problem);
    return status == STATUS_DONE ? STATUS_REFUSED : status;
}

static enum status insert(
    struct gesture *gesture, int64_t task, int64_t need, struct problem *problem)
{
    struct statement statement;
    bool waits = false;
    struct store *store = gesture_store(gesture);
    enum status status = task_check(gesture, need, problem);
    if (status == STATUS_DONE)
        status = waits_for(store, need, task, &waits, problem);
    if (status == STATUS_DONE && waits)
        status = refuse(store, task, need, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(
        &statement, store, "INSERT INTO task_dependency (task_id, needs_id) VALUES (?, ?)");
    statement_bind_integer(&statement, task);
    statement_bind_integer(&statement, need);
    return statement_run(&statement, problem);
}

static enum status delete_one(
    struct gesture *gesture, int64_t task, int64_t need, struct problem *problem)
{
    return gesture_run_on_two(gesture,
        "DELETE FROM task_dependency WHERE task_id = ? AND needs_id = ?", task, need, problem);
}

static bool has(const int64_t ids[], size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++)
        if (ids[i] == id)
            return true;
    return false;
}

static bool needs_already(const struct task_needs *old, int64_t id)
{
    for (size_t i = 0; i < old->count; i++)
        if (old->needs[i].id == id)
            return true;
    return false;
}

enum status task_dependency_set(struct gesture *gesture, int64_t task, const int64_t needs[],
    size_t count, struct problem *problem)
{
    struct arena arena = {0};
    struct task_needs old = {0};
    enum status status = task_check(gesture, task, problem);
    if (status == STATUS_DONE)
        status = task_dependency_list(gesture_store(gesture), task, false, &arena, &old, problem);
    for (size_t i = 0; status == STATUS_DONE && i < old.count; i++)
        if (!has(needs, count, old.needs[i].id))
            status = delete_one(gesture, task, old.needs[i].id, problem);
    for (size_t i = 0; status == STATUS_DONE && i < count; i++)
        if (!needs_already(&old, needs[i]) && !has(needs, i, needs[i]))
            status = insert(gesture, task, needs[i], problem);
    arena_clear(&arena);
    return status;
}

enum status task_dependency_delete(struct gesture *gesture, int64_t task, struct problem *problem)
{
    return gesture_run_on(
        gesture, "DELETE FROM task_dependency WHERE task_id = ?1 OR needs_id = ?1", task, problem);
}
