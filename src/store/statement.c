// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include <string.h>

#include "store/connection.h"
#include "store/database.h"

// The slot of `sql`, or the free one where it goes; NULL when the cache is full.
static struct statement_slot *find_slot(struct store *store, const char *sql)
{
    size_t start = (size_t)((uintptr_t)sql >> 4) % STATEMENT_CACHE_SIZE;
    for (size_t i = 0; i < STATEMENT_CACHE_SIZE; i++) {
        struct statement_slot *slot = &store->statements[(start + i) % STATEMENT_CACHE_SIZE];
        if (slot->sql == sql || slot->sql == NULL)
            return slot;
    }
    return NULL;
}

static void prepare(struct statement *statement, const char *sql)
{
    statement->code = sqlite3_prepare_v3(
        statement->store->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle, NULL);
}

void statement_open(struct statement *statement, struct store *store, const char *sql)
{
    *statement = (struct statement){.store = store, .code = SQLITE_OK};
    if (store->unfinished)
        connection_roll_back(store);
    if (store->unfinished) {
        statement->code = SQLITE_NOMEM;
        return;
    }
    struct statement_slot *slot = find_slot(store, sql);
    if (slot == NULL || slot->in_use) {
        prepare(statement, sql);
        return;
    }
    if (slot->sql == NULL) {
        prepare(statement, sql);
        if (statement->code != SQLITE_OK)
            return;
        *slot = (struct statement_slot){.sql = sql, .handle = statement->handle};
    }
    slot->in_use = true;
    statement->slot = slot;
    statement->handle = slot->handle;
}

// Keeps the first failure; gives whether there is still none.
static bool keep(struct statement *statement, int code)
{
    if (statement->code == SQLITE_OK)
        statement->code = code;
    return statement->code == SQLITE_OK;
}

void statement_bind_integer(struct statement *statement, int64_t value)
{
    if (statement->code == SQLITE_OK)
        keep(statement, sqlite3_bind_int64(statement->handle, ++statement->bound, value));
}

void statement_bind_text(struct statement *statement, const char *text)
{
    if (statement->code == SQLITE_OK)
        keep(statement,
            sqlite3_bind_text(statement->handle, ++statement->bound, text, -1, SQLITE_TRANSIENT));
}

void statement_bind_null(struct statement *statement)
{
    if (statement->code == SQLITE_OK)
        keep(statement, sqlite3_bind_null(statement->handle, ++statement->bound));
}

void statement_bind_blob(struct statement *statement, const void *bytes, size_t length)
{
    if (statement->code == SQLITE_OK)
        keep(statement, sqlite3_bind_blob64(statement->handle, ++statement->bound, bytes, length,
                            SQLITE_TRANSIENT));
}

void statement_bind_reference(struct statement *statement, int64_t id)
{
    if (id == 0)
        statement_bind_null(statement);
    else
        statement_bind_integer(statement, id);
}

bool statement_row(struct statement *statement)
{
    if (statement->code != SQLITE_OK || statement->out_of_memory)
        return false;
    int code = sqlite3_step(statement->handle);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        statement->code = code;
    return false;
}

int64_t statement_integer(const struct statement *statement, int column)
{
    return sqlite3_column_int64(statement->handle, column);
}

bool statement_is_null(const struct statement *statement, int column)
{
    return sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

const char *statement_borrow(const struct statement *statement, int column)
{
    return (const char *)sqlite3_column_text(statement->handle, column);
}

struct date statement_date(const struct statement *statement, int column)
{
    struct date date = {0};
    // What it refuses it leaves alone.
    date_read_iso(statement_borrow(statement, column), &date);
    return date;
}

const char *statement_text(struct statement *statement, int column, struct arena *arena)
{
    const char *copy = arena_copy(arena, statement_borrow(statement, column));
    if (copy == NULL && !statement_is_null(statement, column))
        statement->out_of_memory = true;
    return copy;
}

void *statement_blob(struct statement *statement, int column, struct arena *arena, size_t *length)
{
    int bytes = sqlite3_column_bytes(statement->handle, column);
    void *copy = arena_allocate(arena, bytes > 0 ? (size_t)bytes : 1);
    *length = bytes > 0 ? (size_t)bytes : 0;
    if (copy == NULL)
        statement->out_of_memory = true;
    else if (bytes > 0)
        memcpy(copy, sqlite3_column_blob(statement->handle, column), *length);
    return copy;
}

static void give_back(struct statement *statement)
{
    if (statement->slot == NULL) {
        sqlite3_finalize(statement->handle);
    } else {
        sqlite3_reset(statement->handle);
        sqlite3_clear_bindings(statement->handle);
        statement->slot->in_use = false;
    }
    statement->handle = NULL;
    statement->slot = NULL;
}

enum status statement_finish(struct statement *statement, struct problem *problem)
{
    enum status status = STATUS_DONE;
    if (statement->code != SQLITE_OK)
        status = connection_problem(statement->store, statement->code, problem);
    else if (statement->out_of_memory)
        status = problem_set_no_memory(problem);
    give_back(statement);
    return status;
}

enum status statement_run(struct statement *statement, struct problem *problem)
{
    while (statement_row(statement))
        continue;
    return statement_finish(statement, problem);
}

enum status statement_number(
    struct statement *statement, int64_t otherwise, int64_t *number, struct problem *problem)
{
    *number = otherwise;
    if (statement_row(statement) && !statement_is_null(statement, 0))
        *number = statement_integer(statement, 0);
    return statement_finish(statement, problem);
}
