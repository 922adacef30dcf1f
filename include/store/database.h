// SPDX-License-Identifier: GPL-3.0-or-later
// A connection to one SQLite file, set up as file.md §1 asks, and what its result codes mean for a
// person. For src/store alone.
#ifndef GREFFE_STORE_DATABASE_H
#define GREFFE_STORE_DATABASE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"

enum database_mode {
    DATABASE_WRITE,
    DATABASE_READ,
    DATABASE_MEMORY, // `path` is not looked at
};

// How long another program may keep the file before a call gives up.
enum { DATABASE_PATIENCE_MS = 3000 };

// Opens `path` (absolute, so that it is never taken for a URI) without making it. On failure
// `*database` is NULL.
enum status database_open(
    sqlite3 **database, const char *path, enum database_mode mode, struct problem *problem);

// Closes; NULL is allowed.
void database_close(sqlite3 *database);

// Runs statements that give no rows.
enum status database_execute(
    sqlite3 *database, const char *path, const char *sql, struct problem *problem);

// The first column of the first row of a query or pragma.
enum status database_number(
    sqlite3 *database, const char *path, const char *sql, int64_t *number, struct problem *problem);

// The sentence for a result code (extended or not): STATUS_SYSTEM for a file that is locked, full,
// not permitted, or memory that ends; STATUS_UNUSABLE for one that is damaged or foreign;
// STATUS_REFUSED for what a trigger or a constraint of the schema refused. `database` may be NULL.
enum status database_problem(
    sqlite3 *database, const char *path, int code, struct problem *problem);

// Removes a file that could not be finished, and its journal, which the next file of that name
// would be taken back by.
void database_discard(const char *path);

// Copies the file `path`, as it is after its last commit, to `destination`, a new file of mode 0600
// that has reached the disk. Refuses one that exists; leaves nothing behind when it fails.
enum status database_copy(const char *path, const char *destination, struct problem *problem);

#endif
