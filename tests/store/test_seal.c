// SPDX-License-Identifier: GPL-3.0-or-later
// After closing, no program changes what is sealed: neither this one's connection nor the stock
// shell's, which runs without recursive triggers and without foreign keys.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "held_meeting.h"
#include "store/connection.h"
#include "store/item_document.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

struct sealed_table {
    const char *name, *owner; // the column of what it belongs to
};

static const struct sealed_table tables[] = {
    {"meeting", NULL},
    {"item", "meeting_id"},
    {"item_axis", "item_id"},
    {"item_objective", "item_id"},
    {"item_action", "item_id"},
    {"item_document", "item_id"},
    {"record", "meeting_id"},
    {"decision", "record_id"},
    {"task", "record_id"},
    {"record_mention", "record_id"},
    {"record_axis", "record_id"},
    {"record_objective", "record_id"},
    {"record_action", "record_id"},
    {"ballot", "meeting_id"},
    {"ballot_voice", "ballot_id"},
};

// Somebody at the meeting, who voted by name.
static void hold_ballot(struct temporary_store *temporary, int64_t meeting)
{
    char sql[1024];
    long long id = (long long)store_new_id(temporary->store);
    snprintf(sql, sizeof sql,
        "INSERT INTO attendance (id, meeting_id, position, name, role, voice, presence)"
        " VALUES (%lld, %lld, 1, 'Gérant Logement', 'membre', 'deliberative', 'present');"
        "INSERT INTO ballot (id, meeting_id, item_id, mode, manner, in_favour, against,"
        " abstentions, majority, present, voters, members, quorum, quorum_reached, result,"
        " sentence, at) SELECT %lld, meeting_id, id, 'nominal', 'vote', 1, 0, 0, 'simple', 1, 1,"
        " 1, '1 présent sur 1', 1, 'adopte', 'À l''unanimité', '2026-03-12T14:00:00'"
        " FROM item WHERE meeting_id = %lld;"
        "INSERT INTO ballot_voice (ballot_id, attendance_id, choice) VALUES (%lld, %lld, 'pour')",
        id, (long long)meeting, id, (long long)meeting, id, id);
    assert_int_equal(temporary_store_execute(temporary, sql), SQLITE_OK);
}

static void hold_meeting(struct temporary_store *temporary, const char *committee, int64_t *meeting)
{
    struct entry_link links[] = {
        {PLAN_AXIS, 0, "6"}, {PLAN_OBJECTIVE, 0, "6.A"}, {PLAN_ACTION, 0, "9.1"}};
    struct entry_mention mention = {"Mme Voirie", 0, true};
    links[0].id = temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 6");
    links[1].id = temporary_store_number(temporary, "SELECT id FROM objective");
    links[2].id = temporary_store_number(temporary, "SELECT id FROM action WHERE code = '9.1'");
    *meeting = prepared_meeting(temporary, committee, day);
    int64_t item = added_item(temporary, *meeting, "Point");
    MUST_CHANGE(temporary, item_link(gesture, item, links, 3, &problem));
    MUST_CHANGE(temporary, item_document_add(gesture, store_new_id(temporary->store), item,
                               "Bilan : bilan.odt", &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, *meeting, &problem));
    for (enum record_kind kind = RECORD_NOTE; kind <= RECORD_TASK; kind++) {
        struct entry fact = {.kind = kind,
            .text = "Dit",
            .mentions = &mention,
            .mention_count = 1,
            .links = links,
            .link_count = 3};
        MUST_CHANGE(
            temporary, record_add(gesture, store_new_id(temporary->store), item, &fact, &problem));
    }
}

static void prepare(struct temporary_store *temporary)
{
    int64_t closed_one = 0;
    int64_t open_one = 0;
    assert_int_equal(temporary_store_execute(temporary,
                         "INSERT INTO objective (id, code, axis_id, label, position)"
                         " SELECT 900001, '6.A', id, 'Objectif', 1 FROM axis WHERE number = 6"),
        SQLITE_OK);
    hold_meeting(temporary, "COPIL", &closed_one);
    hold_meeting(temporary, "COTECH", &open_one);
    hold_ballot(temporary, closed_one);
    hold_ballot(temporary, open_one);
    closed(temporary, closed_one);
}

// The connections that try: the stock shell's, and one with this program's own settings.
struct attempt {
    sqlite3 *database;
    const char *who;
};

static void is_refused(const struct attempt *attempt, const char *sql)
{
    char *message = NULL;
    int code = sqlite3_exec(attempt->database, sql, NULL, NULL, &message);
    if (code == SQLITE_OK)
        fail_msg("%s: accepted: %s", attempt->who, sql);
    if (message == NULL || strstr(message, "séance close") == NULL)
        fail_msg("%s: %s: %s", attempt->who, message == NULL ? "" : message, sql);
    sqlite3_free(message);
}

// Each column of the closed meeting's rows set to what it is already.
static void for_each_column(const struct attempt *attempt, const char *table, const char *where)
{
    sqlite3_stmt *columns = NULL;
    char sql[1024];
    int count = 0;
    snprintf(sql, sizeof sql, "SELECT name FROM pragma_table_info('%s')", table);
    assert_int_equal(sqlite3_prepare_v2(attempt->database, sql, -1, &columns, NULL), SQLITE_OK);
    while (sqlite3_step(columns) == SQLITE_ROW) {
        const char *column = (const char *)sqlite3_column_text(columns, 0);
        snprintf(sql, sizeof sql, "UPDATE %s SET %s = %s WHERE %s", table, column, column, where);
        is_refused(attempt, sql);
        snprintf(sql, sizeof sql, "UPDATE OR REPLACE %s SET %s = %s WHERE %s", table, column,
            column, where);
        is_refused(attempt, sql);
        count++;
    }
    sqlite3_finalize(columns);
    assert_true(count > 1);
}

// Which rows of the table belong to a meeting in `state`.
static void write_where(char where[512], const struct sealed_table *table, const char *state)
{
    static const struct {
        const char *owner, *ids;
    } owners[] = {
        {"item_id", "SELECT item.id FROM item JOIN meeting ON meeting.id = meeting_id"},
        {"record_id", "SELECT record.id FROM record JOIN meeting ON meeting.id = meeting_id"},
        {"ballot_id", "SELECT ballot.id FROM ballot JOIN meeting ON meeting.id = meeting_id"},
    };
    const char *ids = "";
    for (size_t i = 0; table->owner != NULL && i < sizeof owners / sizeof owners[0]; i++)
        if (strcmp(table->owner, owners[i].owner) == 0)
            ids = owners[i].ids;
    if (table->owner == NULL)
        snprintf(where, 512, "state = '%s'", state);
    else if (strcmp(table->owner, "meeting_id") == 0)
        snprintf(where, 512, "meeting_id IN (SELECT id FROM meeting WHERE state = '%s')", state);
    else
        snprintf(where, 512, "%s IN (%s WHERE meeting.state = '%s')", table->owner, ids, state);
}

static void try_to_delete(
    const struct attempt *attempt, const struct sealed_table *table, const char *sealed)
{
    char sql[1024];
    snprintf(sql, sizeof sql, "DELETE FROM %s WHERE %s", table->name, sealed);
    is_refused(attempt, sql);
}

// Rows of the closed meeting put once more, over themselves.
static void try_to_insert(
    const struct attempt *attempt, const struct sealed_table *table, const char *sealed)
{
    static const char *const verbs[] = {
        "INSERT", "INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT OR FAIL"};
    char sql[1024];
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        snprintf(sql, sizeof sql, "%s INTO %s SELECT * FROM %s WHERE %s", verbs[i], table->name,
            table->name, sealed);
        is_refused(attempt, sql);
    }
}

// Rows of the open meeting moved into the closed one.
static void try_to_move(const struct attempt *attempt, const struct sealed_table *table,
    const char *sealed, const char *open)
{
    char sql[2048];
    if (table->owner == NULL)
        return;
    snprintf(sql, sizeof sql, "UPDATE OR REPLACE %s SET %s = (SELECT %s FROM %s WHERE %s) WHERE %s",
        table->name, table->owner, table->owner, table->name, sealed, open);
    is_refused(attempt, sql);
}

static void try_all(const struct attempt *attempt)
{
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        char sealed[512];
        char open[512];
        write_where(sealed, &tables[i], "close");
        write_where(open, &tables[i], "ouverte");
        for_each_column(attempt, tables[i].name, sealed);
        try_to_delete(attempt, &tables[i], sealed);
        try_to_insert(attempt, &tables[i], sealed);
        try_to_move(attempt, &tables[i], sealed, open);
    }
}

static void nobody_changes_a_closed_meeting(void **state)
{
    struct temporary_store *temporary = *state;
    prepare(temporary);
    char *before = file_text(temporary);
    struct attempt shell = {.who = "shell"};
    assert_int_equal(sqlite3_open(temporary->path, &shell.database), SQLITE_OK);
    try_all(&shell);
    sqlite3_close(shell.database);
    // This program's own connection, inside a gesture.
    struct attempt own = {temporary->store->database, "greffe"};
    struct gesture *gesture = gesture_must_begin(temporary->store);
    try_all(&own);
    gesture_cancel(gesture);
    char *after = file_text(temporary);
    assert_string_equal(before, after);
    free(before);
    free(after);
}

// REPLACE takes away, unseen by a trigger of deletion, the row that has the same key or the same
// unique text: a row of the open meeting must not drive out one of the closed meeting so.
static void nobody_drives_a_sealed_row_out(void **state)
{
    struct temporary_store *temporary = *state;
    static const char *const thefts[] = {
        "UPDATE OR REPLACE record SET id = (SELECT max(record.id) FROM record JOIN meeting"
        " ON meeting.id = meeting_id WHERE state = 'close') WHERE id = (SELECT max(record.id)"
        " FROM record JOIN meeting ON meeting.id = meeting_id WHERE state = 'ouverte')",
        "UPDATE OR REPLACE item SET id = (SELECT max(item.id) FROM item JOIN meeting"
        " ON meeting.id = meeting_id WHERE meeting.state = 'close') WHERE id = (SELECT max(item.id)"
        " FROM item JOIN meeting ON meeting.id = meeting_id WHERE meeting.state = 'ouverte')",
        "UPDATE OR REPLACE ballot SET id = (SELECT min(id) FROM ballot)"
        " WHERE id = (SELECT max(id) FROM ballot)",
        "UPDATE OR REPLACE meeting SET id = (SELECT id FROM meeting WHERE state = 'close')"
        " WHERE state = 'ouverte'",
        "UPDATE OR REPLACE meeting SET reference ="
        " (SELECT reference FROM meeting WHERE state = 'close') WHERE state = 'ouverte'",
        "INSERT OR REPLACE INTO meeting (id, committee_id, reference, date, state)"
        " SELECT 42, committee_id, reference, date, 'preparee' FROM meeting WHERE state = 'close'",
        "UPDATE OR REPLACE decision SET number ="
        " (SELECT number FROM decision WHERE number IS NOT NULL) WHERE number IS NULL",
        "INSERT OR REPLACE INTO decision (record_id, number, outcome, mode)"
        " SELECT 42, number, outcome, mode FROM decision WHERE number IS NOT NULL",
        "UPDATE OR REPLACE task SET reference = 'T-2026-001' WHERE reference <> 'T-2026-001'",
        "INSERT OR REPLACE INTO task (record_id, reference) VALUES (42, 'T-2026-001')",
    };
    prepare(temporary);
    struct attempt shell = {.who = "shell"};
    assert_int_equal(sqlite3_open(temporary->path, &shell.database), SQLITE_OK);
    for (size_t i = 0; i < sizeof thefts / sizeof thefts[0]; i++)
        is_refused(&shell, thefts[i]);
    sqlite3_close(shell.database);
}

// What lives beside the closed meeting goes on.
static void living_rows_go_on(void **state)
{
    struct temporary_store *temporary = *state;
    prepare(temporary);
    static const char *const changes[] = {
        "UPDATE task_life SET state = 'faite', done_on = '2026-04-01'",
        "UPDATE task_life_owner SET name = 'M. Numérique'",
        "INSERT INTO decision_life (decision_id, executed_on)"
        " SELECT record_id, '2026-04-01' FROM decision",
        "INSERT INTO private_note (id, meeting_id, item_id, text, at)"
        " SELECT 42, meeting_id, id, 'À part', '2026-04-01T10:00:00' FROM item LIMIT 1",
        "UPDATE record SET text = 'Dit autrement' WHERE meeting_id ="
        " (SELECT id FROM meeting WHERE state = 'ouverte')",
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++)
        assert_int_equal(temporary_store_execute(temporary, changes[i]), SQLITE_OK);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(nobody_changes_a_closed_meeting),
        TEST(nobody_drives_a_sealed_row_out),
        TEST(living_rows_go_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
