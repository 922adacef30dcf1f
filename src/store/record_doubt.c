// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_doubt.h"

#include "store/mask.h"
#include "store/meeting_facts.h"
#include "store/record.h"
#include "store/row_array.h"
#include "store/statement.h"

// What was not understood is checked with the mark that is taken away; the mark alone is set.
static enum status update(
    struct gesture *gesture, const struct record *record, bool doubtful, struct problem *problem)
{
    static const char *const sql[RECORD_KIND_COUNT] = {
        [RECORD_NOTE] = ("UPDATE record SET doubtful = ?2, not_understood = ?2 * not_understood"
                         " WHERE id = ?1"),
        [RECORD_PRIVATE_NOTE] = "UPDATE private_note SET doubtful = ?2 WHERE id = ?1",
        [RECORD_BALLOT] = "UPDATE ballot SET doubtful = ?2 WHERE id = ?1",
    };
    struct statement statement;
    const char *own = sql[record->fact.kind];
    statement_open(&statement, gesture_store(gesture), own == NULL ? sql[RECORD_NOTE] : own);
    statement_bind_integer(&statement, record->id);
    statement_bind_integer(&statement, doubtful);
    return statement_run(&statement, problem);
}

enum status record_set_doubtful(
    struct gesture *gesture, int64_t id, bool doubtful, struct problem *problem)
{
    struct arena arena = {0};
    struct record record;
    struct item_facts item;
    struct store *store = gesture_store(gesture);
    enum status status = record_load(store, id, &arena, &record, problem);
    if (status == STATUS_DONE)
        status = item_facts_load(store, record.item, &arena, &item, problem);
    if (status == STATUS_DONE && record.fact.kind != RECORD_PRIVATE_NOTE)
        status = meeting_facts_check_noting(&item.meeting, problem);
    if (status == STATUS_DONE) {
        gesture_concerns_meeting(gesture, item.meeting.id);
        status = update(gesture, &record, doubtful, problem);
    }
    arena_clear(&arena);
    return status;
}

enum status record_doubts(struct store *store, int64_t meeting, struct arena *arena,
    struct doubtful_list *list, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct doubtful_record);
    struct doubtful_record *record;
    statement_open(&statement, store,
        "WITH doubtful (id, item_id, text, private) AS MATERIALIZED ("
        "SELECT id, item_id, " SHOWN_TEXT ", 0 FROM record WHERE meeting_id = ?1"
        " AND (doubtful <> 0 OR not_understood <> 0)"
        " UNION ALL SELECT id, item_id, " SHOWN_NOTE ", 1 FROM private_note WHERE meeting_id = ?1"
        " AND doubtful <> 0"
        " UNION ALL SELECT id, item_id, " SHOWN_SENTENCE ", 0 FROM ballot WHERE meeting_id = ?1"
        " AND doubtful <> 0)"
        " SELECT doubtful.id, item_number.number, doubtful.text, doubtful.private FROM doubtful"
        " JOIN item ON item.id = doubtful.item_id"
        " JOIN item_number ON item_number.item_id = item.id"
        " LEFT JOIN item AS parent ON parent.id = item.parent_id"
        " ORDER BY ifnull(parent.position, item.position), ifnull(parent.id, item.id),"
        " parent.id IS NOT NULL, item.position, item.id, doubtful.id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (record = row_array_add(&rows, &statement)) != NULL)
        *record = (struct doubtful_record){
            .id = statement_integer(&statement, 0),
            .item_number = statement_text(&statement, 1, arena),
            .text = statement_text(&statement, 2, arena),
            .private_note = statement_integer(&statement, 3) != 0,
        };
    *list = (struct doubtful_list){rows.items, rows.count};
    return statement_finish(&statement, problem);
}
