// SPDX-License-Identifier: GPL-3.0-or-later
// A file of the first version, with content, becomes one of today: nothing of it is lost, what it
// could take back it still can, and its closed meeting stays closed.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <glob.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "store/committee_rules.h"
#include "store/directory.h"
#include "store/journal.h"
#include "store/meeting.h"
#include "store/migration.h"
#include "store/undo.h"
#include "temporary_store.h"

// A closed meeting with a decision and a task, an open one with a note, and their item. Ids are
// as small as a convention's.
static const char content[] =
    "INSERT INTO committee (id, code, label, kind, authority, quorum, majority, position)"
    " VALUES (1, 'COPIL', 'Comité de pilotage', 'copil', 'decide', 'majorite', 'simple', 1);"
    "INSERT INTO committee (id, code, label, kind, authority, next_id, position)"
    " VALUES (2, 'COTECH', 'Comité technique', 'cotech', 'propose', 1, 2);"
    "INSERT INTO organisation (id, code, label, position) VALUES (3, 'caf', 'Caf', 1);"
    "INSERT INTO field (id, code, label, position) VALUES (4, 'jeunesse', 'Jeunesse', 1);"
    "INSERT INTO axis (id, number, field_id, label, position) VALUES (6, 6, 4, 'Accueil', 1);"
    "INSERT INTO meeting (id, committee_id, reference, date, state, opened_at)"
    " VALUES (10, 1, 'COPIL-2025-03-12', '2025-03-12', 'ouverte', '2025-03-12T14:00:00');"
    "INSERT INTO item (id, meeting_id, position, title, kind, state)"
    " VALUES (11, 10, 1, 'Places', 'decision', 'traite');"
    "INSERT INTO item_axis (item_id, axis_id) VALUES (11, 6);"
    "INSERT INTO record (id, meeting_id, item_id, kind, text, at)"
    " VALUES (12, 10, 11, 'decision', 'Vingt-quatre places', '2025-03-12T14:10:00');"
    "INSERT INTO decision (record_id, number, outcome, mode)"
    " VALUES (12, 'COPIL-2025-001', 'adoptee', 'consensus');"
    "INSERT INTO record (id, meeting_id, item_id, kind, text, at)"
    " VALUES (13, 10, 11, 'tache', 'Chiffrer', '2025-03-12T14:12:00');"
    "INSERT INTO task (record_id, reference, due) VALUES (13, 'T-2025-001', '2025-04-30');"
    "INSERT INTO record_mention (record_id, position, name, organisation_id, owner)"
    " VALUES (13, 1, 'Caf', 3, 1);"
    "INSERT INTO task_life (task_id, state, due, priority) VALUES (13, 'a-faire', '2025-04-30', 3);"
    "INSERT INTO task_life_owner (task_id, position, name, organisation_id)"
    " VALUES (13, 1, 'Caf', 3);"
    "UPDATE meeting SET state = 'close', number = 1, closed_at = '2025-03-12T16:00:00'"
    " WHERE id = 10;"
    "INSERT INTO meeting (id, committee_id, reference, date, state, opened_at)"
    " VALUES (20, 2, 'COTECH-2026-03-12', '2026-03-12', 'ouverte', '2026-03-12T13:30:00');"
    "INSERT INTO item (id, meeting_id, position, title, kind, state)"
    " VALUES (21, 20, 1, 'Bilan', 'information', 'en-cours');"
    "INSERT INTO record (id, meeting_id, item_id, kind, text, at)"
    " VALUES (22, 20, 21, 'note', 'Bilan présenté', '2026-03-12T13:40:00');"
    "INSERT INTO counter (name, year, last) VALUES ('T', 2025, 1);"
    "INSERT INTO file (id, uuid, created_at)"
    " VALUES (1, '01234567-89ab-4cde-8f01-23456789abcd', '2025-01-01T09:00:00');"
    "PRAGMA application_id = 0x43544731;";

static void execute(sqlite3 *database, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
}

// A gesture as the first version journaled it: it renamed a committee, and an item.
static void make_old_gesture(sqlite3 *database)
{
    sqlite3_session *session = NULL;
    sqlite3_stmt *insert = NULL;
    void *changeset = NULL;
    int length = 0;
    assert_int_equal(sqlite3session_create(database, "main", &session), SQLITE_OK);
    assert_int_equal(sqlite3session_attach(session, "committee"), SQLITE_OK);
    assert_int_equal(sqlite3session_attach(session, "item"), SQLITE_OK);
    execute(database, "UPDATE committee SET label = 'Comité technique plénier' WHERE id = 2;"
                      "UPDATE item SET title = 'Bilan 2025' WHERE id = 21;"
                      "INSERT INTO item (id, meeting_id, position, title, kind, state)"
                      " VALUES (23, 20, 2, 'Divers', 'information', 'a-traiter');");
    assert_int_equal(sqlite3session_changeset(session, &length, &changeset), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(database,
            "INSERT INTO journal (id, kind, schema_version, clock, site, author, at, sentence,"
            " changeset) VALUES (30, 'gesture', 1, 1, 'poste', 'secrétaire',"
            " '2026-03-12T13:45:00', 'bilan renommé', ?)",
            -1, &insert, NULL),
        SQLITE_OK);
    sqlite3_bind_blob(insert, 1, changeset, length, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(insert), SQLITE_DONE);
    sqlite3_finalize(insert);
    sqlite3_free(changeset);
    sqlite3session_delete(session);
}

// In the place of the file that the set-up made.
static void make_old_file(struct temporary_store *temporary)
{
    sqlite3 *database = NULL;
    store_destroy(temporary->store);
    temporary->store = NULL;
    assert_int_equal(unlink(temporary->path), 0);
    assert_int_equal(sqlite3_open(temporary->path, &database), SQLITE_OK);
    assert_int_equal(migration_run(database, temporary->path, 0, 1, NULL), STATUS_DONE);
    execute(database, content);
    make_old_gesture(database);
    sqlite3_close(database);
    temporary_store_look_again(temporary);
}

// What stands in the columns of the first version's tables, table by table.
static char *old_content(const struct temporary_store *temporary)
{
    static const char *const tables[] = {
        "SELECT id, code, label, kind, authority, next_id, quorum, majority FROM committee",
        "SELECT id, code, label, college FROM organisation",
        "SELECT id, reference, date, state, number, closed_at FROM meeting",
        "SELECT id, meeting_id, position, title, kind, state FROM item",
        "SELECT id, meeting_id, item_id, kind, text, at FROM record",
        "SELECT record_id, number, outcome, mode FROM decision",
        "SELECT record_id, reference, due FROM task",
        "SELECT record_id, position, name, organisation_id, owner FROM record_mention",
        "SELECT task_id, state, due, priority FROM task_life",
        "SELECT name, year, last FROM counter",
        "SELECT uuid, created_at FROM file",
        "SELECT id, sentence, length(changeset) FROM journal",
    };
    struct buffer out = {0};
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(temporary->path, &database), SQLITE_OK);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        sqlite3_stmt *rows = NULL;
        assert_int_equal(sqlite3_prepare_v2(database, tables[i], -1, &rows, NULL), SQLITE_OK);
        while (sqlite3_step(rows) == SQLITE_ROW) {
            for (int k = 0; k < sqlite3_column_count(rows); k++)
                buffer_append_format(&out, "%s|", (const char *)sqlite3_column_text(rows, k));
            buffer_append(&out, "\n");
        }
        sqlite3_finalize(rows);
    }
    sqlite3_close(database);
    return buffer_take(&out);
}

static void a_file_of_the_first_version_keeps_its_content(void **state)
{
    struct temporary_store *temporary = *state;
    make_old_file(temporary);
    char *before = old_content(temporary);
    assert_int_equal(temporary_store_number(temporary, "PRAGMA user_version"), 1);
    temporary_store_reopen(temporary);
    assert_int_equal(temporary_store_number(temporary, "PRAGMA user_version"), migration_latest());
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM pragma_integrity_check"
                                                       " WHERE integrity_check <> 'ok'"),
        0);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    char *after = old_content(temporary);
    assert_string_equal(after, before);
    free(before);
    free(after);
}

static void what_is_new_has_its_usual_value(void **state)
{
    struct temporary_store *temporary = *state;
    struct committee_rules rules;
    struct directory directory;
    make_old_file(temporary);
    temporary_store_reopen(temporary);
    assert_int_equal(committee_rules_load(temporary->store, 1, date_of_day(2026, 3, 12),
                         &temporary->arena, &rules, NULL),
        STATUS_DONE);
    assert_string_equal(rules.values[COMMITTEE_QUORUM], "majorite");
    assert_string_equal(rules.values[COMMITTEE_MAJORITY], "simple");
    assert_string_equal(rules.values[COMMITTEE_PROXIES], "1");
    assert_string_equal(rules.values[COMMITTEE_CALL_WORD], "convocation");
    assert_int_equal(rules.members, 0);
    assert_int_equal(
        directory_load(temporary->store, &temporary->arena, &directory, NULL), STATUS_DONE);
    assert_int_equal(directory.name_count, 1);
    // The views of the contract read the old rows.
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_decisions WHERE numero = 'COPIL-2025-001'"),
        1);
    assert_int_equal(temporary_store_number(
                         temporary, "SELECT membres FROM lecture_instances WHERE code = 'COPIL'"),
        0);
}

static void an_old_gesture_can_still_be_taken_back(void **state)
{
    struct temporary_store *temporary = *state;
    struct problem problem = {0};
    struct journal_entry entry;
    const char *sentence = NULL;
    bool found = false;
    make_old_file(temporary);
    temporary_store_reopen(temporary);
    assert_int_equal(
        journal_next_undo(temporary->store, &temporary->arena, &entry, &found, &problem),
        STATUS_DONE);
    assert_true(found);
    assert_int_equal(entry.id, 30);
    if (journal_undo(temporary->store, 30, &temporary->arena, &sentence, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM committee WHERE label = 'Comité technique'"),
        1);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM item"), 2);
    assert_int_equal(
        journal_redo(temporary->store, 30, &temporary->arena, &sentence, &problem), STATUS_DONE);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM item WHERE title = 'Bilan 2025'"),
        1);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM item"), 3);
}

static void an_old_closed_meeting_stays_sealed(void **state)
{
    struct temporary_store *temporary = *state;
    make_old_file(temporary);
    temporary_store_reopen(temporary);
    static const char seating[] =
        "INSERT INTO attendance (id, meeting_id, position, name, role, voice)"
        " VALUES (40, 10, 1, 'X', 'membre', '')";
    static const char *const writes[] = {
        "UPDATE record SET text = 'autre' WHERE id = 12",
        "DELETE FROM decision WHERE record_id = 12",
        seating,
        "UPDATE meeting SET state = 'ouverte' WHERE id = 10",
    };
    for (size_t i = 0; i < sizeof writes / sizeof writes[0]; i++)
        assert_int_equal(temporary_store_execute(temporary, writes[i]) & 0xFF, SQLITE_CONSTRAINT);
    assert_int_equal(temporary_store_execute(temporary,
                         "INSERT INTO attendance (id, meeting_id, position, name, role, voice)"
                         " VALUES (40, 20, 1, 'X', 'membre', '')"),
        SQLITE_OK);
}

static void a_copy_is_kept_of_the_file_as_it_was(void **state)
{
    struct temporary_store *temporary = *state;
    char pattern[128];
    glob_t copies;
    make_old_file(temporary);
    temporary_store_reopen(temporary);
    snprintf(pattern, sizeof pattern, "%s/*.ctg", temporary->backups);
    assert_int_equal(glob(pattern, 0, NULL, &copies), 0);
    assert_int_equal(copies.gl_pathc, 1);
    globfree(&copies);
}

// A trial works on a copy: the file stays of its version, to the byte, and no backup is made.
static void a_trial_leaves_an_old_file_as_it_is(void **state)
{
    struct temporary_store *temporary = *state;
    char pattern[128];
    glob_t copies;
    make_old_file(temporary);
    store_destroy(temporary->store);
    temporary->store = NULL;
    int64_t version = temporary_store_number(temporary, "PRAGMA user_version");
    temporary->options.on_copy = true;
    temporary_store_reopen(temporary);
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    assert_int_equal(gesture_begin(temporary->store, &gesture, &problem), STATUS_DONE);
    gesture_cancel(gesture);
    assert_int_equal(temporary_store_number(temporary, "PRAGMA user_version"), version);
    snprintf(pattern, sizeof pattern, "%s/*.ctg", temporary->backups);
    assert_int_equal(glob(pattern, 0, NULL, &copies), GLOB_NOMATCH);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_file_of_the_first_version_keeps_its_content),
        TEST(what_is_new_has_its_usual_value),
        TEST(an_old_gesture_can_still_be_taken_back),
        TEST(an_old_closed_meeting_stays_sealed),
        TEST(a_copy_is_kept_of_the_file_as_it_was),
        TEST(a_trial_leaves_an_old_file_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
