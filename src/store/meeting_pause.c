// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_pause.h"

#include "rules/workflow.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"

enum status meeting_pauses(struct store *store, int64_t meeting, struct arena *arena,
    struct pause_list *list, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct meeting_pause);
    struct meeting_pause *pause;
    statement_open(&statement, store,
        "SELECT kind, item_id, from_at, until_at, id FROM meeting_pause WHERE meeting_id = ?"
        " ORDER BY from_at, id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (pause = row_array_add(&rows, &statement)) != NULL)
        *pause = (struct meeting_pause){
            .id = statement_integer(&statement, 4),
            .kind = statement_text(&statement, 0, arena),
            .item = statement_integer(&statement, 1),
            .from = statement_text(&statement, 2, arena),
            .until = statement_text(&statement, 3, arena),
        };
    *list = (struct pause_list){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

static enum status insert(struct gesture *gesture, int64_t meeting, const char *kind,
    const char *from, const char *until, struct problem *problem)
{
    struct statement statement;
    struct store *store = gesture_store(gesture);
    statement_open(&statement, store,
        "INSERT INTO meeting_pause (id, meeting_id, item_id, kind, from_at, until_at)"
        " VALUES (?, ?, NULL, ?, ?, ?)");
    statement_bind_integer(&statement, store_new_id(store));
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, kind);
    statement_bind_text(&statement, from);
    statement_bind_text(&statement, until);
    return statement_run(&statement, problem);
}

static enum status suspend(
    struct gesture *gesture, int64_t meeting, const char *hour, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, gesture_store(gesture), "UPDATE meeting SET state = 'suspendue' WHERE id = ?");
    statement_bind_integer(&statement, meeting);
    enum status status = statement_run(&statement, problem);
    return status == STATUS_DONE ? insert(gesture, meeting, "suspension", hour, NULL, problem)
                                 : status;
}

enum status meeting_suspend(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    const char *hour = store_hour(gesture_store(gesture), &arena);
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE && hour == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE)
        status = workflow_check(
            &meeting_workflow, facts.state, meeting_state_code(MEETING_SUSPENDED), problem);
    if (status == STATUS_DONE)
        status = suspend(gesture, meeting, hour, problem);
    arena_clear(&arena);
    return status;
}

enum status meeting_pause_end(
    struct gesture *gesture, int64_t meeting, const char *hour, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE meeting_pause SET until_at = ?2 WHERE meeting_id = ?1 AND until_at IS NULL");
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, hour);
    return statement_run(&statement, problem);
}

enum status meeting_pause_add(struct gesture *gesture, int64_t meeting, const char *from,
    const char *until, struct problem *problem)
{
    return insert(gesture, meeting, "levee", from, until, problem);
}

enum status item_pause_add(
    struct gesture *gesture, int64_t item, const char *until, struct problem *problem)
{
    struct statement statement;
    struct store *store = gesture_store(gesture);
    statement_open(&statement, store,
        "INSERT INTO meeting_pause (id, meeting_id, item_id, kind, from_at, until_at)"
        " SELECT ?2, meeting_id, id, 'point', closed_at, ?3 FROM item"
        " WHERE id = ?1 AND opened_at IS NOT NULL AND closed_at IS NOT NULL");
    statement_bind_integer(&statement, item);
    statement_bind_integer(&statement, store_new_id(store));
    statement_bind_text(&statement, until);
    return statement_run(&statement, problem);
}

enum status item_pauses_forget(struct gesture *gesture, int64_t item, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "DELETE FROM meeting_pause WHERE item_id IN"
        " (SELECT id FROM item WHERE id = ?1 OR parent_id = ?1)");
    statement_bind_integer(&statement, item);
    return statement_run(&statement, problem);
}
