// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/confidential.h"

#include "store/meeting_facts.h"
#include "store/statement.h"

static enum status number_of(
    struct store *store, const char *sql, int64_t id, int64_t *number, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, sql);
    statement_bind_integer(&statement, id);
    return statement_number(&statement, 0, number, problem);
}

static enum status mark(struct gesture *gesture, const char *sql, int64_t id, bool confidential,
    struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, confidential);
    return statement_run(&statement, problem);
}

enum status record_set_confidential(
    struct gesture *gesture, int64_t record, bool confidential, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    int64_t meeting = 0;
    enum status status = number_of(gesture_store(gesture),
        "SELECT meeting_id FROM record WHERE id = ?", record, &meeting, problem);
    if (status == STATUS_DONE && meeting == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Seule une ligne notée se marque : un vote suit sa décision ou son point.");
    if (status == STATUS_DONE)
        status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = mark(gesture,
            "UPDATE record SET confidential = ?2 WHERE id = ?1 AND confidential IS NOT ?2", record,
            confidential, problem);
    arena_clear(&arena);
    return status;
}

enum status item_set_confidential(
    struct gesture *gesture, int64_t item, bool confidential, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = mark(gesture,
            "UPDATE item SET confidential = ?2 WHERE id = ?1 AND confidential IS NOT ?2", item,
            confidential, problem);
    arena_clear(&arena);
    return status;
}

static enum status is_marked(
    struct store *store, const char *sql, int64_t id, bool *confidential, struct problem *problem)
{
    int64_t marked = 0;
    enum status status = number_of(store, sql, id, &marked, problem);
    *confidential = marked != 0;
    return status;
}

enum status record_is_confidential(
    struct store *store, int64_t record, bool *confidential, struct problem *problem)
{
    return is_marked(
        store, "SELECT confidential FROM record WHERE id = ?", record, confidential, problem);
}

enum status item_is_confidential(
    struct store *store, int64_t item, bool *confidential, struct problem *problem)
{
    return is_marked(
        store, "SELECT confidential FROM item WHERE id = ?", item, confidential, problem);
}
