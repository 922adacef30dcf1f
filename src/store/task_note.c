// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task_note.h"

#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/statement.h"
#include "store/task.h"

static enum status keep_text(
    struct arena *arena, const char *text, const char **kept, struct problem *problem)
{
    enum status status = kept_text_or_null(arena, text, kept, problem);
    if (status == STATUS_DONE && *kept == NULL)
        status =
            problem_set(problem, STATUS_REFUSED, "La note est vide : écrivez où en est la tâche.");
    return status;
}

static enum status insert(struct gesture *gesture, int64_t id, int64_t task, const char *at,
    const char *text, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO task_note (id, task_id, at, text) VALUES (?, ?, ?, ?)");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, task);
    statement_bind_text(&statement, at);
    statement_bind_text(&statement, text);
    return statement_run(&statement, problem);
}

enum status task_note_add(
    struct gesture *gesture, int64_t id, int64_t task, const char *text, struct problem *problem)
{
    struct arena arena = {0};
    const char *kept = NULL;
    const char *hour = store_hour(gesture_store(gesture), &arena);
    enum status status = hour == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
    if (status == STATUS_DONE)
        status = task_check(gesture, task, problem);
    if (status == STATUS_DONE)
        status = keep_text(&arena, text, &kept, problem);
    if (status == STATUS_DONE)
        status = insert(gesture, id, task, hour, kept, problem);
    arena_clear(&arena);
    return status;
}

// The task of a note; refuses a note that is gone.
static enum status check_note(struct gesture *gesture, int64_t note, struct problem *problem)
{
    struct statement statement;
    int64_t task = 0;
    statement_open(
        &statement, gesture_store(gesture), "SELECT task_id FROM task_note WHERE id = ?");
    statement_bind_integer(&statement, note);
    enum status status = statement_number(&statement, 0, &task, problem);
    if (status == STATUS_DONE && task == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette note n'est plus là : elle a été ôtée, l'annulation peut la rendre.");
    return status == STATUS_DONE ? task_check(gesture, task, problem) : status;
}

enum status task_note_set(
    struct gesture *gesture, int64_t note, const char *text, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    const char *kept = NULL;
    enum status status = check_note(gesture, note, problem);
    if (status == STATUS_DONE)
        status = keep_text(&arena, text, &kept, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE task_note SET text = ?2 WHERE id = ?1 AND text IS NOT ?2");
        statement_bind_integer(&statement, note);
        statement_bind_text(&statement, kept);
        status = statement_run(&statement, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status task_note_remove(struct gesture *gesture, int64_t note, struct problem *problem)
{
    struct statement statement;
    enum status status = check_note(gesture, note, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture), "DELETE FROM task_note WHERE id = ?");
    statement_bind_integer(&statement, note);
    return statement_run(&statement, problem);
}
