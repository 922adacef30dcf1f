// SPDX-License-Identifier: GPL-3.0-or-later
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "store/changeset.h"

#include <string.h>

#include "store/connection.h"

enum { SMALLEST_MADE_ID_BITS = 32 };

// One change, borrowed from the iterator until it goes on.
struct change {
    sqlite3_changeset_iter *iterator;
    const char *table;
    int columns;
    int operation;
    unsigned char *keys; // per column, whether it is of the primary key
};

enum status changeset_invert(struct store *store, const struct changeset *changeset,
    struct changeset *inverse, struct problem *problem)
{
    int length = 0;
    *inverse = (struct changeset){0};
    int code =
        sqlite3changeset_invert((int)changeset->length, changeset->bytes, &length, &inverse->bytes);
    inverse->length = (size_t)length;
    return code == SQLITE_OK ? STATUS_DONE : connection_problem(store, code, problem);
}

void changeset_clear(struct changeset *changeset)
{
    sqlite3_free(changeset->bytes);
    *changeset = (struct changeset){0};
}

static int note_conflict(void *context, int kind, sqlite3_changeset_iter *iterator)
{
    bool *conflict = context;
    (void)kind;
    (void)iterator;
    *conflict = true;
    return SQLITE_CHANGESET_ABORT;
}

enum status changeset_apply(
    struct store *store, const struct changeset *changeset, bool *conflict, struct problem *problem)
{
    *conflict = false;
    int code = sqlite3changeset_apply(
        store->database, (int)changeset->length, changeset->bytes, NULL, note_conflict, conflict);
    int primary = code & 0xff;
    if (code == SQLITE_OK ||
        (*conflict && (primary == SQLITE_ABORT || primary == SQLITE_CONSTRAINT)))
        return STATUS_DONE;
    return connection_problem(store, code, problem);
}

static bool next_change(sqlite3_changeset_iter *iterator, struct change *change)
{
    int indirect;
    change->iterator = iterator;
    return sqlite3changeset_next(iterator) == SQLITE_ROW &&
           sqlite3changeset_op(iterator, &change->table, &change->columns, &change->operation,
               &indirect) == SQLITE_OK &&
           sqlite3changeset_pk(iterator, &change->keys, NULL) == SQLITE_OK;
}

// What the row held in the column before, or holds after an insertion; NULL where it is not said.
static sqlite3_value *key_value(const struct change *change, int column)
{
    sqlite3_value *value = NULL;
    if (change->operation == SQLITE_INSERT)
        sqlite3changeset_new(change->iterator, column, &value);
    else
        sqlite3changeset_old(change->iterator, column, &value);
    return value;
}

static bool same_value(sqlite3_value *left, sqlite3_value *right)
{
    if (left == NULL || right == NULL || sqlite3_value_type(left) != sqlite3_value_type(right))
        return false;
    if (sqlite3_value_type(left) == SQLITE_INTEGER)
        return sqlite3_value_int64(left) == sqlite3_value_int64(right);
    const char *left_text = (const char *)sqlite3_value_text(left);
    const char *right_text = (const char *)sqlite3_value_text(right);
    return left_text != NULL && right_text != NULL && strcmp(left_text, right_text) == 0;
}

static bool same_row(const struct change *left, const struct change *right)
{
    if (strcmp(left->table, right->table) != 0 || left->columns != right->columns)
        return false;
    for (int i = 0; i < left->columns; i++)
        if (left->keys[i] && !same_value(key_value(left, i), key_value(right, i)))
            return false;
    return true;
}

// The id of a row that `change` made; NULL for other changes, and for keys that are no such id.
static sqlite3_value *made_id(const struct change *change)
{
    sqlite3_value *id = NULL;
    if (change->operation != SQLITE_INSERT)
        return NULL;
    for (int i = 0; i < change->columns; i++) {
        if (!change->keys[i])
            continue;
        if (id != NULL)
            return NULL;
        id = key_value(change, i);
    }
    bool is_made = id != NULL && sqlite3_value_type(id) == SQLITE_INTEGER &&
                   sqlite3_value_int64(id) >> SMALLEST_MADE_ID_BITS > 0;
    return is_made ? id : NULL;
}

static bool names(const struct change *change, sqlite3_value *id)
{
    for (int i = 0; i < change->columns && change->operation != SQLITE_DELETE; i++) {
        sqlite3_value *value = NULL;
        sqlite3changeset_new(change->iterator, i, &value);
        if (same_value(value, id))
            return true;
    }
    return false;
}

static bool change_is_needed_by(const struct change *earlier, const struct changeset *later)
{
    sqlite3_changeset_iter *iterator = NULL;
    struct change change;
    bool needed = false;
    sqlite3_value *id = made_id(earlier);
    if (sqlite3changeset_start(&iterator, (int)later->length, later->bytes) != SQLITE_OK)
        return false;
    while (!needed && next_change(iterator, &change))
        needed = same_row(earlier, &change) || (id != NULL && names(&change, id));
    sqlite3changeset_finalize(iterator);
    return needed;
}

bool changeset_is_needed_by(const struct changeset *earlier, const struct changeset *later)
{
    sqlite3_changeset_iter *iterator = NULL;
    struct change change;
    bool needed = false;
    if (sqlite3changeset_start(&iterator, (int)earlier->length, earlier->bytes) != SQLITE_OK)
        return false;
    while (!needed && next_change(iterator, &change))
        needed = change_is_needed_by(&change, later);
    sqlite3changeset_finalize(iterator);
    return needed;
}
