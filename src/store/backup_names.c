// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_names.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "store/connection.h"
#include "store/database.h"

static bool finds_row(sqlite3 *database, const char *sql, int64_t meeting)
{
    sqlite3_stmt *handle = NULL;
    // An older schema has no such table: it holds no such vote.
    bool found = sqlite3_prepare_v2(database, sql, -1, &handle, NULL) == SQLITE_OK &&
                 sqlite3_bind_int64(handle, 1, meeting) == SQLITE_OK &&
                 sqlite3_step(handle) == SQLITE_ROW;
    sqlite3_finalize(handle);
    return found;
}

static bool names_voters(const char *path, int64_t meeting)
{
    sqlite3 *database = NULL;
    if (database_open(&database, path, DATABASE_READ, NULL) != STATUS_DONE)
        return false;
    bool found = finds_row(database,
                     "SELECT 1 FROM ballot JOIN ballot_voice ON ballot_voice.ballot_id = ballot.id"
                     " WHERE ballot.meeting_id = ? LIMIT 1",
                     meeting) ||
                 finds_row(database,
                     "SELECT 1 FROM journal WHERE meeting_id = ?"
                     " AND instr(changeset, CAST('ballot_voice' AS BLOB)) > 0 LIMIT 1",
                     meeting);
    database_close(database);
    return found;
}

// `convention-20260312T140509-cloture.ctg`, of a file `convention.ctg` (store/backup.c).
static bool is_copy_of(const char *name, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(base, '.');
    size_t length = dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base);
    const char *ending = strrchr(name, '.');
    return strncmp(name, base, length) == 0 && name[length] == '-' && ending != NULL &&
           strcmp(ending, ".ctg") == 0;
}

static bool keep(
    struct named_backups *backups, size_t *capacity, const char *path, struct arena *arena)
{
    const char **grown =
        arena_grow(arena, backups->paths, backups->count, capacity, sizeof *backups->paths);
    if (grown == NULL)
        return false;
    backups->paths = grown;
    backups->paths[backups->count++] = path;
    return true;
}

enum status named_backups_find(struct store *store, int64_t meeting, struct arena *arena,
    struct named_backups *backups, struct problem *problem)
{
    size_t capacity = 0;
    bool kept = true;
    *backups = (struct named_backups){0};
    DIR *folder = store->backup_folder == NULL ? NULL : opendir(store->backup_folder);
    if (folder == NULL)
        return STATUS_DONE;
    const struct dirent *entry;
    // cppcheck-suppress readdirCalled ; the program has one thread
    while (kept && (entry = readdir(folder)) != NULL) {
        if (!is_copy_of(entry->d_name, store->opened_path))
            continue;
        const char *path = arena_format(arena, "%s/%s", store->backup_folder, entry->d_name);
        kept =
            path != NULL && (!names_voters(path, meeting) || keep(backups, &capacity, path, arena));
    }
    closedir(folder);
    return kept ? STATUS_DONE : problem_set_no_memory(problem);
}

enum status named_backups_remove(const struct named_backups *backups, struct problem *problem)
{
    for (size_t i = 0; i < backups->count; i++)
        if (unlink(backups->paths[i]) != 0 && errno != ENOENT)
            return problem_set(problem, STATUS_SYSTEM,
                "La sauvegarde «%s» ne peut pas être supprimée (%s) : supprimez-la à la main.",
                backups->paths[i], strerror(errno));
    return STATUS_DONE;
}
