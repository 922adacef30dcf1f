// SPDX-License-Identifier: GPL-3.0-or-later
// Changesets without some of their rows, tried on those that gestures made.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "held_meeting.h"
#include "store/changeset_filter.h"
#include "store/connection.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

static bool none_goes(const char *table, int64_t id, void *context)
{
    (void)table;
    (void)id;
    (void)context;
    return false;
}

static bool all_go(const char *table, int64_t id, void *context)
{
    (void)table;
    (void)id;
    (void)context;
    return true;
}

struct wanted {
    const char *table;
    int64_t id;
};

static bool wanted_goes(const char *table, int64_t id, void *context)
{
    const struct wanted *wanted = context;
    return strcmp(table, wanted->table) == 0 && (wanted->id == 0 || id == wanted->id);
}

// Every kind of change: rows made, changed and deleted, of several tables.
static int64_t make_gestures(struct temporary_store *temporary)
{
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t item = added_item(temporary, meeting, "Places");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    int64_t record = noted(temporary, item, RECORD_TASK, "Chiffrer");
    struct entry fact = {.kind = RECORD_DECISION, .text = "Ouvrir"};
    MUST_CHANGE(temporary, record_set(gesture, record, &fact, &problem));
    MUST_CHANGE(temporary, meeting_set_place(gesture, meeting, "Salle", &problem));
    noted(temporary, item, RECORD_NOTE, "Dit");
    return record;
}

static int count_changes(const void *bytes, size_t length, const struct wanted *wanted)
{
    sqlite3_changeset_iter *iterator = NULL;
    int count = 0;
    assert_int_equal(
        sqlite3changeset_start(&iterator, (int)length, (void *)(uintptr_t)bytes), SQLITE_OK);
    while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
        const char *table = NULL;
        sqlite3_value *id = NULL;
        int columns, operation, indirect;
        sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect);
        if (operation == SQLITE_INSERT)
            sqlite3changeset_new(iterator, 0, &id);
        else
            sqlite3changeset_old(iterator, 0, &id);
        count += wanted == NULL || (strcmp(table, wanted->table) == 0 &&
                                       (wanted->id == 0 || sqlite3_value_int64(id) == wanted->id));
    }
    assert_int_equal(sqlite3changeset_finalize(iterator), SQLITE_OK);
    return count;
}

typedef int changeset_trial(const struct changeset *changeset, void *context);

// Tries every changeset of the journal; gives the sum of what the trials give.
static int try_all(struct temporary_store *temporary, changeset_trial *trial, void *context)
{
    sqlite3_stmt *rows = NULL;
    int sum = 0;
    assert_int_equal(sqlite3_prepare_v2(temporary->store->database, "SELECT changeset FROM journal",
                         -1, &rows, NULL),
        SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        size_t length = (size_t)sqlite3_column_bytes(rows, 0);
        void *bytes = malloc(length);
        assert_non_null(bytes);
        memcpy(bytes, sqlite3_column_blob(rows, 0), length);
        sum += trial(&(struct changeset){bytes, length}, context);
        free(bytes);
    }
    sqlite3_finalize(rows);
    return sum;
}

static int is_the_same(const struct changeset *changeset, void *context)
{
    (void)context;
    struct buffer left = {0};
    assert_true(changeset_without(changeset, none_goes, NULL, &left));
    assert_int_equal(left.length, changeset->length);
    assert_memory_equal(left.bytes, changeset->bytes, left.length);
    buffer_clear(&left);
    return 1;
}

static int is_empty(const struct changeset *changeset, void *context)
{
    (void)context;
    struct buffer left = {0};
    assert_true(changeset_without(changeset, all_go, NULL, &left));
    assert_int_equal(left.length, 0);
    buffer_clear(&left);
    return 1;
}

static int loses_the_wanted(const struct changeset *changeset, void *context)
{
    struct buffer left = {0};
    int before = count_changes(changeset->bytes, changeset->length, NULL);
    int wanted = count_changes(changeset->bytes, changeset->length, context);
    assert_true(changeset_without(changeset, wanted_goes, context, &left));
    assert_int_equal(count_changes(buffer_text(&left), left.length, NULL), before - wanted);
    assert_int_equal(count_changes(buffer_text(&left), left.length, context), 0);
    buffer_clear(&left);
    return wanted;
}

// What is cut or damaged is refused or read; nothing outside it is.
static int is_read_safely(const struct changeset *changeset, void *context)
{
    (void)context;
    for (size_t length = 0; length < changeset->length; length++) {
        unsigned char *cut = malloc(length + 1);
        struct buffer left = {0};
        assert_non_null(cut);
        memcpy(cut, changeset->bytes, length);
        changeset_without(&(struct changeset){cut, length}, none_goes, NULL, &left);
        for (unsigned byte = 0; length > 0 && byte < 256; byte += 51) {
            cut[length / 2] = (unsigned char)byte;
            buffer_reset(&left);
            changeset_without(&(struct changeset){cut, length}, none_goes, NULL, &left);
        }
        buffer_clear(&left);
        free(cut);
    }
    return 1;
}

static void rows_go_and_others_stay(void **state)
{
    struct temporary_store *temporary = *state;
    struct wanted wanted[] = {
        {"record", make_gestures(temporary)}, {"decision", 0}, {"item", 0}, {"no_such_table", 0}};
    assert_true(try_all(temporary, is_the_same, NULL) > 5);
    try_all(temporary, is_empty, NULL);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        assert_int_equal(try_all(temporary, loses_the_wanted, &wanted[i]) > 0, i < 3);
}

static void damaged_bytes_are_read_safely(void **state)
{
    struct temporary_store *temporary = *state;
    make_gestures(temporary);
    assert_true(try_all(temporary, is_read_safely, NULL) > 5);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(rows_go_and_others_stay),
        TEST(damaged_bytes_are_read_safely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
