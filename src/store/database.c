// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"

enum { DEFENSIVE_ON = 1, OFF = 0, JOURNAL_PATH_SIZE = 4200 };

static const struct {
    int option, value;
} options[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, DEFENSIVE_ON},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, OFF},
    {SQLITE_DBCONFIG_DQS_DDL, OFF},
    {SQLITE_DBCONFIG_DQS_DML, OFF},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, OFF},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, OFF},
};

// Far above what the program needs, far below what a made-up file could ask for.
static const struct {
    int limit, value;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024},
    {SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024},
    {SQLITE_LIMIT_COLUMN, 200},
    {SQLITE_LIMIT_EXPR_DEPTH, 200},
    {SQLITE_LIMIT_COMPOUND_SELECT, 100},
    {SQLITE_LIMIT_FUNCTION_ARG, 32},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 200},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 20},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

// The system keeps the pages that SQLite does not: a larger cache only adds to the peak.
static const char pragmas[] = "PRAGMA cell_size_check = ON;"
                              "PRAGMA recursive_triggers = ON;"
                              "PRAGMA mmap_size = 0;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA cache_size = -1024;"
                              // What is taken out (a name, a private note) leaves no bytes behind.
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA synchronous = EXTRA;";

static enum status configure(sqlite3 *database, const char *path, struct problem *problem)
{
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, DATABASE_PATIENCE_MS);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        int code = sqlite3_db_config(database, options[i].option, options[i].value, NULL);
        if (code != SQLITE_OK)
            return database_problem(database, path, code, problem);
    }
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        sqlite3_limit(database, limits[i].limit, limits[i].value);
    return database_execute(database, path, pragmas, problem);
}

// Nobody asks how much memory SQLite has taken, and one thread uses it: neither is counted nor
// locked at each allocation. Refused, and without effect, once the library is in use.
static void lighten_library(void)
{
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

enum status database_open(
    sqlite3 **database, const char *path, enum database_mode mode, struct problem *problem)
{
    static const int flags[] = {
        [DATABASE_WRITE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_PRIVATECACHE,
        [DATABASE_READ] = SQLITE_OPEN_READONLY | SQLITE_OPEN_PRIVATECACHE,
        [DATABASE_MEMORY] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY,
    };
    const char *name = mode == DATABASE_MEMORY ? ":memory:" : path;
    *database = NULL;
    lighten_library();
    int code = sqlite3_open_v2(name, database, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL);
    enum status status = code == SQLITE_OK ? configure(*database, path, problem)
                                           : database_problem(*database, path, code, problem);
    if (status != STATUS_DONE) {
        database_close(*database);
        *database = NULL;
    }
    return status;
}

void database_close(sqlite3 *database)
{
    sqlite3_close(database);
}

enum status database_execute(
    sqlite3 *database, const char *path, const char *sql, struct problem *problem)
{
    int code = sqlite3_exec(database, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? STATUS_DONE : database_problem(database, path, code, problem);
}

enum status database_number(
    sqlite3 *database, const char *path, const char *sql, int64_t *number, struct problem *problem)
{
    sqlite3_stmt *handle = NULL;
    *number = 0;
    int code = sqlite3_prepare_v2(database, sql, -1, &handle, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(handle);
    if (code == SQLITE_ROW)
        *number = sqlite3_column_int64(handle, 0);
    enum status status = code == SQLITE_ROW || code == SQLITE_DONE
                             ? STATUS_DONE
                             : database_problem(database, path, code, problem);
    sqlite3_finalize(handle);
    return status;
}

struct meaning {
    int code; // primary
    enum status status;
    const char *sentence; // of the path
};

static const struct meaning meanings[] = {
    {SQLITE_BUSY, STATUS_SYSTEM,
        "Un autre programme occupe «%s» : attendez qu'il ait fini ou fermez-le, puis recommencez."},
    {SQLITE_LOCKED, STATUS_SYSTEM,
        "Un autre programme occupe «%s» : attendez qu'il ait fini ou fermez-le, puis recommencez."},
    {SQLITE_FULL, STATUS_SYSTEM,
        "Le disque de «%s» est plein : libérez de la place, puis recommencez ; rien n'est perdu."},
    {SQLITE_IOERR, STATUS_SYSTEM,
        "Le disque de «%s» ne répond pas comme il faut : vérifiez le support et la place libre, "
        "puis recommencez."},
    {SQLITE_PERM, STATUS_SYSTEM,
        "Le système refuse l'accès à «%s» : vérifiez vos droits sur le fichier et son dossier."},
    {SQLITE_CANTOPEN, STATUS_SYSTEM,
        "«%s» ne s'ouvre pas : vérifiez vos droits sur le fichier et son dossier."},
    {SQLITE_READONLY, STATUS_SYSTEM,
        "«%s» ne peut pas être modifié : copiez-le dans un dossier où vous pouvez écrire, ou "
        "ouvrez-le avec --lecture-seule."},
    {SQLITE_CORRUPT, STATUS_UNUSABLE,
        "«%s» est abîmé : reprenez la dernière copie du dossier des sauvegardes."},
    {SQLITE_NOTADB, STATUS_UNUSABLE,
        "«%s» n'est pas un fichier de Greffe : nommez un fichier fait par greffe creer."},
    {SQLITE_TOOBIG, STATUS_REFUSED, "Le texte est trop long pour «%s» : raccourcissez-le."},
};

// What a trigger of the schema says is a sentence for a person already.
static enum status constraint_problem(
    sqlite3 *database, const char *path, int code, struct problem *problem)
{
    if (code == SQLITE_CONSTRAINT_TRIGGER && database != NULL)
        return problem_set(problem, STATUS_REFUSED, "Refusé : %s.", sqlite3_errmsg(database));
    return problem_set(problem, STATUS_REFUSED,
        "Le fichier «%s» refuse ce changement (%s) : rien n'a été modifié.", path,
        database == NULL ? sqlite3_errstr(code) : sqlite3_errmsg(database));
}

enum status database_problem(sqlite3 *database, const char *path, int code, struct problem *problem)
{
    int primary = code & 0xff;
    if (primary == SQLITE_NOMEM)
        return problem_set_no_memory(problem);
    if (primary == SQLITE_CONSTRAINT)
        return constraint_problem(database, path, code, problem);
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        // The sentences of the table take the path and nothing else.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        if (meanings[i].code == primary)
            return problem_set(problem, meanings[i].status, meanings[i].sentence, path);
#pragma GCC diagnostic pop
    }
    return problem_set(problem, STATUS_SYSTEM,
        "SQLite ne peut pas continuer avec «%s» (%s) : fermez Greffe et recommencez.", path,
        database == NULL ? sqlite3_errstr(code) : sqlite3_errmsg(database));
}

void database_discard(const char *path)
{
    char journal[JOURNAL_PATH_SIZE];
    int length = snprintf(journal, sizeof journal, "%s-journal", path);
    unlink(path);
    if (length > 0 && length < JOURNAL_PATH_SIZE)
        unlink(journal);
}

static enum status make_new_file(const char *path, struct problem *problem)
{
    int descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        close(descriptor);
        return STATUS_DONE;
    }
    if (errno == EEXIST)
        return problem_set(
            problem, STATUS_REFUSED, "«%s» existe déjà : choisissez un autre nom.", path);
    return problem_set(problem, STATUS_SYSTEM,
        "«%s» ne peut pas être fait (%s) : choisissez un dossier où vous pouvez écrire.", path,
        strerror(errno));
}

static enum status copy_pages(sqlite3 *source, const char *path, sqlite3 *target,
    const char *destination, struct problem *problem)
{
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", source, "main");
    if (backup == NULL)
        return database_problem(target, destination, sqlite3_errcode(target), problem);
    int code = sqlite3_backup_step(backup, -1);
    int end = sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE && end == SQLITE_OK)
        return STATUS_DONE;
    int primary = code & 0xff;
    bool reading = primary == SQLITE_BUSY || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
    return database_problem(NULL, reading ? path : destination, code, problem);
}

enum status database_copy(const char *path, const char *destination, struct problem *problem)
{
    sqlite3 *source = NULL;
    sqlite3 *target = NULL;
    enum status status = make_new_file(destination, problem);
    if (status != STATUS_DONE)
        return status;
    status = database_open(&source, path, DATABASE_READ, problem);
    if (status == STATUS_DONE)
        status = database_open(&target, destination, DATABASE_WRITE, problem);
    if (status == STATUS_DONE)
        status = copy_pages(source, path, target, destination, problem);
    database_close(source);
    database_close(target);
    if (status != STATUS_DONE)
        database_discard(destination);
    return status;
}
