// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ballot_anonymise.h"

#include <string.h>

#include "base/buffer.h"
#include "store/ballot.h"
#include "store/ballot_rows.h"
#include "store/changeset_filter.h"
#include "store/connection.h"
#include "store/row_array.h"
#include "store/statement.h"

// The ballot whose names go, and those that are left: votes of before it, replaced or taken away,
// go with it.
struct purge {
    int64_t ballot;
    bool says_names; // its sentence does: what the journal keeps of the ballot goes too
    const int64_t *kept;
    size_t kept_count;
};

static bool is_kept(const struct purge *purge, int64_t id)
{
    for (size_t i = 0; i < purge->kept_count; i++)
        if (purge->kept[i] == id)
            return true;
    return false;
}

static bool goes(const char *table, int64_t id, void *context)
{
    const struct purge *purge = context;
    if (strcmp(table, "ballot_voice") == 0)
        return !is_kept(purge, id);
    return strcmp(table, "ballot") == 0 && id == purge->ballot && purge->says_names;
}

static enum status load_kept(
    struct store *store, struct purge *purge, struct row_array *ids, struct problem *problem)
{
    struct statement statement;
    int64_t *id = NULL;
    statement_open(&statement, store, "SELECT id FROM ballot WHERE id <> ?");
    statement_bind_integer(&statement, purge->ballot);
    while (statement_row(&statement) && (id = row_array_add(ids, &statement)) != NULL)
        *id = statement_integer(&statement, 0);
    purge->kept = ids->items;
    purge->kept_count = ids->count;
    return statement_finish(&statement, problem);
}

static enum status write_changeset(
    struct store *store, int64_t row, const struct buffer *changeset, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "UPDATE journal SET changeset = ? WHERE id = ?");
    statement_bind_blob(&statement, buffer_text(changeset), changeset->length);
    statement_bind_integer(&statement, row);
    return statement_run(&statement, problem);
}

static enum status purge_row(struct store *store, int64_t row, const struct purge *purge,
    struct arena *arena, struct problem *problem)
{
    struct statement statement;
    struct buffer left = {0};
    struct changeset changeset = {0};
    struct purge context = *purge;
    statement_open(&statement, store, "SELECT changeset FROM journal WHERE id = ?");
    statement_bind_integer(&statement, row);
    if (statement_row(&statement))
        changeset.bytes = statement_blob(&statement, 0, arena, &changeset.length);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && !changeset_without(&changeset, goes, &context, &left))
        status = problem_set(problem, STATUS_UNUSABLE,
            "Un geste de l'historique ne se lit pas : ses noms ne peuvent pas être effacés, "
            "rendez une copie saine du fichier.");
    if (status == STATUS_DONE && left.length != changeset.length)
        status = write_changeset(store, row, &left, problem);
    buffer_clear(&left);
    return status;
}

static enum status purge_journal(
    struct store *store, const struct purge *purge, struct arena *arena, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, int64_t);
    int64_t *row = NULL;
    statement_open(&statement, store,
        "SELECT id FROM journal WHERE instr(changeset, CAST('ballot' AS BLOB)) > 0 ORDER BY id");
    while (statement_row(&statement) && (row = row_array_add(&rows, &statement)) != NULL)
        *row = statement_integer(&statement, 0);
    enum status status = statement_finish(&statement, problem);
    const int64_t *ids = rows.items;
    for (size_t i = 0; status == STATUS_DONE && i < rows.count; i++)
        status = purge_row(store, ids[i], purge, arena, problem);
    return status;
}

static enum status delete_names(struct gesture *gesture, int64_t ballot, struct problem *problem)
{
    struct statement statement;
    gesture_record(gesture, false);
    statement_open(
        &statement, gesture_store(gesture), "DELETE FROM ballot_voice WHERE ballot_id = ?");
    statement_bind_integer(&statement, ballot);
    enum status status = statement_run(&statement, problem);
    gesture_record(gesture, true);
    return status;
}

// Pages that are given back are overwritten: the names do not stay in the file's empty space.
static enum status overwrite_freed(struct store *store, struct problem *problem)
{
    int code = sqlite3_exec(store->database, "PRAGMA secure_delete = ON", NULL, NULL, NULL);
    return code == SQLITE_OK ? STATUS_DONE : connection_problem(store, code, problem);
}

enum status ballot_forget_names(
    struct gesture *gesture, int64_t ballot, bool says_names, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct row_array kept = ROW_ARRAY(&arena, int64_t);
    struct purge purge = {.ballot = ballot, .says_names = says_names};
    enum status status = overwrite_freed(store, problem);
    if (status == STATUS_DONE)
        status = load_kept(store, &purge, &kept, problem);
    if (status == STATUS_DONE)
        status = delete_names(gesture, ballot, problem);
    if (status == STATUS_DONE)
        status = purge_journal(store, &purge, &arena, problem);
    arena_clear(&arena);
    return status;
}
