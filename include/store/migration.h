// SPDX-License-Identifier: GPL-3.0-or-later
// The schema as a chain of migrations (db/migrations), compiled into the program: number N takes
// a file from version N-1 to N. For src/store alone.
#ifndef GREFFE_STORE_MIGRATION_H
#define GREFFE_STORE_MIGRATION_H

#include <sqlite3.h>

#include "base/status.h"

// The version that this program writes.
int migration_latest(void);

// Takes a database from version `from` to `to`, inside the transaction that is open, if one is.
// `path` is for the sentence of a failure. The version in the file is set as well.
enum status migration_run(
    sqlite3 *database, const char *path, int from, int to, struct problem *problem);

#endif
