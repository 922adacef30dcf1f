// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_content.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#define FIRST_HASH UINT64_C(0xCBF29CE484222325)

static sqlite3 *open_file(const char *path)
{
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    return database;
}

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *rows = NULL;
    if (sqlite3_prepare_v2(database, sql, -1, &rows, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(database));
    return rows;
}

// FNV-1a (Fowler, Noll, Vo).
static void mix(uint64_t *hash, const void *bytes, size_t length)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < length; i++)
        *hash = (*hash ^ byte[i]) * UINT64_C(0x100000001B3);
}

static void mix_value(uint64_t *hash, sqlite3_value *value, bool length_only)
{
    int type = sqlite3_value_type(value);
    int length = sqlite3_value_bytes(value);
    mix(hash, &type, sizeof type);
    mix(hash, &length, sizeof length);
    if (length > 0 && !length_only)
        mix(hash, sqlite3_value_text(value), (size_t)length);
}

// The rows are added, so that their order does not matter.
static void mix_table(uint64_t *hash, sqlite3 *database, const char *table)
{
    char sql[128];
    uint64_t sum = 0;
    snprintf(sql, sizeof sql, "SELECT * FROM \"%s\"", table);
    sqlite3_stmt *rows = prepare(database, sql);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        uint64_t row = FIRST_HASH;
        for (int i = 0; i < sqlite3_column_count(rows); i++)
            mix_value(&row, sqlite3_column_value(rows, i),
                strcmp(sqlite3_column_name(rows, i), "changeset") == 0);
        sum += row;
    }
    assert_int_equal(sqlite3_finalize(rows), SQLITE_OK);
    mix(hash, table, strlen(table));
    mix(hash, &sum, sizeof sum);
}

static uint64_t content(const char *path, const char *tables_sql)
{
    uint64_t hash = FIRST_HASH;
    sqlite3 *database = open_file(path);
    sqlite3_stmt *tables = prepare(database, tables_sql);
    mix_table(&hash, database, "sqlite_schema");
    while (sqlite3_step(tables) == SQLITE_ROW)
        mix_table(&hash, database, (const char *)sqlite3_column_text(tables, 0));
    assert_int_equal(sqlite3_finalize(tables), SQLITE_OK);
    sqlite3_close(database);
    return hash;
}

#define TABLES "SELECT name FROM sqlite_schema WHERE type = 'table'"

uint64_t file_data(const char *path)
{
    return content(path, TABLES " AND name <> 'journal' ORDER BY name");
}

uint64_t file_content(const char *path)
{
    return content(path, TABLES " ORDER BY name");
}

bool file_is_whole(const char *path)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *rows = NULL;
    int code = sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_prepare_v2(database,
            "SELECT (SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok')"
            " + (SELECT count(*) FROM pragma_foreign_key_check)",
            -1, &rows, NULL);
    bool whole =
        code == SQLITE_OK && sqlite3_step(rows) == SQLITE_ROW && sqlite3_column_int64(rows, 0) == 0;
    sqlite3_finalize(rows);
    sqlite3_close(database);
    return whole;
}
