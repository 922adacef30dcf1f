// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task_follow_up.h"

#include "store/kept_text.h"
#include "store/statement.h"
#include "store/task.h"
#include "text/date.h"

static void today_iso(struct gesture *gesture, char iso[DATE_TEXT_SIZE])
{
    struct local_time now = clock_local(store_clock(gesture_store(gesture)));
    date_iso(date_of_day(now.year, now.month, now.day), iso);
}

// The one that is awaited, 0 for none.
static enum status find_awaited(
    struct store *store, int64_t task, int64_t *awaited, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, store, "SELECT id FROM task_follow_up WHERE task_id = ? AND given_on IS NULL");
    statement_bind_integer(&statement, task);
    return statement_number(&statement, 0, awaited, problem);
}

enum status task_follow_up_ask(
    struct gesture *gesture, int64_t id, int64_t task, struct problem *problem)
{
    struct statement statement;
    char today[DATE_TEXT_SIZE];
    int64_t awaited = 0;
    enum status status = task_check(gesture, task, problem);
    if (status == STATUS_DONE)
        status = find_awaited(gesture_store(gesture), task, &awaited, problem);
    if (status == STATUS_DONE && awaited != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Des nouvelles de cette tâche sont déjà demandées : notez d'abord la réponse.");
    if (status != STATUS_DONE)
        return status;
    today_iso(gesture, today);
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO task_follow_up (id, task_id, asked_on) VALUES (?, ?, ?)");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, task);
    statement_bind_text(&statement, today);
    return statement_run(&statement, problem);
}

static enum status check_awaited(
    struct gesture *gesture, int64_t task, int64_t *awaited, struct problem *problem)
{
    enum status status = task_check(gesture, task, problem);
    if (status == STATUS_DONE)
        status = find_awaited(gesture_store(gesture), task, awaited, problem);
    if (status == STATUS_DONE && *awaited == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Personne n'a demandé de nouvelles de cette tâche : demandez-les d'abord.");
    return status;
}

enum status task_follow_up_give(
    struct gesture *gesture, int64_t task, const char *answer, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    char today[DATE_TEXT_SIZE];
    const char *kept = NULL;
    int64_t awaited = 0;
    today_iso(gesture, today);
    enum status status = check_awaited(gesture, task, &awaited, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, answer, &kept, problem);
    if (status == STATUS_DONE && kept == NULL)
        status = problem_set(
            problem, STATUS_REFUSED, "La réponse est vide : écrivez les nouvelles reçues.");
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE task_follow_up SET given_on = ?2, answer = ?3 WHERE id = ?1");
        statement_bind_integer(&statement, awaited);
        statement_bind_text(&statement, today);
        statement_bind_text(&statement, kept);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status task_follow_up_drop(struct gesture *gesture, int64_t task, struct problem *problem)
{
    struct statement statement;
    int64_t awaited = 0;
    enum status status = check_awaited(gesture, task, &awaited, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture), "DELETE FROM task_follow_up WHERE id = ?");
    statement_bind_integer(&statement, awaited);
    return statement_run(&statement, problem);
}
