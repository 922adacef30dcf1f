// SPDX-License-Identifier: GPL-3.0-or-later
// What a store is made of, for src/store alone.
#ifndef GREFFE_STORE_CONNECTION_H
#define GREFFE_STORE_CONNECTION_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "store/gesture.h"
#include "store/identifier.h"
#include "store/statement.h"
#include "store/store.h"

enum { STATEMENT_CACHE_SIZE = 512, UUID_TEXT_SIZE = 37 };

// A prepared statement that is kept; `sql` is its key.
struct statement_slot {
    const char *sql;
    sqlite3_stmt *handle;
    bool in_use;
};

// Ids of the journal's rows made through this store, in order.
struct own_rows {
    int64_t *ids;
    size_t count, capacity;
};

struct store {
    sqlite3 *database;
    char *path;        // absolute, as the person named it
    char *opened_path; // the same, or that of a private copy
    char *copy_folder; // of that copy, removed at the end; NULL without one
    char *site, *author, *backup_folder, *state_folder;
    char uuid[UUID_TEXT_SIZE];
    const struct clock *clock;
    bool read_only;
    bool masked; // store/mask.h
    struct buffer warning;
    int64_t data_version;
    struct identifiers identifiers;
    struct gesture *gesture; // the one that is open, or NULL
    bool unfinished;     // a transaction for whose end there was no memory: nothing is read in it
    bool commit_allowed; // set by whoever may commit: a gesture, a migration, a creation
    struct own_rows own_rows;
    struct plan_counts *plan_counts; // as last counted; NULL before
    struct statement_slot statements[STATEMENT_CACHE_SIZE];
};

// Lets no transaction that writes commit but where `commit_allowed` is set.
void connection_guard_commits(struct store *store);

// The sentence for an SQLite result code, as a problem of this store's file. STATUS_SYSTEM for
// locked, full, permission and memory, STATUS_UNUSABLE for a damaged file.
enum status connection_problem(struct store *store, int code, struct problem *problem);

// The sentence for a file that another program keeps locked, with its name where it can be found.
enum status connection_busy(const char *path, struct problem *problem);

// BEGIN IMMEDIATE, with who holds the file when it stays locked. Refused while a gesture is open;
// what an earlier one could not roll back is rolled back first.
enum status connection_begin(struct store *store, struct problem *problem);
// COMMIT; rolled back when it fails.
enum status connection_commit(struct store *store, struct problem *problem);
// ROLLBACK, if SQLite has not done it by itself. Where memory fails even for that, it is done
// before the next statement.
void connection_roll_back(struct store *store);

#endif
