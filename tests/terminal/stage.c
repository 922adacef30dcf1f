// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static char *program(void)
{
    char *found = getenv("GREFFE");
    assert_non_null(found);
    return found;
}

int stage_set(void **state)
{
    struct stage *stage = calloc(1, sizeof *stage);
    if (stage == NULL || !scratch_make(stage->folder)) {
        free(stage);
        return -1;
    }
    snprintf(stage->file, sizeof stage->file, "%s/essai.ctg", stage->folder);
    setenv("HOME", stage->folder, 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    static const char *const unwanted[] = {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
        "XDG_RUNTIME_DIR", "GREFFE_FICHIER", "NO_COLOR", "VISUAL", "EDITOR"};
    for (size_t i = 0; i < sizeof unwanted / sizeof unwanted[0]; i++)
        unsetenv(unwanted[i]);
    *state = stage;
    return 0;
}

int stage_clear(void **state)
{
    struct stage *stage = *state;
    for (size_t i = 0; i < STAGE_WINDOWS; i++)
        pty_destroy(stage->windows[i]);
    int result = scratch_remove(stage->folder);
    free(stage);
    return result;
}

void stage_play(struct stage *stage, const char *keys)
{
    char path[96];
    snprintf(path, sizeof path, "%s/jeu.keys", stage->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(keys, file);
    assert_int_equal(fclose(file), 0);
    char *arguments[] = {program(), (char[]){"-f"}, stage->file, (char[]){"rejouer"}, path, NULL};
    assert_int_equal(scratch_run(arguments, NULL), 0);
}

void stage_hold_meeting(struct stage *stage)
{
    stage_play(stage, "@horloge 2024-01-18T14:00\nsn<cr>18/01/2024<cr><cr>\n"
                      "aOuverture<cr>aCalendrier<cr>o\n");
}

static struct pty **free_place(struct stage *stage)
{
    for (size_t i = 0; i < STAGE_WINDOWS; i++)
        if (stage->windows[i] == NULL)
            return &stage->windows[i];
    fail_msg("too many windows");
    return NULL;
}

struct pty *stage_open_sized(struct stage *stage, int rows, int columns, char *option)
{
    char *arguments[] = {program(), stage->file, option, NULL};
    struct pty **place = free_place(stage);
    *place = pty_start(arguments, rows, columns, stage->settings);
    return *place;
}

struct pty *stage_open(struct stage *stage)
{
    return stage_open_sized(stage, 24, 80, NULL);
}

struct pty *stage_open_in_shell(struct stage *stage)
{
    char line[512];
    char *arguments[] = {(char[]){"sh"}, (char[]){"-i"}, NULL};
    const char *environment[] = {"PS1=invite$ ", "ENV", NULL};
    struct pty **place = free_place(stage);
    *place = pty_start(arguments, 24, 80, environment);
    pty_wait_for(*place, "invite$");
    snprintf(line, sizeof line, "'%s' '%s'\n", program(), stage->file);
    pty_send(*place, line);
    return *place;
}

long long stage_count(const struct stage *stage, const char *query)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(
        sqlite3_open_v2(stage->file, &database, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    sqlite3_busy_timeout(database, PTY_LIMIT_SECONDS * 1000);
    assert_int_equal(sqlite3_prepare_v2(database, query, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    long long number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return number;
}

void stage_record(struct pty *window, const char *line, const char *recorded)
{
    char typed[512];
    snprintf(typed, sizeof typed, "▌ %s", line);
    pty_send(window, line);
    pty_wait_for(window, typed);
    pty_send(window, "\r");
    pty_wait_until_gone(window, typed);
    pty_wait_for(window, recorded);
}
