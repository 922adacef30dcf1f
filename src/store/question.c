// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/question.h"

#include "store/kept_text.h"
#include "store/statement.h"
#include "text/date.h"

static enum status check_question(struct store *store, int64_t id, struct problem *problem)
{
    struct statement statement;
    int64_t there = 0;
    statement_open(&statement, store, "SELECT 1 FROM record WHERE id = ? AND kind = 'question'");
    statement_bind_integer(&statement, id);
    enum status status = statement_number(&statement, 0, &there, problem);
    if (status == STATUS_DONE && there == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce n'est pas une question : choisissez une ligne notée avec ?.");
    return status;
}

static enum status forget(struct gesture *gesture, int64_t question, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, gesture_store(gesture), "DELETE FROM question_life WHERE question_id = ?");
    statement_bind_integer(&statement, question);
    return statement_run(&statement, problem);
}

// An answer given before is replaced where it differs; its day stays.
static enum status keep(
    struct gesture *gesture, int64_t question, const char *answer, struct problem *problem)
{
    static const char *const sql[] = {
        "UPDATE question_life SET answer = ?2 WHERE question_id = ?1 AND answer IS NOT ?2"
        " AND ?3 IS NOT NULL",
        "INSERT INTO question_life (question_id, answer, answered_on) SELECT ?1, ?2, ?3"
        " WHERE NOT EXISTS (SELECT 1 FROM question_life WHERE question_id = ?1)",
    };
    struct local_time now = clock_local(store_clock(gesture_store(gesture)));
    char today[DATE_TEXT_SIZE];
    enum status status = STATUS_DONE;
    date_iso(date_of_day(now.year, now.month, now.day), today);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), sql[i]);
        statement_bind_integer(&statement, question);
        statement_bind_text(&statement, answer);
        statement_bind_text(&statement, today);
        status = statement_run(&statement, problem);
    }
    return status;
}

enum status question_set_answered(struct gesture *gesture, int64_t question, bool answered,
    const char *answer, struct problem *problem)
{
    struct arena arena = {0};
    const char *kept = NULL;
    enum status status = check_question(gesture_store(gesture), question, problem);
    if (status == STATUS_DONE)
        status = kept_text_or_null(&arena, answer, &kept, problem);
    if (status == STATUS_DONE)
        status =
            answered ? keep(gesture, question, kept, problem) : forget(gesture, question, problem);
    arena_clear(&arena);
    return status;
}
