// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "store/creation.h"
#include "store/database.h"
#include "store/migration.h"
#include "store/store.h"
#include "store/store_open.h"
#include "temporary_store.h"

static void close_store(struct temporary_store *temporary)
{
    store_destroy(temporary->store);
    temporary->store = NULL;
}

// Opening gives `status`, and a sentence that says `words`.
static void must_refuse(struct temporary_store *temporary, enum status status, const char *words)
{
    struct problem problem = {0};
    struct store *store = NULL;
    assert_int_equal(store_open(&store, &temporary->options, &problem), status);
    assert_null(store);
    if (strstr(problem.sentence, words) == NULL)
        fail_msg("«%s» does not say «%s»", problem.sentence, words);
}

static void write_at(const char *path, off_t offset, const void *bytes, size_t length)
{
    int descriptor = open(path, O_WRONLY);
    assert_true(descriptor >= 0);
    assert_int_equal(pwrite(descriptor, bytes, length, offset), (ssize_t)length);
    close(descriptor);
}

static void a_new_file_is_private_and_says_what_it_is(void **state)
{
    struct temporary_store *temporary = *state;
    struct stat file;
    assert_int_equal(stat(temporary->path, &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    assert_int_equal(temporary_store_number(temporary, "PRAGMA application_id"), 0x43544731);
    assert_int_equal(temporary_store_number(temporary, "PRAGMA user_version"), migration_latest());
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM axis"), 25);
    assert_int_equal(strlen(store_uuid(temporary->store)), 36);
    assert_string_equal(store_path(temporary->store), temporary->path);
    assert_null(store_warning(temporary->store));
}

static void nothing_is_left_of_a_creation_that_fails(void **state)
{
    struct temporary_store *temporary = *state;
    struct store_options options = temporary->options;
    struct convention nothing = {0};
    struct problem problem = {0};
    assert_int_equal(store_create(&options, &nothing, &problem), STATUS_REFUSED);
    assert_non_null(strstr(problem.sentence, "existe déjà"));
    char path[256];
    snprintf(path, sizeof path, "%s/absent/ville.ctg", temporary->folder);
    options.path = path;
    problem = (struct problem){0};
    assert_int_equal(store_create(&options, &nothing, &problem), STATUS_SYSTEM);
    assert_int_equal(access(path, F_OK), -1);
}

static void a_missing_file_tells_how_to_make_it(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    assert_int_equal(unlink(temporary->path), 0);
    must_refuse(temporary, STATUS_UNUSABLE, "greffe creer");
    assert_int_equal(access(temporary->path, F_OK), -1);
}

static void an_empty_file_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    assert_int_equal(truncate(temporary->path, 0), 0);
    must_refuse(temporary, STATUS_UNUSABLE, "est vide");
}

static void a_text_is_not_a_file_of_ours(void **state)
{
    struct temporary_store *temporary = *state;
    static const char text[] =
        "Compte rendu du comité de pilotage du 12 mars 2026, en plus de cent "
        "caractères pour que SQLite lise un en-tête entier.\n";
    close_store(temporary);
    assert_int_equal(truncate(temporary->path, 0), 0);
    write_at(temporary->path, 0, text, sizeof text);
    must_refuse(temporary, STATUS_UNUSABLE, "pas un fichier de Greffe");
}

static void a_folder_is_not_a_file(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    temporary->options.path = temporary->folder;
    must_refuse(temporary, STATUS_UNUSABLE, "pas un fichier");
    temporary->options.path = temporary->path;
}

static void the_base_of_another_program_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    temporary_store_execute(temporary, "PRAGMA application_id = 42");
    must_refuse(temporary, STATUS_UNUSABLE, "autre programme");
}

static void a_newer_schema_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    temporary_store_execute(temporary, "PRAGMA user_version = 999");
    must_refuse(temporary, STATUS_UNUSABLE, "plus récente");
}

static void a_file_that_was_cut_short_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    assert_int_equal(truncate(temporary->path, 3 * 4096 + 100), 0);
    must_refuse(temporary, STATUS_UNUSABLE, "abîmé");
}

static void a_damaged_page_is_found(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    char rubbish[4096];
    memset(rubbish, 0xA5, sizeof rubbish);
    int64_t page =
        temporary_store_number(temporary, "SELECT rootpage FROM sqlite_schema WHERE name = 'axis'");
    write_at(temporary->path, (off_t)(page - 1) * 4096, rubbish, sizeof rubbish);
    must_refuse(temporary, STATUS_UNUSABLE, "abîmé");
}

// What `sql` does to the schema is found; the name of what it made is said.
static void must_refuse_schema(void **state, const char *sql, const char *name)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    assert_int_equal(temporary_store_execute(temporary, sql), SQLITE_OK);
    must_refuse(temporary, STATUS_UNUSABLE, name);
}

static void a_foreign_trigger_is_refused(void **state)
{
    must_refuse_schema(state,
        "CREATE TRIGGER spy AFTER INSERT ON record BEGIN DELETE FROM private_note; END", "spy");
}

static void a_foreign_view_is_refused(void **state)
{
    must_refuse_schema(state, "CREATE VIEW other AS SELECT 1", "other");
}

static void a_missing_trigger_is_refused(void **state)
{
    must_refuse_schema(state, "DROP TRIGGER record_sealed_update", "record_sealed_update");
}

static void an_index_of_the_user_and_statistics_are_welcome(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    assert_int_equal(
        temporary_store_execute(temporary, "CREATE INDEX mine ON record (at); ANALYZE"), SQLITE_OK);
    temporary_store_reopen(temporary);
}

static void a_file_in_wal_is_switched_back_and_says_so(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    assert_int_equal(temporary_store_execute(temporary, "PRAGMA journal_mode = WAL"), SQLITE_OK);
    temporary_store_reopen(temporary);
    assert_non_null(strstr(store_warning(temporary->store), "WAL"));
    unsigned char mode = 0;
    int descriptor = open(temporary->path, O_RDONLY);
    assert_int_equal(pread(descriptor, &mode, 1, 18), 1);
    close(descriptor);
    assert_int_equal(mode, 1);
}

static void a_strange_name_is_no_uri(void **state)
{
    struct temporary_store *temporary = *state;
    char path[256];
    close_store(temporary);
    snprintf(path, sizeof path, "%s/file:x?mode=memory", temporary->folder);
    assert_int_equal(rename(temporary->path, path), 0);
    temporary->options.path = path;
    temporary_store_reopen(temporary);
    assert_int_equal(access(path, F_OK), 0);
}

static void reading_alone_writes_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    temporary->options.read_only = true;
    temporary_store_reopen(temporary);
    assert_int_equal(gesture_begin(temporary->store, &gesture, &problem), STATUS_SYSTEM);
    assert_non_null(strstr(problem.sentence, "lecture seule"));
}

// A child that dies in the middle of a change leaves its journal: reading recovers in a copy, and
// the file itself stays as it was.
static void an_interrupted_change_is_taken_back_even_when_reading(void **state)
{
    struct temporary_store *temporary = *state;
    close_store(temporary);
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *database = NULL;
        sqlite3_open(temporary->path, &database);
        sqlite3_exec(database,
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;"
            "UPDATE axis SET label = 'perdu';"
            "CREATE TABLE filler AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1"
            " FROM n WHERE i < 2000) SELECT i, randomblob(200) AS r FROM n",
            NULL, NULL, NULL);
        _exit(0);
    }
    int result;
    assert_int_equal(waitpid(child, &result, 0), child);
    char journal[256];
    snprintf(journal, sizeof journal, "%s-journal", temporary->path);
    assert_int_equal(access(journal, F_OK), 0);
    temporary->options.read_only = true;
    temporary_store_reopen(temporary);
    assert_int_equal(access(journal, F_OK), 0);
    temporary->options.read_only = false;
    temporary_store_reopen(temporary);
    assert_int_equal(access(journal, F_OK), -1);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM axis WHERE label = 'perdu'"), 0);
}

static void whoever_keeps_the_file_is_named(void **state)
{
    struct temporary_store *temporary = *state;
    int ready[2];
    int done[2];
    char byte = 0;
    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(done), 0);
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *database = NULL;
        sqlite3_open(temporary->path, &database);
        sqlite3_exec(database, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
        if (write(ready[1], "r", 1) == 1 && read(done[0], &byte, 1) == 1)
            _exit(0);
        _exit(1);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    char number[32];
    snprintf(number, sizeof number, "processus %ld", (long)child);
    assert_int_equal(gesture_begin(temporary->store, &gesture, &problem), STATUS_SYSTEM);
    assert_non_null(strstr(problem.sentence, number));
    assert_int_equal(write(done[1], "d", 1), 1);
    int result;
    waitpid(child, &result, 0);
    assert_int_equal(result, 0);
    gesture_must_commit(gesture_must_begin(temporary->store), "");
}

// The windows ask several times a second: whoever keeps the file must not hold up their keys.
static void looking_for_news_never_waits(void **state)
{
    struct temporary_store *temporary = *state;
    sqlite3 *other = NULL;
    struct timespec before, after;
    assert_int_equal(sqlite3_open(temporary->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    clock_gettime(CLOCK_MONOTONIC, &before);
    for (int i = 0; i < 10; i++)
        assert_false(store_changed_elsewhere(temporary->store));
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert_true(after.tv_sec - before.tv_sec < DATABASE_PATIENCE_MS / 1000);
    sqlite3_close(other);
}

static void a_copy_is_whole_and_refuses_a_name_that_is_taken(void **state)
{
    struct temporary_store *temporary = *state;
    struct problem problem = {0};
    char copy[256];
    snprintf(copy, sizeof copy, "%s/copie.ctg", temporary->folder);
    assert_int_equal(store_copy(temporary->store, copy, &problem), STATUS_DONE);
    assert_int_equal(store_copy(temporary->store, copy, &problem), STATUS_REFUSED);
    struct stat file;
    assert_int_equal(stat(copy, &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    temporary->options.path = copy;
    temporary_store_reopen(temporary);
}

static void the_file_is_set_up_as_it_must_be(void **state)
{
    struct temporary_store *temporary = *state;
    assert_int_equal(temporary_store_number(temporary, "PRAGMA auto_vacuum"), 0);
    // STRICT everywhere, and a key: without one the session leaves a table out.
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM pragma_table_list WHERE schema = 'main'"
                         " AND type = 'table' AND name NOT LIKE 'sqlite%' AND strict = 0"),
        0);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM pragma_table_list AS t WHERE schema = 'main'"
                         " AND type = 'table' AND name NOT LIKE 'sqlite%' AND NOT EXISTS"
                         " (SELECT 1 FROM pragma_table_info(t.name) WHERE pk > 0)"),
        0);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_new_file_is_private_and_says_what_it_is),
        TEST(nothing_is_left_of_a_creation_that_fails),
        TEST(a_missing_file_tells_how_to_make_it),
        TEST(an_empty_file_is_refused),
        TEST(a_text_is_not_a_file_of_ours),
        TEST(a_folder_is_not_a_file),
        TEST(the_base_of_another_program_is_refused),
        TEST(a_newer_schema_is_refused),
        TEST(a_file_that_was_cut_short_is_refused),
        TEST(a_damaged_page_is_found),
        TEST(a_foreign_trigger_is_refused),
        TEST(a_foreign_view_is_refused),
        TEST(a_missing_trigger_is_refused),
        TEST(an_index_of_the_user_and_statistics_are_welcome),
        TEST(a_file_in_wal_is_switched_back_and_says_so),
        TEST(a_strange_name_is_no_uri),
        TEST(reading_alone_writes_nothing),
        TEST(an_interrupted_change_is_taken_back_even_when_reading),
        TEST(whoever_keeps_the_file_is_named),
        TEST(looking_for_news_never_waits),
        TEST(a_copy_is_whole_and_refuses_a_name_that_is_taken),
        TEST(the_file_is_set_up_as_it_must_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
