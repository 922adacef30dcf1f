// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task_sheet.h"

#include "store/mask.h"
#include "store/register.h"
#include "store/row_array.h"
#include "store/statement.h"

// Of the task ?1.
#define TASK_IS_HIDDEN "(SELECT " RECORD_IS_HIDDEN " FROM record WHERE record.id = ?1)"
#define SHOWN_PROGRESS MASKED("text", TASK_IS_HIDDEN)
#define SHOWN_NEWS MASKED("answer", TASK_IS_HIDDEN)
#define SHOWN_OWNER MASKED("name", TASK_IS_HIDDEN)

// A date that cannot be read is no date.
static void read_task(struct statement *statement, struct arena *arena, struct task_sheet *task)
{
    *task = (struct task_sheet){
        .id = statement_integer(statement, 0),
        .meeting = statement_integer(statement, 1),
        .item = statement_integer(statement, 2),
        .reference = statement_text(statement, 3, arena),
        .text = statement_text(statement, 4, arena),
        .state = statement_text(statement, 5, arena),
        .due = statement_date(statement, 6),
        .priority = (int)statement_integer(statement, 7),
        .done_on = statement_date(statement, 8),
        .taken_due = statement_date(statement, 9),
        .taken_priority = (int)statement_integer(statement, 10),
        .meeting_reference = statement_text(statement, 11, arena),
        .meeting_state = statement_text(statement, 12, arena),
        .meeting_date = statement_date(statement, 13),
        .item_number = statement_text(statement, 14, arena),
        .item_title = statement_text(statement, 15, arena),
    };
}

static enum status load_task(struct store *store, int64_t id, struct arena *arena,
    struct task_sheet *task, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT record.id, record.meeting_id, record.item_id, task.reference, " SHOWN_TEXT ","
        " task_life.state, task_life.due, task_life.priority, task_life.done_on, task.due,"
        " task.priority, meeting.reference, meeting.state, meeting.date, item_number.number,"
        " " SHOWN_TITLE " FROM record JOIN task ON task.record_id = record.id"
        " JOIN task_life ON task_life.task_id = record.id"
        " JOIN meeting ON meeting.id = record.meeting_id JOIN item ON item.id = record.item_id"
        " JOIN item_number ON item_number.item_id = item.id WHERE record.id = ?");
    statement_bind_integer(&statement, id);
    bool found = statement_row(&statement);
    if (found)
        read_task(&statement, arena, task);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && !found)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette tâche n'existe plus : l'historique dit ce qu'elle est devenue.");
    return status;
}

static enum status load_owners(struct store *store, const char *sql, int64_t id,
    struct arena *arena, struct task_owners *owners, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct entry_mention);
    struct entry_mention *owner;
    statement_open(&statement, store, sql);
    statement_bind_integer(&statement, id);
    while (statement_row(&statement) && (owner = row_array_add(&rows, &statement)) != NULL)
        *owner = (struct entry_mention){
            statement_text(&statement, 0, arena), statement_integer(&statement, 1), true};
    *owners = (struct task_owners){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

static enum status load_events(
    struct store *store, struct arena *arena, struct task_sheet *task, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct task_event);
    struct task_event *event;
    statement_open(&statement, store,
        "SELECT id, 0, substr(at, 1, 10), NULL, " SHOWN_PROGRESS
        " FROM task_note WHERE task_id = ?1"
        " UNION ALL SELECT id, 1, asked_on, given_on, " SHOWN_NEWS " FROM task_follow_up"
        " WHERE task_id = ?1 ORDER BY 1 DESC");
    statement_bind_integer(&statement, task->id);
    while (statement_row(&statement) && (event = row_array_add(&rows, &statement)) != NULL) {
        *event = (struct task_event){
            .id = statement_integer(&statement, 0),
            .follow_up = statement_integer(&statement, 1) != 0,
            .day = statement_date(&statement, 2),
            .given_on = statement_date(&statement, 3),
            .text = statement_text(&statement, 4, arena),
        };
        task->awaited |= event->follow_up && event->given_on.precision == DATE_NONE;
    }
    task->events = rows.items;
    task->event_count = rows.count;
    return statement_finish(&statement, problem);
}

enum status task_sheet_load(struct store *store, int64_t id, struct arena *arena,
    struct task_sheet *task, struct problem *problem)
{
    *task = (struct task_sheet){0};
    enum status status = load_task(store, id, arena, task, problem);
    if (status == STATUS_DONE)
        status = load_owners(store,
            "SELECT " SHOWN_OWNER ", organisation_id FROM task_life_owner WHERE task_id = ?1"
            " ORDER BY position",
            id, arena, &task->owners, problem);
    if (status == STATUS_DONE)
        status = load_owners(store,
            "SELECT " SHOWN_OWNER
            ", organisation_id FROM record_mention WHERE record_id = ?1 AND owner = 1"
            " ORDER BY position",
            id, arena, &task->taken_owners, problem);
    if (status == STATUS_DONE)
        status = load_events(store, arena, task, problem);
    if (status == STATUS_DONE)
        status = task_dependency_list(store, id, false, arena, &task->needs, problem);
    if (status == STATUS_DONE)
        status = task_dependency_list(store, id, true, arena, &task->waiting, problem);
    if (status == STATUS_DONE)
        status =
            register_concerns(store, id, arena, &task->concerns, &task->concern_count, problem);
    return status;
}
