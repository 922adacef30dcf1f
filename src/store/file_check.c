// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_check.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/database.h"
#include "store/migration.h"
#include "store/store.h"

enum { MARK_SIZE = 160, MARK_PATH_SIZE = 4200 };

enum status file_check_identity(
    sqlite3 *database, const char *path, int *version, struct problem *problem)
{
    int64_t application = 0;
    int64_t schema = 0;
    enum status status =
        database_number(database, path, "PRAGMA application_id", &application, problem);
    if (status == STATUS_DONE)
        status = database_number(database, path, "PRAGMA user_version", &schema, problem);
    if (status != STATUS_DONE)
        return status;
    if (application != STORE_APPLICATION_ID || schema < 1)
        return problem_set(problem, STATUS_UNUSABLE,
            "«%s» est une base d'un autre programme : nommez un fichier fait par greffe creer.",
            path);
    if (schema > migration_latest())
        return problem_set(problem, STATUS_UNUSABLE,
            "«%s» vient d'une version plus récente de Greffe : mettez Greffe à jour sur ce poste.",
            path);
    *version = (int)schema;
    return STATUS_DONE;
}

static const char schema_query[] = "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema"
                                   " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'"
                                   " ORDER BY type, name";

// A text for which there was no memory reads as an empty one.
static bool lacked_memory(sqlite3 *database)
{
    return (sqlite3_errcode(database) & 0xff) == SQLITE_NOMEM;
}

static const char *column(sqlite3_stmt *row, int number)
{
    const char *text = (const char *)sqlite3_column_text(row, number);
    return text == NULL ? "" : text;
}

static bool is_index_of_user(sqlite3_stmt *row)
{
    static const char beginning[] = "CREATE INDEX";
    return strcmp(column(row, 0), "index") == 0 &&
           strncmp(column(row, 3), beginning, sizeof beginning - 1) == 0;
}

static bool same_object(sqlite3_stmt *left, sqlite3_stmt *right)
{
    for (int i = 0; i < 4; i++)
        if (strcmp(column(left, i), column(right, i)) != 0)
            return false;
    return true;
}

// The order of `schema_query`.
static bool comes_before(sqlite3_stmt *left, sqlite3_stmt *right)
{
    int order = strcmp(column(left, 0), column(right, 0));
    return order < 0 || (order == 0 && strcmp(column(left, 1), column(right, 1)) < 0);
}

// Walks both lists together. `*name` is that of the first object that differs.
static int compare_schemas(sqlite3_stmt *found, sqlite3_stmt *expected, char *name, size_t size)
{
    int found_code = sqlite3_step(found);
    int expected_code = sqlite3_step(expected);
    while (found_code == SQLITE_ROW && expected_code != SQLITE_NOMEM) {
        if (expected_code == SQLITE_ROW && same_object(found, expected)) {
            expected_code = sqlite3_step(expected);
        } else if (!is_index_of_user(found)) {
            bool missing = expected_code == SQLITE_ROW && comes_before(expected, found);
            snprintf(name, size, "%s", column(missing ? expected : found, 1));
            return SQLITE_ROW;
        }
        found_code = sqlite3_step(found);
    }
    if (found_code == SQLITE_DONE && expected_code == SQLITE_ROW) {
        snprintf(name, size, "%s", column(expected, 1));
        return SQLITE_ROW;
    }
    return expected_code == SQLITE_NOMEM ? expected_code : found_code;
}

static enum status compare_databases(
    sqlite3 *database, sqlite3 *model, const char *path, struct problem *problem)
{
    char name[80] = "";
    sqlite3_stmt *found = NULL;
    sqlite3_stmt *expected = NULL;
    int code = sqlite3_prepare_v2(database, schema_query, -1, &found, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(model, schema_query, -1, &expected, NULL);
    if (code == SQLITE_OK)
        code = compare_schemas(found, expected, name, sizeof name);
    if (code == SQLITE_ROW && (lacked_memory(database) || lacked_memory(model)))
        code = SQLITE_NOMEM;
    enum status status = STATUS_DONE;
    if (code == SQLITE_ROW)
        status = problem_set(problem, STATUS_UNUSABLE,
            "«%s» a été modifié par un autre programme («%s») : reprenez la dernière copie du "
            "dossier des sauvegardes.",
            path, name);
    else if (code != SQLITE_DONE)
        status = database_problem(database, path, code, problem);
    sqlite3_finalize(found);
    sqlite3_finalize(expected);
    return status;
}

enum status file_check_schema(
    sqlite3 *database, const char *path, int version, struct problem *problem)
{
    sqlite3 *model = NULL;
    enum status status = database_open(&model, path, DATABASE_MEMORY, problem);
    if (status == STATUS_DONE)
        status = migration_run(model, path, 0, version, problem);
    if (status == STATUS_DONE)
        status = compare_databases(database, model, path, problem);
    database_close(model);
    return status;
}

// A page that could not be read is no damage: quick_check says so inside its sentence.
static int code_of_finding(const char *finding)
{
    static const char beginning[] = "error code=";
    const char *said = strstr(finding, beginning);
    int code = said == NULL ? 0 : atoi(said + sizeof beginning - 1);
    return code == 0 ? SQLITE_CORRUPT : code;
}

enum status file_check_content(sqlite3 *database, const char *path, struct problem *problem)
{
    sqlite3_stmt *handle = NULL;
    int code = sqlite3_prepare_v2(database, "PRAGMA quick_check(1)", -1, &handle, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(handle);
    enum status status = STATUS_DONE;
    if (code == SQLITE_ROW && strcmp(column(handle, 0), "ok") != 0)
        status = database_problem(database, path,
            lacked_memory(database) ? SQLITE_NOMEM : code_of_finding(column(handle, 0)), problem);
    else if (code != SQLITE_ROW)
        status = database_problem(database, path, code, problem);
    sqlite3_finalize(handle);
    return status;
}

static bool mark_path(const char *state_folder, const struct stat *file, char *path)
{
    int length = snprintf(path, MARK_PATH_SIZE, "%s/fichier-%" PRIxMAX "-%" PRIxMAX, state_folder,
        (uintmax_t)file->st_dev, (uintmax_t)file->st_ino);
    return length > 0 && length < MARK_PATH_SIZE;
}

static void mark_text(const struct stat *file, char mark[MARK_SIZE])
{
    snprintf(mark, MARK_SIZE, "%" PRIdMAX " %" PRIdMAX ".%09ld\n", (intmax_t)file->st_size,
        (intmax_t)file->st_mtim.tv_sec, file->st_mtim.tv_nsec);
}

bool file_was_seen(const char *state_folder, const char *path)
{
    struct stat file;
    char name[MARK_PATH_SIZE];
    char expected[MARK_SIZE];
    char found[MARK_SIZE] = "";
    if (state_folder == NULL || stat(path, &file) != 0 || !mark_path(state_folder, &file, name))
        return false;
    FILE *mark = fopen(name, "re");
    if (mark == NULL)
        return false;
    bool read = fgets(found, sizeof found, mark) != NULL;
    fclose(mark);
    mark_text(&file, expected);
    return read && strcmp(found, expected) == 0;
}

bool file_is_known(const char *state_folder, const char *path)
{
    struct stat file;
    char name[MARK_PATH_SIZE];
    return state_folder != NULL && stat(path, &file) == 0 && mark_path(state_folder, &file, name) &&
           access(name, F_OK) == 0;
}

void file_remember(const char *state_folder, const char *path)
{
    struct stat file;
    char name[MARK_PATH_SIZE];
    char text[MARK_SIZE];
    if (state_folder == NULL || stat(path, &file) != 0 || !mark_path(state_folder, &file, name) ||
        file_was_seen(state_folder, path))
        return;
    mkdir(state_folder, 0700);
    FILE *mark = fopen(name, "we");
    if (mark == NULL)
        return;
    mark_text(&file, text);
    fputs(text, mark);
    fclose(mark);
}
