// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pinned_note.h"

#include <string.h>

#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"

static enum status check_record(struct gesture *gesture, int64_t record, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct meeting_facts facts;
    int64_t meeting = 0;
    bool kept = false;
    statement_open(&statement, gesture_store(gesture),
        "SELECT meeting_id, kind IN ('note', 'information') FROM record WHERE id = ?");
    statement_bind_integer(&statement, record);
    if (statement_row(&statement)) {
        meeting = statement_integer(&statement, 0);
        kept = statement_integer(&statement, 1) != 0;
    }
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && !kept)
        status = problem_set(problem, STATUS_REFUSED,
            "Seules les notes et les informations s'épinglent : le reste a sa suite ailleurs.");
    if (status == STATUS_DONE)
        status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    arena_clear(&arena);
    return status;
}

enum status record_set_pinned(
    struct gesture *gesture, int64_t record, bool pinned, struct problem *problem)
{
    struct statement statement;
    enum status status = check_record(gesture, record, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE record SET pinned = ?2 WHERE id = ?1 AND pinned IS NOT ?2");
    statement_bind_integer(&statement, record);
    statement_bind_integer(&statement, pinned);
    return statement_run(&statement, problem);
}

// A note to take up, and the item that takes it up.
struct taken {
    int64_t note, item;
};

static enum status load_notes(struct store *store, int64_t meeting, int64_t item,
    struct row_array *rows, struct problem *problem)
{
    struct statement statement;
    struct taken *taken;
    statement_open(&statement, store,
        "SELECT record.id, item.id FROM item JOIN record ON record.item_id = item.continues_id"
        " WHERE item.meeting_id = ?1 AND record.pinned = 1 AND (?2 = 0 OR item.id = ?2)"
        " AND NOT EXISTS (SELECT 1 FROM record AS copy WHERE copy.continues_id = record.id"
        " AND copy.meeting_id = ?1) ORDER BY record.id");
    statement_bind_integer(&statement, meeting);
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (taken = row_array_add(rows, &statement)) != NULL)
        *taken = (struct taken){statement_integer(&statement, 0), statement_integer(&statement, 1)};
    return statement_finish(&statement, problem);
}

static enum status insert_copy(struct gesture *gesture, int64_t meeting, const struct taken *taken,
    int64_t id, const char *hour, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO record (id, meeting_id, item_id, kind, text, at, doubtful, not_understood,"
        " pinned, continues_id, confidential)"
        " SELECT ?1, ?2, ?3, kind, text, ?4, doubtful, not_understood, 1, id, confidential"
        " FROM record WHERE id = ?5");
    statement_bind_integer(&statement, id);
    statement_bind_integer(&statement, meeting);
    statement_bind_integer(&statement, taken->item);
    statement_bind_text(&statement, hour);
    statement_bind_integer(&statement, taken->note);
    return statement_run(&statement, problem);
}

static enum status copy_note(struct gesture *gesture, int64_t meeting, const struct taken *taken,
    const char *hour, struct problem *problem)
{
    static const char *const sql[] = {
        "INSERT INTO record_mention (record_id, position, name, organisation_id, owner)"
        " SELECT ?1, position, name, organisation_id, owner FROM record_mention"
        " WHERE record_id = ?2",
        "INSERT INTO record_axis (record_id, axis_id)"
        " SELECT ?1, axis_id FROM record_axis WHERE record_id = ?2",
        "INSERT INTO record_objective (record_id, objective_id)"
        " SELECT ?1, objective_id FROM record_objective WHERE record_id = ?2",
        "INSERT INTO record_action (record_id, action_id)"
        " SELECT ?1, action_id FROM record_action WHERE record_id = ?2",
    };
    int64_t id = store_new_id(gesture_store(gesture));
    enum status status = insert_copy(gesture, meeting, taken, id, hour, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), sql[i]);
        statement_bind_integer(&statement, id);
        statement_bind_integer(&statement, taken->note);
        status = statement_run(&statement, problem);
    }
    return status;
}

enum status pinned_notes_carry(
    struct gesture *gesture, int64_t meeting, int64_t item, struct problem *problem)
{
    struct arena arena = {0};
    struct row_array rows = ROW_ARRAY(&arena, struct taken);
    const char *hour = store_hour(gesture_store(gesture), &arena);
    enum status status = hour == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
    if (status == STATUS_DONE)
        status = load_notes(gesture_store(gesture), meeting, item, &rows, problem);
    const struct taken *taken = rows.items;
    for (size_t i = 0; status == STATUS_DONE && i < rows.count; i++)
        status = copy_note(gesture, meeting, &taken[i], hour, problem);
    arena_clear(&arena);
    return status;
}
