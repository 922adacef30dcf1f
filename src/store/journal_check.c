// SPDX-License-Identifier: GPL-3.0-or-later
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "store/journal_check.h"

#include <sqlite3.h>
#include <string.h>

#include "store/connection.h"
#include "store/row_array.h"
#include "store/statement.h"

// Their first column is the key. What names a row is its second column of the query.
static const struct {
    const char *name, *sql, *gone;
} tables[] = {
    {"dispatch",
        "SELECT dispatch.id, 'un envoi de ' || reference, dispatch.* FROM dispatch"
        " LEFT JOIN meeting ON meeting.id = meeting_id ORDER BY dispatch.id",
        "un envoi"},
    {"approval",
        "SELECT approval.meeting_id, 'l''approbation de ' || reference, approval.* FROM approval"
        " LEFT JOIN meeting ON meeting.id = meeting_id ORDER BY meeting_id",
        "une approbation"},
    {"rectification",
        "SELECT rectification.id, 'la rectification ' || rectification.number, rectification.*"
        " FROM rectification ORDER BY rectification.id",
        "une rectification"},
};
enum { TABLES = sizeof tables / sizeof tables[0], MOST_COLUMNS = 16, NO_TABLE = -1 };

// A row as the journal tells it; a value is its type and its text.
struct noted_row {
    int table;
    int64_t key;
    bool there, seen;
    int columns;
    const char *values[MOST_COLUMNS];
};

struct comparison {
    struct arena *arena;
    struct row_array rows;        // of struct noted_row
    struct row_array differences; // of const char *
    bool no_memory;
};

static int table_of(const char *name)
{
    for (int i = 0; i < TABLES; i++)
        if (strcmp(tables[i].name, name) == 0)
            return i;
    return NO_TABLE;
}

static const char *value_text(struct comparison *comparison, sqlite3_value *value)
{
    const char *text = (const char *)sqlite3_value_text(value);
    const char *copy = arena_format(comparison->arena, "%d %d %s", sqlite3_value_type(value),
        sqlite3_value_bytes(value), text == NULL ? "" : text);
    comparison->no_memory = comparison->no_memory || copy == NULL;
    return copy == NULL ? "" : copy;
}

static void *grown(struct comparison *comparison, struct row_array *list)
{
    char *items = arena_grow(list->arena, list->items, list->count, &list->capacity, list->size);
    if (items == NULL) {
        comparison->no_memory = true;
        return NULL;
    }
    list->items = items;
    return items + list->size * list->count++;
}

static struct noted_row *find(const struct comparison *comparison, int table, int64_t key)
{
    struct noted_row *rows = comparison->rows.items;
    for (size_t i = 0; i < comparison->rows.count; i++)
        if (rows[i].table == table && rows[i].key == key)
            return &rows[i];
    return NULL;
}

static struct noted_row *find_or_add(struct comparison *comparison, int table, int64_t key)
{
    struct noted_row *row = find(comparison, table, key);
    if (row == NULL && (row = grown(comparison, &comparison->rows)) != NULL)
        *row = (struct noted_row){.table = table, .key = key};
    return row;
}

static sqlite3_value *key_of(sqlite3_changeset_iter *iterator, int operation)
{
    sqlite3_value *key = NULL;
    if (operation == SQLITE_INSERT)
        sqlite3changeset_new(iterator, 0, &key);
    else
        sqlite3changeset_old(iterator, 0, &key);
    return key;
}

// An insertion says every column of its time, an update those that it changed.
static void follow_change(struct comparison *comparison, sqlite3_changeset_iter *iterator)
{
    const char *name = NULL;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    sqlite3changeset_op(iterator, &name, &columns, &operation, &indirect);
    int table = name == NULL ? NO_TABLE : table_of(name);
    sqlite3_value *key = table == NO_TABLE ? NULL : key_of(iterator, operation);
    struct noted_row *row =
        key == NULL ? NULL : find_or_add(comparison, table, sqlite3_value_int64(key));
    if (row == NULL)
        return;
    row->there = operation != SQLITE_DELETE;
    row->columns = columns > MOST_COLUMNS ? MOST_COLUMNS : columns;
    for (int i = 0; i < row->columns && row->there; i++) {
        sqlite3_value *value = NULL;
        sqlite3changeset_new(iterator, i, &value);
        if (value != NULL)
            row->values[i] = value_text(comparison, value);
    }
}

// SQLite reads the changeset and writes nothing to it.
static enum status follow_changeset(
    struct comparison *comparison, struct statement *statement, struct problem *problem)
{
    size_t length = 0;
    sqlite3_changeset_iter *iterator = NULL;
    void *bytes = statement_blob(statement, 0, comparison->arena, &length);
    if (bytes == NULL)
        return problem_set_no_memory(problem);
    int code = sqlite3changeset_start(&iterator, (int)length, bytes);
    while (code == SQLITE_OK && sqlite3changeset_next(iterator) == SQLITE_ROW)
        follow_change(comparison, iterator);
    int last = sqlite3changeset_finalize(iterator);
    code = code == SQLITE_OK ? last : code;
    return code == SQLITE_OK ? STATUS_DONE : connection_problem(statement->store, code, problem);
}

static enum status follow_journal(
    struct comparison *comparison, struct store *store, struct problem *problem)
{
    struct statement statement;
    enum status status = STATUS_DONE;
    statement_open(&statement, store,
        "SELECT changeset FROM journal WHERE instr(changeset, CAST('dispatch' AS BLOB)) > 0"
        " OR instr(changeset, CAST('approval' AS BLOB)) > 0"
        " OR instr(changeset, CAST('rectification' AS BLOB)) > 0 ORDER BY id");
    while (status == STATUS_DONE && statement_row(&statement))
        status = follow_changeset(comparison, &statement, problem);
    enum status end = statement_finish(&statement, status == STATUS_DONE ? problem : NULL);
    return status == STATUS_DONE ? end : status;
}

static void add_difference(struct comparison *comparison, const char *how, const char *what)
{
    const char *text = arena_format(comparison->arena, "%s : %s", how, what);
    const char **items = grown(comparison, &comparison->differences);
    if (items != NULL)
        *items = text;
    comparison->no_memory = comparison->no_memory || text == NULL;
}

// Columns that came after it was noted are not compared.
static bool is_as_noted(struct comparison *comparison, const struct noted_row *row,
    const struct statement *statement, int first)
{
    for (int i = 0; i < row->columns; i++) {
        sqlite3_value *value = sqlite3_column_value(statement->handle, first + i);
        if (row->values[i] == NULL || strcmp(row->values[i], value_text(comparison, value)) != 0)
            return false;
    }
    return true;
}

static enum status compare_table(struct comparison *comparison, struct store *store, int table,
    int *count, struct problem *problem)
{
    enum { KEY, NAME, FIRST };
    struct statement statement;
    statement_open(&statement, store, tables[table].sql);
    while (statement_row(&statement)) {
        struct noted_row *row = find(comparison, table, statement_integer(&statement, KEY));
        const char *name = statement_text(&statement, NAME, comparison->arena);
        ++*count;
        name = name == NULL ? tables[table].gone : name;
        if (row == NULL || !row->there)
            add_difference(comparison, "ajouté", name);
        else if (!is_as_noted(comparison, row, &statement, FIRST))
            add_difference(comparison, "modifié", name);
        if (row != NULL)
            row->seen = true;
    }
    return statement_finish(&statement, problem);
}

static void find_gone(struct comparison *comparison)
{
    const struct noted_row *rows = comparison->rows.items;
    for (size_t i = 0; i < comparison->rows.count; i++)
        if (rows[i].there && !rows[i].seen)
            add_difference(comparison, "disparu", tables[rows[i].table].gone);
}

static enum status compare(struct comparison *comparison, struct store *store,
    struct journal_report *report, struct problem *problem)
{
    enum status status = follow_journal(comparison, store, problem);
    for (int table = 0; status == STATUS_DONE && table < TABLES; table++)
        status = compare_table(comparison, store, table, &report->noted, problem);
    if (status == STATUS_DONE)
        find_gone(comparison);
    return status == STATUS_DONE && comparison->no_memory ? problem_set_no_memory(problem) : status;
}

enum status journal_check(struct store *store, struct arena *arena, struct journal_report *report,
    struct problem *problem)
{
    struct statement statement;
    struct comparison comparison = {.arena = arena,
        .rows = ROW_ARRAY(arena, struct noted_row),
        .differences = ROW_ARRAY(arena, const char *)};
    int64_t has_journal = 0;
    *report = (struct journal_report){0};
    statement_open(&statement, store, "SELECT EXISTS (SELECT 1 FROM journal)");
    enum status status = statement_number(&statement, 0, &has_journal, problem);
    if (status != STATUS_DONE || has_journal == 0)
        return status;
    report->has_journal = true;
    status = compare(&comparison, store, report, problem);
    report->differences = comparison.differences.items;
    report->difference_count = comparison.differences.count;
    return status;
}
