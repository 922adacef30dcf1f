// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include <stdlib.h>

#include "store/connection.h"
#include "store/database.h"
#include "store/file_check.h"
#include "store/mask.h"
#include "store/plan_count.h"
#include "store/private_copy.h"

static void close_database(struct store *store)
{
    gesture_cancel(store->gesture);
    for (size_t i = 0; i < STATEMENT_CACHE_SIZE; i++)
        sqlite3_finalize(store->statements[i].handle);
    bool whole = store->database != NULL && *store->uuid != '\0';
    database_close(store->database);
    if (whole && store->copy_folder == NULL)
        file_remember(store->state_folder, store->path);
}

void store_destroy(struct store *store)
{
    if (store == NULL)
        return;
    close_database(store);
    if (store->copy_folder != NULL)
        private_copy_remove(store->opened_path, store->copy_folder);
    free(store->path);
    free(store->opened_path);
    free(store->copy_folder);
    free(store->site);
    free(store->author);
    free(store->backup_folder);
    free(store->state_folder);
    free(store->own_rows.ids);
    plan_counts_destroy(store->plan_counts);
    buffer_clear(&store->warning);
    free(store);
}

const char *store_path(const struct store *store)
{
    return store->path;
}

const char *store_uuid(const struct store *store)
{
    return store->uuid;
}

const struct clock *store_clock(const struct store *store)
{
    return store->clock;
}

const char *store_warning(const struct store *store)
{
    return store->warning.length == 0 ? NULL : buffer_text(&store->warning);
}

bool store_changed_elsewhere(struct store *store)
{
    struct statement statement;
    int64_t version;
    // Asked several times a second: a file that is busy is asked again later, not waited for.
    sqlite3_busy_timeout(store->database, 0);
    statement_open(&statement, store, "PRAGMA data_version");
    enum status status = statement_number(&statement, store->data_version, &version, NULL);
    sqlite3_busy_timeout(store->database, DATABASE_PATIENCE_MS);
    bool changed = status == STATUS_DONE && version != store->data_version;
    store->data_version = version;
    return changed;
}

enum status store_copy(struct store *store, const char *destination, struct problem *problem)
{
    return database_copy(store->opened_path, destination, problem);
}

int64_t store_new_id(struct store *store)
{
    return identifiers_next(&store->identifiers);
}
