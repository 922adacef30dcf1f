// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_open.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/connection.h"
#include "store/database.h"
#include "store/file_check.h"
#include "store/mask.h"
#include "store/medium.h"
#include "store/migration.h"
#include "store/private_copy.h"

static enum status copy_option(const char *text, char **copy, struct problem *problem)
{
    *copy = text == NULL ? NULL : strdup(text);
    return text == NULL || *copy != NULL ? STATUS_DONE : problem_set_no_memory(problem);
}

static enum status copy_options(
    struct store *store, const struct store_options *options, struct problem *problem)
{
    store->clock = options->clock;
    store->read_only = options->read_only;
    enum status status = copy_option(options->site, &store->site, problem);
    if (status == STATUS_DONE)
        status = copy_option(options->author, &store->author, problem);
    if (status == STATUS_DONE)
        status = copy_option(options->backup_folder, &store->backup_folder, problem);
    if (status == STATUS_DONE)
        status = copy_option(options->state_folder, &store->state_folder, problem);
    return status;
}

static enum status find_path(struct store *store, const char *path, struct problem *problem)
{
    store->path = realpath(path, NULL);
    if (store->path != NULL)
        return copy_option(store->path, &store->opened_path, problem);
    if (errno == ENOENT || errno == ENOTDIR)
        return problem_set(problem, STATUS_UNUSABLE,
            "«%s» n'existe pas : vérifiez son nom, ou faites-le par greffe creer %s", path, path);
    if (errno == ENOMEM)
        return problem_set_no_memory(problem);
    return problem_set(problem, STATUS_SYSTEM,
        "«%s» ne s'ouvre pas (%s) : vérifiez vos droits sur le fichier et son dossier.", path,
        strerror(errno));
}

static enum status check_shape(struct store *store, bool on_copy, struct problem *problem)
{
    struct stat file;
    if (stat(store->path, &file) != 0)
        return database_problem(NULL, store->path, SQLITE_CANTOPEN, problem);
    if (!S_ISREG(file.st_mode))
        return problem_set(problem, STATUS_UNUSABLE,
            "«%s» n'est pas un fichier : nommez un fichier fait par greffe creer.", store->path);
    if (file.st_size == 0)
        return problem_set(problem, STATUS_UNUSABLE,
            "«%s» est vide : reprenez une sauvegarde, ou supprimez-le puis faites-le par greffe "
            "creer.",
            store->path);
    if (access(store->path, R_OK) != 0)
        return database_problem(NULL, store->path, SQLITE_PERM, problem);
    if (!on_copy && !store->read_only && access(store->path, W_OK) != 0) {
        store->read_only = true;
        buffer_append(&store->warning,
            "Ce fichier ne peut pas être modifié, il est ouvert en lecture seule : copiez-le pour "
            "y travailler. ");
    }
    return STATUS_DONE;
}

// The first read of the file: takes back a change that was interrupted, and meets whoever holds it.
static enum status first_read(struct store *store, enum database_mode mode, struct problem *problem)
{
    enum status status = database_open(&store->database, store->opened_path, mode, problem);
    if (status == STATUS_DONE)
        status = mask_register(store, problem);
    if (status != STATUS_DONE)
        return status;
    int code = sqlite3_exec(store->database, "PRAGMA user_version", NULL, NULL, NULL);
    if (code == SQLITE_OK)
        return STATUS_DONE;
    database_close(store->database);
    store->database = NULL;
    if ((code & 0xff) == SQLITE_BUSY)
        return connection_busy(store->opened_path, problem);
    return database_problem(NULL, store->path, code, problem);
}

static enum status open_copy(struct store *store, struct problem *problem)
{
    database_close(store->database);
    store->database = NULL;
    free(store->opened_path);
    store->opened_path = NULL;
    enum status status =
        private_copy_make(store->path, &store->opened_path, &store->copy_folder, problem);
    return status == STATUS_DONE ? first_read(store, DATABASE_WRITE, problem) : status;
}

// What cannot be read where it is, being interrupted, in WAL or of an older version, is read in a
// copy.
static enum status open_for_reading(struct store *store, struct problem *problem)
{
    struct problem unread = {0};
    int version = 0;
    enum status status = first_read(store, DATABASE_READ, &unread);
    if (status == STATUS_UNUSABLE)
        return problem_set(problem, status, "%s", unread.sentence);
    if (status != STATUS_DONE)
        return open_copy(store, problem);
    status = file_check_identity(store->database, store->path, &version, problem);
    if (status == STATUS_DONE && version < migration_latest())
        return open_copy(store, problem);
    return status;
}

static enum status first_open(struct store *store, bool on_copy, struct problem *problem)
{
    if (on_copy)
        return open_copy(store, problem);
    return store->read_only ? open_for_reading(store, problem)
                            : first_read(store, DATABASE_WRITE, problem);
}

static enum status is_in_wal(struct store *store, bool *wal, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "PRAGMA journal_mode");
    const char *mode = statement_row(&statement) ? statement_borrow(&statement, 0) : "";
    statement.out_of_memory = mode == NULL;
    *wal = mode != NULL && strcmp(mode, "wal") == 0;
    return statement_finish(&statement, problem);
}

static enum status leave_wal(struct store *store, struct problem *problem)
{
    bool wal = false;
    enum status status = is_in_wal(store, &wal, problem);
    if (status != STATUS_DONE || !wal)
        return status;
    if (store->copy_folder == NULL)
        buffer_append(&store->warning, "Ce fichier était en mode WAL, où une copie sur clé perd "
                                       "des lignes : il a été remis en "
                                       "mode ordinaire. ");
    store->commit_allowed = true;
    status = database_execute(
        store->database, store->opened_path, "PRAGMA journal_mode = DELETE", problem);
    store->commit_allowed = false;
    return status;
}

static enum status migrate(struct store *store, int version, struct problem *problem)
{
    enum status status = STATUS_DONE;
    if (store->copy_folder == NULL)
        status = backup_file(
            store->opened_path, store->backup_folder, store->clock, "avant-mise-a-jour", problem);
    if (status == STATUS_DONE)
        status = connection_begin(store, problem);
    if (status != STATUS_DONE)
        return status;
    status =
        migration_run(store->database, store->opened_path, version, migration_latest(), problem);
    if (status == STATUS_DONE)
        return connection_commit(store, problem);
    connection_roll_back(store);
    return status;
}

static enum status check_file(struct store *store, struct problem *problem)
{
    int version = 0;
    enum status status = file_check_identity(store->database, store->path, &version, problem);
    if (status == STATUS_DONE && !file_was_seen(store->state_folder, store->opened_path)) {
        status = file_check_schema(store->database, store->path, version, problem);
        if (status == STATUS_DONE)
            status = file_check_content(store->database, store->path, problem);
    }
    bool writable = !store->read_only || store->copy_folder != NULL;
    if (status == STATUS_DONE && writable)
        status = leave_wal(store, problem);
    if (status == STATUS_DONE && version < migration_latest())
        status = migrate(store, version, problem);
    return status;
}

static enum status load_identifiers(struct store *store, bool seeded, struct problem *problem)
{
    static const char largest[] =
        "SELECT max(id) FROM (SELECT max(id) AS id FROM journal UNION ALL SELECT max(id) FROM item"
        " UNION ALL SELECT max(id) FROM record UNION ALL SELECT max(id) FROM private_note"
        " UNION ALL SELECT max(id) FROM meeting UNION ALL SELECT max(id) FROM committee"
        " UNION ALL SELECT max(id) FROM organisation UNION ALL SELECT max(id) FROM person"
        " UNION ALL SELECT max(id) FROM mandate"
        " UNION ALL SELECT max(id) FROM objective UNION ALL SELECT max(id) FROM action)";
    int64_t gestures = 0;
    int64_t last = 0;
    enum status status = STATUS_DONE;
    if (seeded)
        status = database_number(
            store->database, store->path, "SELECT count(*) FROM journal", &gestures, problem);
    if (status == STATUS_DONE)
        status = database_number(store->database, store->path, largest, &last, problem);
    identifiers_init(&store->identifiers, store->clock, seeded, (uint64_t)gestures);
    identifiers_pass(&store->identifiers, last);
    return status;
}

static enum status load_uuid(struct store *store, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "SELECT uuid FROM file WHERE id = 1");
    const char *uuid = statement_row(&statement) ? statement_borrow(&statement, 0) : "";
    statement.out_of_memory = uuid == NULL;
    if (uuid != NULL)
        snprintf(store->uuid, sizeof store->uuid, "%s", uuid);
    return statement_finish(&statement, problem);
}

static enum status finish_opening(struct store *store, bool seeded, struct problem *problem)
{
    const char *medium = NULL;
    if (!file_is_known(store->state_folder, store->path))
        medium = medium_warning(store->path);
    if (medium != NULL)
        buffer_append(&store->warning, medium);
    enum status status = load_uuid(store, problem);
    if (status == STATUS_DONE)
        status = load_identifiers(store, seeded, problem);
    if (status == STATUS_DONE)
        status = database_number(
            store->database, store->path, "PRAGMA data_version", &store->data_version, problem);
    return status;
}

enum status store_open(
    struct store **store, const struct store_options *options, struct problem *problem)
{
    *store = NULL;
    struct store *opened = calloc(1, sizeof *opened);
    if (opened == NULL)
        return problem_set_no_memory(problem);
    enum status status = copy_options(opened, options, problem);
    if (status == STATUS_DONE)
        status = find_path(opened, options->path, problem);
    if (status == STATUS_DONE)
        status = check_shape(opened, options->on_copy, problem);
    if (status == STATUS_DONE)
        status = first_open(opened, options->on_copy, problem);
    if (status == STATUS_DONE) {
        connection_guard_commits(opened);
        status = check_file(opened, problem);
    }
    if (status == STATUS_DONE)
        status = finish_opening(opened, options->seeded, problem);
    if (status == STATUS_DONE)
        *store = opened;
    else
        store_destroy(opened);
    return status;
}
