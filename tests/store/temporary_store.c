// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporary_store.h"

#include <ftw.h>
#include <locale.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "intake/convention_ini.h"
#include "store/creation.h"
#include "store/store_open.h"

static void must(enum status status, const struct problem *problem)
{
    if (status != STATUS_DONE)
        print_error("%s\n", problem->sentence);
    assert_int_equal(status, STATUS_DONE);
}

static void set_up_options(struct temporary_store *temporary)
{
    const struct local_time start = {2026, 3, 12, 14, 0, 0};
    snprintf(temporary->folder, sizeof temporary->folder, "/tmp/greffe-test-XXXXXX");
    assert_non_null(mkdtemp(temporary->folder));
    snprintf(temporary->path, sizeof temporary->path, "%s/convention.ctg", temporary->folder);
    snprintf(temporary->backups, sizeof temporary->backups, "%s/sauvegardes", temporary->folder);
    snprintf(temporary->state, sizeof temporary->state, "%s/etat", temporary->folder);
    temporary->clock =
        (struct clock){.fixed = true, .milliseconds = local_time_milliseconds(&start)};
    temporary->options = (struct store_options){
        .path = temporary->path,
        .clock = &temporary->clock,
        .site = "poste",
        .author = "secrétaire",
        .backup_folder = temporary->backups,
        .state_folder = temporary->state,
        .seeded = true,
    };
}

// The chain of migrations takes longer than most tests: a program runs it for its first file, and
// the others are copies of that one.
static struct {
    char *bytes;
    size_t size;
} first_file;

static void keep_first_file(const char *path)
{
    FILE *file = fopen(path, "r");
    FILE *kept = open_memstream(&first_file.bytes, &first_file.size);
    assert_true(file != NULL && kept != NULL);
    for (int byte = getc(file); byte != EOF; byte = getc(file))
        assert_int_equal(putc(byte, kept), byte);
    assert_int_equal(fclose(kept), 0);
    fclose(file);
}

static void create_file(struct temporary_store *temporary)
{
    struct problem problem = {0};
    struct convention convention;
    must(convention_load(CONVENTION_DEFAULT_NAME, &temporary->arena, &convention, &problem),
        &problem);
    must(store_create(&temporary->options, &convention, &problem), &problem);
    keep_first_file(temporary->path);
}

static void copy_first_file(const struct temporary_store *temporary)
{
    FILE *file = fopen(temporary->path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(first_file.bytes, 1, first_file.size, file), first_file.size);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(temporary->path, S_IRUSR | S_IWUSR), 0);
}

int temporary_store_setup(void **state)
{
    setlocale(LC_ALL, "C.UTF-8");
    struct temporary_store *temporary = calloc(1, sizeof *temporary);
    assert_non_null(temporary);
    set_up_options(temporary);
    if (first_file.bytes == NULL)
        create_file(temporary);
    else
        copy_first_file(temporary);
    struct problem problem = {0};
    must(store_open(&temporary->store, &temporary->options, &problem), &problem);
    assert_int_equal(sqlite3_open(temporary->path, &temporary->outside), SQLITE_OK);
    *state = temporary;
    return 0;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *position)
{
    (void)status;
    (void)kind;
    (void)position;
    return remove(path);
}

int temporary_store_teardown(void **state)
{
    struct temporary_store *temporary = *state;
    assert_int_equal(sqlite3_close(temporary->outside), SQLITE_OK);
    store_destroy(temporary->store);
    arena_clear(&temporary->arena);
    nftw(temporary->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    free(temporary);
    return 0;
}

void temporary_store_reopen(struct temporary_store *temporary)
{
    struct problem problem = {0};
    store_destroy(temporary->store);
    temporary->store = NULL;
    must(store_open(&temporary->store, &temporary->options, &problem), &problem);
}

void temporary_store_look_again(struct temporary_store *temporary)
{
    assert_int_equal(sqlite3_close(temporary->outside), SQLITE_OK);
    assert_int_equal(sqlite3_open(temporary->path, &temporary->outside), SQLITE_OK);
}

void temporary_store_advance(struct temporary_store *temporary, int64_t milliseconds)
{
    temporary->clock.milliseconds += milliseconds;
}

int64_t temporary_store_number(const struct temporary_store *temporary, const char *sql)
{
    sqlite3 *database = temporary->outside;
    sqlite3_stmt *handle = NULL;
    int64_t number = -1;
    if (sqlite3_prepare_v2(database, sql, -1, &handle, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(database));
    if (sqlite3_step(handle) == SQLITE_ROW && sqlite3_column_type(handle, 0) != SQLITE_NULL)
        number = sqlite3_column_int64(handle, 0);
    sqlite3_finalize(handle);
    return number;
}

int temporary_store_execute(const struct temporary_store *temporary, const char *sql)
{
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(temporary->path, &database), SQLITE_OK);
    int code = sqlite3_exec(database, sql, NULL, NULL, NULL);
    sqlite3_close(database);
    return code;
}

struct gesture *gesture_must_begin(struct store *store)
{
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    must(gesture_begin(store, &gesture, &problem), &problem);
    return gesture;
}

void gesture_must_commit(struct gesture *gesture, const char *sentence)
{
    struct problem problem = {0};
    must(gesture_commit(gesture, &problem, "%s", sentence), &problem);
}
