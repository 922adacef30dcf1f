// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_thread.h"

#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"

// The thread upwards from the item, then down from all of that. A chain cannot be longer than the
// file has meetings; UNION ends it even where another program made a circle.
#define THREAD                                                                                     \
    "WITH RECURSIVE before (id) AS (SELECT ?1 UNION SELECT item.continues_id FROM before"          \
    " JOIN item ON item.id = before.id WHERE item.continues_id IS NOT NULL),"                      \
    " thread (id) AS (SELECT id FROM before UNION SELECT item.id FROM thread"                      \
    " JOIN item ON item.continues_id = thread.id)"

static const char thread_sql[] = THREAD
    ", rows (meeting_id, item_id, record_id, rank) AS MATERIALIZED ("
    // What brought the items, where it stands elsewhere.
    " SELECT record.meeting_id, record.item_id, record.id, 0 FROM thread"
    " JOIN item ON item.id = thread.id JOIN record ON record.id = item.answers_id"
    " WHERE record.item_id NOT IN (SELECT id FROM thread)"
    " UNION SELECT item.meeting_id, item.id, 0, 1 FROM thread JOIN item ON item.id = thread.id"
    " UNION SELECT record.meeting_id, record.item_id, record.id, 2 FROM thread"
    " JOIN record ON record.item_id = thread.id WHERE NOT EXISTS (SELECT 1 FROM record AS next"
    " WHERE next.continues_id = record.id))"
    " SELECT rows.meeting_id, rows.item_id, rows.record_id, meeting.reference, meeting.date,"
    " " SHOWN_TITLE ", item.state, item.reason, record.kind, " SHOWN_TEXT ","
    " ifnull(decision.number, task.reference), task_life.state"
    " FROM rows JOIN meeting ON meeting.id = rows.meeting_id JOIN item ON item.id = rows.item_id"
    " LEFT JOIN record ON record.id = rows.record_id"
    " LEFT JOIN decision ON decision.record_id = record.id"
    " LEFT JOIN task ON task.record_id = record.id"
    " LEFT JOIN task_life ON task_life.task_id = record.id"
    " ORDER BY rows.rank > 0, meeting.date, meeting.id, rows.item_id, rows.rank, rows.record_id";

static void read_row(struct statement *statement, struct arena *arena, struct thread_row *row)
{
    *row = (struct thread_row){
        .meeting = statement_integer(statement, 0),
        .item = statement_integer(statement, 1),
        .record = statement_integer(statement, 2),
        .meeting_reference = statement_text(statement, 3, arena),
        .title = statement_text(statement, 5, arena),
        .state = statement_text(statement, 6, arena),
        .reason = statement_text(statement, 7, arena),
        .text = statement_text(statement, 9, arena),
        .number = statement_text(statement, 10, arena),
        .task_state = statement_text(statement, 11, arena),
    };
    row->date = statement_date(statement, 4);
    if (row->record != 0 && !record_kind_of_code(statement_borrow(statement, 8), &row->kind))
        row->kind = RECORD_NOTE;
}

enum status item_thread_load(struct store *store, int64_t item, struct arena *arena,
    struct item_thread *thread, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct thread_row);
    struct thread_row *row;
    statement_open(&statement, store, thread_sql);
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (row = row_array_add(&rows, &statement)) != NULL)
        read_row(&statement, arena, row);
    *thread = (struct item_thread){rows.items, rows.count};
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && rows.count == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point n'est plus à l'ordre du jour : choisissez-en un autre.");
    return status;
}
