// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listing.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "store/connection.h"
#include "store/statement.h"

// The text of its query depends on what is asked, so it is prepared here and not in the cache.
struct listing {
    struct store *store;
    sqlite3_stmt *rows;
};

// `@` is the column, `?` the value.
static const char *const matches[] = {
    [LISTING_IS] = "CAST(@ AS TEXT) = ? COLLATE NOCASE",
    [LISTING_CONTAINS] = "instr(lower(' ; ' || @ || ' ; '), lower(' ; ' || ? || ' ; ')) > 0",
    [LISTING_STARTS] = "substr(@, 1, length(?)) = ? COLLATE NOCASE",
    [LISTING_NOT_BEFORE] =
        "CASE typeof(@) WHEN 'integer' THEN @ >= CAST(? AS INTEGER) ELSE @ >= ? END",
};

static void append_condition(
    struct buffer *sql, const struct listing_condition *condition, size_t parameter)
{
    for (const char *sign = matches[condition->match]; *sign != '\0'; sign++) {
        if (*sign == '@')
            buffer_append_format(sql, "\"%s\"", condition->column);
        else if (*sign == '?')
            buffer_append_format(sql, "?%zu", parameter);
        else
            buffer_append_character(sql, *sign);
    }
}

static void append_query(struct buffer *sql, const char *view,
    const struct listing_condition *conditions, size_t condition_count)
{
    buffer_append_format(sql, "SELECT * FROM \"%s\"", view);
    for (size_t i = 0; i < condition_count; i++) {
        buffer_append(sql, i == 0 ? " WHERE " : " AND ");
        append_condition(sql, &conditions[i], i + 1);
    }
}

static enum status find_view(
    struct store *store, const char *view, bool *found, struct problem *problem)
{
    struct statement statement;
    int64_t number = 0;
    statement_open(&statement, store,
        "SELECT 1 FROM sqlite_schema WHERE type = 'view' AND substr(name, 1, 8) = 'lecture_'"
        " AND name = ?");
    statement_bind_text(&statement, view);
    enum status status = statement_number(&statement, 0, &number, problem);
    *found = number != 0;
    return status;
}

static enum status check_view(struct store *store, const char *view, struct problem *problem)
{
    bool found = false;
    enum status status = find_view(store, view, &found, problem);
    if (status == STATUS_DONE && !found)
        status = problem_set(problem, STATUS_USAGE,
            "La liste «%s» n'existe pas dans ce fichier : mettez Greffe à jour.", view);
    return status;
}

static enum status check_column(
    struct store *store, const char *view, const char *column, struct problem *problem)
{
    struct statement statement;
    int64_t number = 0;
    statement_open(&statement, store, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
    statement_bind_text(&statement, view);
    statement_bind_text(&statement, column);
    enum status status = statement_number(&statement, 0, &number, problem);
    if (status == STATUS_DONE && number == 0)
        status = problem_set(problem, STATUS_USAGE,
            "La liste «%s» n'a pas de colonne «%s» : retirez ce filtre.", view, column);
    return status;
}

static enum status check_names(struct store *store, const char *view,
    const struct listing_condition *conditions, size_t condition_count, struct problem *problem)
{
    enum status status = check_view(store, view, problem);
    for (size_t i = 0; i < condition_count && status == STATUS_DONE; i++)
        status = check_column(store, view, conditions[i].column, problem);
    return status;
}

static enum status prepare(struct listing *listing, const char *view,
    const struct listing_condition *conditions, size_t condition_count, struct problem *problem)
{
    struct buffer sql = {0};
    append_query(&sql, view, conditions, condition_count);
    if (buffer_failed(&sql)) {
        buffer_clear(&sql);
        return problem_set_no_memory(problem);
    }
    int code =
        sqlite3_prepare_v2(listing->store->database, buffer_text(&sql), -1, &listing->rows, NULL);
    buffer_clear(&sql);
    for (size_t i = 0; i < condition_count && code == SQLITE_OK; i++)
        code =
            sqlite3_bind_text(listing->rows, (int)i + 1, conditions[i].value, -1, SQLITE_TRANSIENT);
    return code == SQLITE_OK ? STATUS_DONE : connection_problem(listing->store, code, problem);
}

enum status listing_open(struct store *store, const char *view,
    const struct listing_condition *conditions, size_t condition_count, struct listing **listing,
    struct problem *problem)
{
    *listing = NULL;
    enum status status = check_names(store, view, conditions, condition_count, problem);
    if (status != STATUS_DONE)
        return status;
    struct listing *opened = calloc(1, sizeof *opened);
    if (opened == NULL)
        return problem_set_no_memory(problem);
    opened->store = store;
    status = prepare(opened, view, conditions, condition_count, problem);
    if (status == STATUS_DONE)
        *listing = opened;
    else
        listing_destroy(opened);
    return status;
}

void listing_destroy(struct listing *listing)
{
    if (listing == NULL)
        return;
    sqlite3_finalize(listing->rows);
    free(listing);
}

size_t listing_column_count(const struct listing *listing)
{
    return (size_t)sqlite3_column_count(listing->rows);
}

const char *listing_column_name(const struct listing *listing, size_t column)
{
    return sqlite3_column_name(listing->rows, (int)column);
}

// SQLite may need memory to hand out a text; here a failure can still be told.
static bool can_read_texts(const struct listing *listing)
{
    for (int i = 0; i < sqlite3_column_count(listing->rows); i++)
        if (sqlite3_column_type(listing->rows, i) == SQLITE_TEXT &&
            sqlite3_column_text(listing->rows, i) == NULL)
            return false;
    return true;
}

enum status listing_next(struct listing *listing, bool *more, struct problem *problem)
{
    int code = sqlite3_step(listing->rows);
    *more = code == SQLITE_ROW && can_read_texts(listing);
    if (code == SQLITE_DONE || *more)
        return STATUS_DONE;
    if (code == SQLITE_ROW)
        return problem_set_no_memory(problem);
    return connection_problem(
        listing->store, sqlite3_extended_errcode(listing->store->database), problem);
}

struct listing_value listing_value(const struct listing *listing, size_t column)
{
    struct listing_value value = {.type = LISTING_NULL};
    switch (sqlite3_column_type(listing->rows, (int)column)) {
    case SQLITE_NULL:
        break;
    case SQLITE_INTEGER:
        value.type = LISTING_INTEGER;
        value.integer = sqlite3_column_int64(listing->rows, (int)column);
        break;
    default:
        value.type = LISTING_TEXT;
        value.text = (const char *)sqlite3_column_text(listing->rows, (int)column);
        break;
    }
    return value;
}
