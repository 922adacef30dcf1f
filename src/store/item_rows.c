// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_rows.h"

#include "store/link_rows.h"
#include "store/statement.h"

static void bind_minutes(struct statement *statement, int minutes)
{
    if (minutes > 0)
        statement_bind_integer(statement, minutes);
    else
        statement_bind_null(statement);
}

enum status item_rows_insert(
    struct gesture *gesture, const struct item_row *row, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO item (id, meeting_id, parent_id, position, title, kind, state, presenter,"
        " planned_minutes, reason, gathers, continues_id, standing_id, answers_id, approves_id,"
        " late, pinned, confidential)"
        " VALUES (?, ?, ?, ?, ?, ?, 'a-traiter', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        // What it takes up, or what brought it, says whether it is confidential.
        " max(ifnull((SELECT max(old.confidential, ifnull(above.confidential, 0)) FROM item AS old"
        " LEFT JOIN item AS above ON above.id = old.parent_id WHERE old.id = ?11), 0),"
        " ifnull((SELECT max(record.confidential, old.confidential) FROM record"
        " JOIN item AS old ON old.id = record.item_id WHERE record.id = ?13), 0)))");
    statement_bind_integer(&statement, row->id);
    statement_bind_integer(&statement, row->meeting);
    statement_bind_reference(&statement, row->parent);
    statement_bind_integer(&statement, row->position);
    statement_bind_text(&statement, row->title);
    statement_bind_text(&statement, row->kind);
    statement_bind_text(&statement, row->presenter);
    bind_minutes(&statement, row->minutes);
    statement_bind_text(&statement, row->reason);
    statement_bind_text(&statement, row->gathers);
    statement_bind_reference(&statement, row->continues);
    statement_bind_reference(&statement, row->standing);
    statement_bind_reference(&statement, row->answers);
    statement_bind_reference(&statement, row->approves);
    statement_bind_integer(&statement, row->late);
    statement_bind_integer(&statement, row->pinned);
    return statement_run(&statement, problem);
}

enum status item_rows_end(struct store *store, int64_t meeting, int64_t parent, int64_t *position,
    struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT ifnull(max(position), 0) + 1 FROM item WHERE meeting_id = ? AND parent_id IS ?");
    statement_bind_integer(&statement, meeting);
    statement_bind_reference(&statement, parent);
    return statement_number(&statement, 1, position, problem);
}

static enum status run_all(struct gesture *gesture, const char *const *sql, size_t count,
    int64_t first, int64_t second, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < count; i++)
        status = gesture_run_on_two(gesture, sql[i], first, second, problem);
    return status;
}

#define COPY_LINKS(LEVEL, FROM, OWNER)                                                             \
    "INSERT INTO item_" LEVEL " (item_id, " LEVEL "_id) SELECT ?2, " LEVEL "_id FROM " FROM        \
    "_" LEVEL " WHERE " OWNER " = ?1 AND NOT EXISTS (SELECT 1 FROM item_" LEVEL                    \
    " AS there WHERE there.item_id = ?2 AND there." LEVEL "_id = " FROM "_" LEVEL "." LEVEL "_id)"

// A document gets an id of its own.
static enum status copy_documents(
    struct gesture *gesture, int64_t from, int64_t to, struct problem *problem)
{
    enum status status = STATUS_DONE;
    int64_t document = 0;
    do {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture),
            "SELECT min(id) FROM item_document WHERE item_id = ? AND id > ?");
        statement_bind_integer(&statement, from);
        statement_bind_integer(&statement, document);
        status = statement_number(&statement, 0, &document, problem);
        if (status != STATUS_DONE || document == 0)
            break;
        statement_open(&statement, gesture_store(gesture),
            "INSERT INTO item_document (id, item_id, position, title, place)"
            " SELECT ?3, ?2, position, title, place FROM item_document WHERE id = ?1");
        statement_bind_integer(&statement, document);
        statement_bind_integer(&statement, to);
        statement_bind_integer(&statement, store_new_id(gesture_store(gesture)));
        status = statement_run(&statement, problem);
    } while (status == STATUS_DONE);
    return status;
}

enum status item_rows_copy_links(
    struct gesture *gesture, int64_t from, int64_t to, struct problem *problem)
{
    static const char *const sql[] = {
        COPY_LINKS("axis", "item", "item_id"),
        COPY_LINKS("objective", "item", "item_id"),
        COPY_LINKS("action", "item", "item_id"),
    };
    return run_all(gesture, sql, sizeof sql / sizeof sql[0], from, to, problem);
}

// A sub-item without a link of its own concerned what its item did; taken up alone, it still does.
static enum status link_like_parent(
    struct gesture *gesture, int64_t from, int64_t to, struct problem *problem)
{
    struct statement statement;
    int64_t parent = 0;
    statement_open(&statement, gesture_store(gesture),
        "SELECT own.parent_id FROM item_without_link AS own"
        " JOIN item AS copy ON copy.id = ?2 AND copy.parent_id IS NULL WHERE own.id = ?1");
    statement_bind_integer(&statement, from);
    statement_bind_integer(&statement, to);
    enum status status = statement_number(&statement, 0, &parent, problem);
    if (status == STATUS_DONE && parent != 0)
        status = item_rows_copy_links(gesture, parent, to, problem);
    return status;
}

enum status item_rows_copy(
    struct gesture *gesture, int64_t from, int64_t to, struct problem *problem)
{
    enum status status = item_rows_copy_links(gesture, from, to, problem);
    if (status == STATUS_DONE)
        status = link_like_parent(gesture, from, to, problem);
    return status == STATUS_DONE ? copy_documents(gesture, from, to, problem) : status;
}

static enum status has_own_links(
    struct store *store, int64_t record, int64_t *own, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, store, "SELECT NOT EXISTS (SELECT 1 FROM record_without_link WHERE id = ?)");
    statement_bind_integer(&statement, record);
    return statement_number(&statement, 0, own, problem);
}

enum status item_rows_link_like_record(
    struct gesture *gesture, int64_t record, int64_t item, struct problem *problem)
{
    static const char *const own_sql[] = {
        COPY_LINKS("axis", "record", "record_id"),
        COPY_LINKS("objective", "record", "record_id"),
        COPY_LINKS("action", "record", "record_id"),
    };
    struct statement statement;
    int64_t own = 0;
    int64_t from = 0;
    enum status status = has_own_links(gesture_store(gesture), record, &own, problem);
    if (status != STATUS_DONE || own != 0)
        return status == STATUS_DONE ? run_all(gesture, own_sql, 3, record, item, problem) : status;
    statement_open(&statement, gesture_store(gesture), "SELECT item_id FROM record WHERE id = ?");
    statement_bind_integer(&statement, record);
    status = statement_number(&statement, 0, &from, problem);
    return status == STATUS_DONE ? item_rows_copy_links(gesture, from, item, problem) : status;
}

enum status item_rows_delete(struct gesture *gesture, int64_t item, struct problem *problem)
{
    static const char *const sql[] = {
        ("UPDATE item SET continues_id = (SELECT continues_id FROM item WHERE id = ?1)"
         " WHERE continues_id = ?1"),
        "DELETE FROM withdrawal WHERE item_id = ?1",
        "DELETE FROM item_document WHERE item_id = ?1",
        "DELETE FROM meeting_pause WHERE item_id = ?1",
        "DELETE FROM item WHERE id = ?1",
    };
    enum status status = link_rows_remove_all(gesture, LINK_ITEM, item, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++)
        status = gesture_run_on(gesture, sql[i], item, problem);
    return status;
}
