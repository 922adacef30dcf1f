// SPDX-License-Identifier: GPL-3.0-or-later
// One SQL statement in use. It is prepared once a store and kept; `statement_finish` gives it back
// reset, because one left un-reset starves every writer (file.md §1).
//
// A statement keeps its first failure: later binds and steps do nothing, and `statement_finish`
// answers for all of them.
//
//     struct statement statement;
//     statement_open(&statement, store, "SELECT id, label FROM axis WHERE field_id = ?");
//     statement_bind_integer(&statement, field);
//     while (statement_row(&statement))
//         … statement_integer(&statement, 0), statement_text(&statement, 1, arena) …
//     return statement_finish(&statement, problem);
//
// For src/store alone.
#ifndef GREFFE_STORE_STATEMENT_H
#define GREFFE_STORE_STATEMENT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"
#include "text/date.h"

struct statement_slot; // store/connection.h

struct statement {
    struct store *store;
    sqlite3_stmt *handle;
    struct statement_slot *slot; // where it is kept; NULL for one that is not
    int bound;                   // parameters bound so far
    int code;                    // the first SQLite error, SQLITE_OK without one
    bool out_of_memory;          // an arena was full
};

// `sql` must live as long as the store (a literal): the cache knows it by its address. A statement
// that is in use already (a query inside the same query) is prepared anew.
void statement_open(struct statement *statement, struct store *store, const char *sql);

// Each binds the next parameter, from the first. Texts are copied.
void statement_bind_integer(struct statement *statement, int64_t value);
void statement_bind_text(struct statement *statement, const char *text); // NULL binds NULL
void statement_bind_null(struct statement *statement);
void statement_bind_blob(struct statement *statement, const void *bytes, size_t length);

// Binds NULL for 0, which is no id.
void statement_bind_reference(struct statement *statement, int64_t id);

// Steps. True while there is a row; false behind the last one and after a failure.
bool statement_row(struct statement *statement);

// Of the current row, columns from 0. NULL reads as 0, and as a NULL text.
int64_t statement_integer(const struct statement *statement, int column);
bool statement_is_null(const struct statement *statement, int column);
const char *statement_text(struct statement *statement, int column, struct arena *arena); // a copy
void *statement_blob(struct statement *statement, int column, struct arena *arena,
    size_t *length); // a copy, never NULL where memory lasts
const char *statement_borrow(const struct statement *statement, int column); // until the next step

// A column of ISO text, cut to its precision; no date for a NULL, or for what is none.
struct date statement_date(const struct statement *statement, int column);

// Resets and gives back. The failure, if there was one, becomes a sentence about the file: locked,
// full disk, damaged, read-only…
enum status statement_finish(struct statement *statement, struct problem *problem);

// Runs what is bound, for a statement that gives no rows, and finishes.
enum status statement_run(struct statement *statement, struct problem *problem);

// Runs, and gives the first column of the first row; `otherwise` where there is no row or a NULL.
enum status statement_number(
    struct statement *statement, int64_t otherwise, int64_t *number, struct problem *problem);

#endif
