// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include "store/database.h"
#include "store/lock_holder.h"

// Non-zero turns the commit into a rollback.
static int refuse_commit(void *context)
{
    const struct store *store = context;
    return store->commit_allowed ? 0 : 1;
}

void connection_guard_commits(struct store *store)
{
    sqlite3_commit_hook(store->database, refuse_commit, store);
}

enum status connection_problem(struct store *store, int code, struct problem *problem)
{
    return database_problem(store->database, store->path, code, problem);
}

enum status connection_busy(const char *path, struct problem *problem)
{
    char holder[96];
    lock_holder(path, holder, sizeof holder);
    if (*holder == '\0')
        return database_problem(NULL, path, SQLITE_BUSY, problem);
    return problem_set(problem, STATUS_SYSTEM,
        "«%s» est occupé par %s : attendez qu'il ait fini ou fermez-le, puis recommencez.", path,
        holder);
}

enum status connection_begin(struct store *store, struct problem *problem)
{
    if (store->gesture != NULL)
        return problem_set(problem, STATUS_REFUSED,
            "Un autre geste est en cours dans cette fenêtre : recommencez.");
    if (store->unfinished)
        connection_roll_back(store);
    int code = sqlite3_exec(store->database, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (code == SQLITE_OK)
        return STATUS_DONE;
    if ((code & 0xff) == SQLITE_BUSY)
        return connection_busy(store->opened_path, problem);
    return connection_problem(store, code, problem);
}

enum status connection_commit(struct store *store, struct problem *problem)
{
    store->commit_allowed = true;
    int code = sqlite3_exec(store->database, "COMMIT", NULL, NULL, NULL);
    store->commit_allowed = false;
    enum status status = code == SQLITE_OK ? STATUS_DONE : connection_problem(store, code, problem);
    if (status != STATUS_DONE)
        connection_roll_back(store);
    return status;
}

void connection_roll_back(struct store *store)
{
    if (sqlite3_get_autocommit(store->database) == 0)
        sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
    store->unfinished = sqlite3_get_autocommit(store->database) == 0;
}
