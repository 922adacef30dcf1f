// SPDX-License-Identifier: GPL-3.0-or-later
// A seal holds through everything that people do, and nothing that another program does to a sealed
// row goes unseen: each column of each row that the triggers guard is changed in turn.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "expected_people.h"
#include "held_meeting.h"
#include "store/ballot.h"
#include "store/confidential.h"
#include "store/connection.h"
#include "store/item_add.h"
#include "store/item_document.h"
#include "store/journal.h"
#include "store/meeting_reopening.h"
#include "store/seal_check.h"
#include "store/undo.h"

static const struct date march = {DATE_DAY, 2026, 3, 12};

static void execute(sqlite3 *database, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

static struct entry rich_fact(struct temporary_store *temporary, enum record_kind kind)
{
    struct arena *arena = &temporary->arena;
    struct entry_link *links = arena_array(arena, 3, sizeof *links);
    struct entry_mention *mentions = arena_array(arena, 2, sizeof *mentions);
    static const char *const sql[] = {"SELECT id FROM axis WHERE number = 6",
        "SELECT id FROM objective", "SELECT id FROM action WHERE code = '9.1'"};
    static const enum plan_level levels[] = {PLAN_AXIS, PLAN_OBJECTIVE, PLAN_ACTION};
    for (size_t i = 0; i < 3; i++)
        links[i] = (struct entry_link){levels[i], temporary_store_number(temporary, sql[i]), "?"};
    mentions[0] = (struct entry_mention){"Mme Voirie", 0, true};
    mentions[1] = (struct entry_mention){"Caf",
        temporary_store_number(temporary, "SELECT id FROM organisation WHERE code = 'caf'"), false};
    return (struct entry){.kind = kind,
        .text = "L'ouverture de «24 places» est dite.\nEt 'notée'.",
        .mentions = mentions,
        .mention_count = 2,
        .links = links,
        .link_count = 3,
        .date = {DATE_DAY, 2026, 4, 30}};
}

static void say_presences(struct temporary_store *temporary, int64_t meeting, int64_t item)
{
    static const char *const present[] = {
        "Médiatrice Habitat", "Gérant Logement", "Cheffe Inclusion", "Agent Accueil"};
    for (size_t i = 0; i < 4; i++) {
        int64_t person = attendee_named(temporary, meeting, present[i]);
        MUST_CHANGE(temporary, attendance_set_presence(gesture, person, "present", NULL, &problem));
    }
    int64_t leaver = attendee_named(temporary, meeting, "Agent Accueil");
    int64_t other = attendee_named(temporary, meeting, "Cheffe Inclusion");
    MUST_CHANGE(temporary, attendance_move_add(gesture, store_new_id(temporary->store), leaver,
                               item, false, NULL, &problem));
    MUST_CHANGE(temporary, attendance_withdraw(gesture, other, item, true, &problem));
}

// A closed copil that has a row in every sealed table.
static int64_t rich_meeting(struct temporary_store *temporary)
{
    assert_int_equal(temporary_store_execute(temporary,
                         "INSERT INTO objective (id, code, axis_id, label, position)"
                         " SELECT 900001, '6.A', id, 'Objectif', 1 FROM axis WHERE number = 6"),
        SQLITE_OK);
    people_are_expected(temporary);
    int64_t meeting = prepared_meeting(temporary, "COPIL", march);
    int64_t first = added_item(temporary, meeting, "Bilan");
    int64_t item = added_item(temporary, meeting, "Places");
    struct entry fact = rich_fact(temporary, RECORD_NOTE);
    MUST_CHANGE(temporary, item_link(gesture, item, fact.links, 3, &problem));
    MUST_CHANGE(temporary, item_document_add(gesture, store_new_id(temporary->store), item,
                               "Bilan : bilan.odt", &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    say_presences(temporary, meeting, first);
    MUST_CHANGE(temporary, item_open(gesture, item, &problem));
    for (enum record_kind kind = RECORD_NOTE; kind <= RECORD_TASK; kind++) {
        fact = rich_fact(temporary, kind);
        MUST_CHANGE(
            temporary, record_add(gesture, store_new_id(temporary->store), item, &fact, &problem));
    }
    struct named_vote against = {
        .seat = attendee_named(temporary, meeting, "Gérant Logement"), .choice = BALLOT_AGAINST};
    struct said_ballot said = {.form = BALLOT_FORM_COUNTS,
        .mode = BALLOT_BY_NAME,
        .votes = &against,
        .vote_count = 1,
        .otherwise = BALLOT_FOR};
    MUST_CHANGE(temporary, ballot_hold(gesture, store_new_id(temporary->store), NULL, item,
                               BALLOT_LAST_DECISION, &said, &problem));
    temporary_store_advance(temporary, 60000);
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    temporary_store_advance(temporary, 60000);
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    closed(temporary, meeting);
    // The log then holds more than the closing that is sealed.
    MUST_CHANGE(temporary, meeting_reopen(gesture, meeting, "Motif", &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    return meeting;
}

// What is done to the file is done, and seen, on the store's own connection, and rolled back.
static void unguard(sqlite3 *database)
{
    sqlite3_stmt *triggers = NULL;
    char drops[128][96];
    int count = 0;
    assert_int_equal(sqlite3_prepare_v2(database,
                         "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'",
                         -1, &triggers, NULL),
        SQLITE_OK);
    while (sqlite3_step(triggers) == SQLITE_ROW)
        snprintf(drops[count++], sizeof drops[0], "%s", sqlite3_column_text(triggers, 0));
    sqlite3_finalize(triggers);
    execute(database, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN");
    for (int i = 0; i < count; i++)
        execute(database, drops[i]);
}

// The differences that the check of all meetings finds, one a line.
static char *differences(struct temporary_store *temporary)
{
    struct arena arena = {0};
    struct seal_report *reports;
    struct buffer text = {0};
    size_t count;
    struct problem problem = {0};
    if (seal_check_all(temporary->store, &arena, &reports, &count, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(reports[i].state == SEAL_DIFFERS, reports[i].difference_count > 0);
        for (size_t j = 0; j < reports[i].difference_count; j++)
            buffer_append_format(&text, "%s\n", reports[i].differences[j]);
    }
    arena_clear(&arena);
    return buffer_take(&text);
}

static int tries;

// `change` must be seen, and named by one of the words.
static void is_seen(struct temporary_store *temporary, const char *change, const char *words)
{
    sqlite3 *database = temporary->store->database;
    execute(database, "SAVEPOINT change");
    execute(database, change);
    assert_true(sqlite3_changes(database) > 0);
    char *found = differences(temporary);
    if (found == NULL || found[0] == '\0')
        fail_msg("unseen: %s", change);
    if (strstr(found, words) == NULL)
        fail_msg("not named «%s» but %s: %s", words, found, change);
    free(found);
    execute(database, "ROLLBACK TO change; RELEASE change");
    tries++;
}

// How each guarded table's rows are named.
static const struct {
    const char *table, *words;
} names[] = {
    {"meeting", ""},
    {"meeting_name", "la séance elle-même"},
    {"meeting_pause", "la séance elle-même"},
    {"seal_part", ""},
    {"closing", ""},
    {"item", "le point "},
    {"item_axis", "le point 2, Places"},
    {"item_objective", "le point 2, Places"},
    {"item_action", "le point 2, Places"},
    {"item_document", "le point 2, Places"},
    {"attendance", "la présence de "},
    {"attendance_move", "la présence de Agent Accueil"},
    {"withdrawal", "la présence de Cheffe Inclusion"},
    {"ballot", "le vote de "},
    {"ballot_voice", "le vote de "},
    {"record", " : l"},
    {"decision", " : l"},
    {"task", " : l"},
    {"record_mention", " : l"},
    {"record_axis", " : l"},
    {"record_objective", " : l"},
    {"record_action", " : l"},
};

static const char *words_of(const char *table)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i].table, table) == 0)
            return names[i].words;
    fail_msg("the test does not know the sealed table %s", table);
    return "";
}

// `column` in the place of each `@`.
static void write_change(char *out, size_t size, const char *change, const char *column)
{
    size_t length = 0;
    for (; *change != '\0'; change++)
        length += (size_t)snprintf(out + length, size - length, "%.*s",
            *change == '@' ? (int)strlen(column) : 1, *change == '@' ? column : change);
    assert_true(length < size);
}

// One value of one row: another byte where a text begins and lies, more behind its end, also behind
// a NUL; another number; nothing where there was something.
static void try_value(struct temporary_store *temporary, const char *table, const char *column,
    int64_t row, bool text, bool may_be_null)
{
    static const char *const changes[2][4] = {
        {"@ + 1000003", "@ + 9000000000000", "-@ - 7", "@ * 2 + 1"},
        {"CASE WHEN substr(@, 1, 1) = 'z' THEN 'y' ELSE 'z' END || substr(@, 2)",
            "substr(@, 1, length(@) / 2) || 'z' || substr(@, length(@) / 2 + 1)", "@ || 'z'",
            "@ || char(0) || 'z'"},
    };
    char value[256];
    char sql[512];
    for (size_t i = 0; i < 4 + (size_t)may_be_null; i++) {
        write_change(value, sizeof value, i < 4 ? changes[text][i] : "NULL", column);
        snprintf(sql, sizeof sql, "UPDATE %.40s SET %.40s = %.255s WHERE rowid = %lld", table,
            column, value, (long long)row);
        is_seen(temporary, sql, words_of(table));
    }
}

static void try_empty(struct temporary_store *temporary, const char *table, const char *column,
    int64_t row, bool text)
{
    char sql[256];
    snprintf(sql, sizeof sql, "UPDATE %.40s SET %.40s = %s WHERE rowid = %lld", table, column,
        text ? "''" : "0", (long long)row);
    is_seen(temporary, sql, words_of(table));
}

static void try_column(struct temporary_store *temporary, const char *table, const char *column,
    bool text, bool may_be_null)
{
    sqlite3 *database = temporary->store->database;
    sqlite3_stmt *rows = NULL;
    char sql[256];
    int64_t ids[64];
    bool empty[64];
    size_t count = 0;
    snprintf(sql, sizeof sql, "SELECT rowid, %.40s IS NULL FROM %.40s LIMIT 64", column, table);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &rows, NULL), SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        ids[count] = sqlite3_column_int64(rows, 0);
        empty[count++] = sqlite3_column_int(rows, 1) != 0;
    }
    sqlite3_finalize(rows);
    if (count == 0)
        fail_msg("%s has no row to try", table);
    for (size_t i = 0; i < count; i++)
        if (empty[i])
            try_empty(temporary, table, column, ids[i], text);
        else
            try_value(temporary, table, column, ids[i], text, may_be_null);
}

static void try_table(struct temporary_store *temporary, const char *table)
{
    sqlite3_stmt *columns = NULL;
    char sql[256];
    snprintf(sql, sizeof sql,
        "SELECT name, type = 'TEXT', \"notnull\" = 0 AND pk = 0 FROM pragma_table_info('%.40s')",
        table);
    assert_int_equal(
        sqlite3_prepare_v2(temporary->store->database, sql, -1, &columns, NULL), SQLITE_OK);
    while (sqlite3_step(columns) == SQLITE_ROW)
        try_column(temporary, table, (const char *)sqlite3_column_text(columns, 0),
            sqlite3_column_int(columns, 1) != 0, sqlite3_column_int(columns, 2) != 0);
    sqlite3_finalize(columns);
    snprintf(sql, sizeof sql, "DELETE FROM %.40s WHERE rowid = (SELECT max(rowid) FROM %.40s)",
        table, table);
    is_seen(temporary, sql, "");
}

static void every_byte_of_every_sealed_column_counts(void **state)
{
    struct temporary_store *temporary = *state;
    sqlite3 *database = temporary->store->database;
    char guarded[64][64];
    int count = 0;
    rich_meeting(temporary);
    char *found = differences(temporary);
    assert_string_equal(found, "");
    free(found);
    sqlite3_stmt *tables = NULL;
    assert_int_equal(sqlite3_prepare_v2(database,
                         "SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger'", -1,
                         &tables, NULL),
        SQLITE_OK);
    while (sqlite3_step(tables) == SQLITE_ROW)
        snprintf(guarded[count++], sizeof guarded[0], "%s", sqlite3_column_text(tables, 0));
    sqlite3_finalize(tables);
    assert_int_equal(count, sizeof names / sizeof names[0]);
    unguard(database);
    for (int i = 0; i < count; i++)
        try_table(temporary, guarded[i]);
    execute(database, "ROLLBACK");
    assert_true(tries > 1000);
    print_message("%d changes, all seen\n", tries);
}

static void what_is_added_is_seen(void **state)
{
    static const char *const added[][2] = {
        {"INSERT INTO record (id, meeting_id, item_id, kind, text, at)"
         " SELECT 42, meeting_id, item_id, kind, 'Glissé', at FROM record LIMIT 1",
            "ajouté : la ligne de 14:00, Glissé"},
        {"INSERT INTO item (id, meeting_id, position, title, kind, state)"
         " SELECT 42, meeting_id, 9, 'Glissé', kind, 'traite' FROM item LIMIT 1",
            "ajouté : le point 3, Glissé"},
        {"INSERT INTO attendance (id, meeting_id, position, name, role, voice)"
         " SELECT 42, id, 9, 'Glissé', 'membre', 'deliberative' FROM meeting",
            "ajouté : la présence de Glissé"},
        {"INSERT INTO withdrawal SELECT attendance_id, max(item.id) FROM attendance_move, item",
            "modifié : la présence de Agent Accueil"},
        {"INSERT INTO record_axis SELECT max(record.id), max(axis.id) FROM record, axis",
            "modifié : la tâche T-2026-001"},
        {"UPDATE meeting SET state = 'levee'", "l'état de la séance"},
        {"UPDATE meeting SET seal = NULL", "l'empreinte"},
        {"UPDATE meeting SET state = 'levee', seal = NULL, closed_at = NULL",
            "l'état de la séance"},
        {"DELETE FROM closing", "clôtures"},
        {"UPDATE decision SET number = 'COPIL-2026-009'", "modifié : la décision COPIL-2026-009"},
    };
    struct temporary_store *temporary = *state;
    rich_meeting(temporary);
    unguard(temporary->store->database);
    for (size_t i = 0; i < sizeof added / sizeof added[0]; i++)
        is_seen(temporary, added[i][0], added[i][1]);
    execute(temporary->store->database, "ROLLBACK");
}

static struct seal_report report_of(struct temporary_store *temporary, int64_t meeting)
{
    struct seal_report report;
    assert_int_equal(
        seal_check(temporary->store, meeting, &temporary->arena, &report, NULL), STATUS_DONE);
    return report;
}

static int64_t short_meeting(
    struct temporary_store *temporary, const char *committee, struct date date, int64_t *record)
{
    int64_t meeting = prepared_meeting(temporary, committee, date);
    int64_t item = added_item(temporary, meeting, "Point");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    *record = noted(temporary, item, RECORD_NOTE, "Dit");
    return meeting;
}

static void a_seal_is_chained_to_the_one_before(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t record;
    int64_t first = short_meeting(temporary, "COPIL", march, &record);
    closed(temporary, first);
    int64_t other = short_meeting(temporary, "COTECH", march, &record);
    closed(temporary, other);
    int64_t second = short_meeting(temporary, "COPIL", date_of_day(2026, 4, 9), &record);
    closed(temporary, second);
    int64_t third = short_meeting(temporary, "COPIL", date_of_day(2026, 4, 9), &record);
    closed(temporary, third);
    sqlite3 *database = temporary->store->database;
    char sql[160];
    snprintf(sql, sizeof sql, "UPDATE meeting SET seal = replace(seal, 'a', 'b') WHERE id = %lld",
        (long long)first);
    unguard(database);
    execute(database, sql);
    assert_int_equal(report_of(temporary, first).state, SEAL_DIFFERS);
    assert_int_equal(report_of(temporary, second).state, SEAL_DIFFERS);
    assert_int_equal(report_of(temporary, third).state, SEAL_HOLDS);
    assert_int_equal(report_of(temporary, other).state, SEAL_HOLDS);
    execute(database, "ROLLBACK");
}

// A copy that leaves out what is confidential keeps the hashes, and its seal is still checked.
static void a_copy_without_what_is_confidential_is_checked(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t record;
    int64_t meeting = short_meeting(temporary, "COPIL", march, &record);
    MUST_CHANGE(temporary, record_set_confidential(gesture, record, true, &problem));
    int64_t secret = added_item(temporary, meeting, "Situation d'une famille");
    MUST_CHANGE(temporary, item_set_confidential(gesture, secret, true, &problem));
    int64_t below = noted(temporary, secret, RECORD_NOTE, "Dit en confiance");
    closed(temporary, meeting);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(DISTINCT salt) FROM seal_part WHERE confidential = 1"
                         " AND length(salt) = 32"),
        3);
    sqlite3 *database = temporary->store->database;
    unguard(database);
    execute(database, "DELETE FROM record WHERE id IN (SELECT part_id FROM seal_part"
                      " WHERE confidential = 1); DELETE FROM item WHERE id IN (SELECT part_id"
                      " FROM seal_part WHERE confidential = 1)");
    execute(database, "UPDATE seal_part SET salt = NULL");
    struct seal_report report = report_of(temporary, meeting);
    assert_int_equal(report.state, SEAL_HOLDS);
    assert_int_equal(report.omitted, 3);
    is_seen(temporary, "UPDATE seal_part SET confidential = 1", "l'empreinte");
    is_seen(temporary, "DELETE FROM seal_part WHERE confidential = 1", "l'empreinte");
    is_seen(temporary, "UPDATE item SET title = 'Autre'", "le point 1, Autre");
    execute(database, "ROLLBACK");
    assert_int_not_equal(below, 0);
}

static void a_meeting_closed_before_seals_has_none(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t record;
    int64_t meeting = short_meeting(temporary, "COPIL", march, &record);
    assert_int_equal(report_of(temporary, meeting).state, SEAL_NONE);
    assert_int_equal(
        temporary_store_execute(temporary, "UPDATE meeting SET state = 'close'"), SQLITE_OK);
    assert_int_equal(report_of(temporary, meeting).state, SEAL_NONE);
    // It can be reopened, and is sealed when it is closed again.
    MUST_CHANGE(temporary, meeting_reopen(gesture, meeting, "Motif", &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    assert_int_equal(report_of(temporary, meeting).state, SEAL_HOLDS);
}

int main(void)
{
#define CASE(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        CASE(every_byte_of_every_sealed_column_counts),
        CASE(what_is_added_is_seen),
        CASE(a_seal_is_chained_to_the_one_before),
        CASE(a_copy_without_what_is_confidential_is_checked),
        CASE(a_meeting_closed_before_seals_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
