// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include <stddef.h>
#include <stdio.h>

#include "base/embedded.h"
#include "store/database.h"

int migration_latest(void)
{
    size_t count;
    embedded_list("migrations", &count);
    return (int)count;
}

enum status migration_run(
    sqlite3 *database, const char *path, int from, int to, struct problem *problem)
{
    size_t count;
    const struct embedded_file *migrations = embedded_list("migrations", &count);
    enum status status = STATUS_DONE;
    for (int version = from; version < to && status == STATUS_DONE; version++)
        status = database_execute(database, path, migrations[version].text, problem);
    if (status != STATUS_DONE)
        return status;
    char pragma[64];
    snprintf(pragma, sizeof pragma, "PRAGMA user_version = %d", to);
    return database_execute(database, path, pragma, problem);
}
