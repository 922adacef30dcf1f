// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "store/connection.h"
#include "store/gesture.h"
#include "store/journaled_tables.h"
#include "store/store_open.h"
#include "store/undo.h"
#include "temporary_store.h"

static void run(struct store *store, const char *sql)
{
    struct statement statement;
    struct problem problem = {0};
    statement_open(&statement, store, sql);
    if (statement_run(&statement, &problem) != STATUS_DONE)
        fail_msg("%s: %s", sql, problem.sentence);
}

static void a_gesture_is_kept_with_its_sentence(void **state)
{
    struct temporary_store *temporary = *state;
    struct gesture *gesture = gesture_must_begin(temporary->store);
    struct problem problem = {0};
    run(temporary->store, "UPDATE axis SET label = 'autre' WHERE number = 6");
    assert_int_equal(gesture_commit(gesture, &problem, "axe %d renommé", 6), STATUS_DONE);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM journal WHERE sentence = 'axe 6 renommé'"
                         " AND site = 'poste' AND author = 'secrétaire' AND schema_version = "
                         "(SELECT user_version FROM pragma_user_version)"
                         " AND at = '2026-03-12T14:00:00' AND kind = 'gesture'"),
        1);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM axis WHERE label = 'autre'"), 1);
}

static void a_gesture_that_is_cancelled_leaves_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    struct gesture *gesture = gesture_must_begin(temporary->store);
    run(temporary->store, "UPDATE axis SET label = 'autre'");
    gesture_cancel(gesture);
    gesture_cancel(NULL);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM axis WHERE label = 'autre'"), 0);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM journal"), 0);
}

static void a_gesture_that_changes_nothing_leaves_no_trace(void **state)
{
    struct temporary_store *temporary = *state;
    struct gesture *gesture = gesture_must_begin(temporary->store);
    run(temporary->store, "UPDATE axis SET label = label");
    gesture_must_commit(gesture, "rien");
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM journal"), 0);
}

static void what_a_closed_window_left_open_is_rolled_back(void **state)
{
    struct temporary_store *temporary = *state;
    gesture_must_begin(temporary->store);
    run(temporary->store, "UPDATE axis SET label = 'autre'");
    temporary_store_reopen(temporary);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM axis WHERE label = 'autre'"), 0);
}

static void nothing_is_written_outside_a_gesture(void **state)
{
    struct temporary_store *temporary = *state;
    struct statement statement;
    statement_open(&statement, temporary->store, "UPDATE axis SET label = 'autre'");
    assert_int_not_equal(statement_run(&statement, NULL), STATUS_DONE);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM axis WHERE label = 'autre'"), 0);
}

static void case_103_one_gesture_at_a_time(void **state)
{
    struct temporary_store *temporary = *state;
    struct gesture *gesture = gesture_must_begin(temporary->store);
    struct gesture *second = NULL;
    assert_int_equal(gesture_begin(temporary->store, &second, NULL), STATUS_REFUSED);
    assert_null(second);
    run(temporary->store, "UPDATE axis SET label = 'autre' WHERE number = 6");
    const char *sentence;
    assert_int_equal(
        journal_undo(temporary->store, 1, &temporary->arena, &sentence, NULL), STATUS_REFUSED);
    gesture_must_commit(gesture, "axe renommé");
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM axis WHERE label = 'autre'"), 1);
}

static bool is_journaled(const char *table)
{
    for (size_t i = 0; i < journaled_table_count; i++)
        if (strcmp(journaled_tables[i], table) == 0)
            return true;
    return false;
}

static void every_table_is_journaled_but_those_that_are_not(void **state)
{
    struct temporary_store *temporary = *state;
    struct statement statement;
    size_t journaled = 0;
    statement_open(&statement, temporary->store,
        "SELECT name, name IN ('file', 'counter', 'journal', 'decision_tally', 'reopening',"
        " 'seal_part')"
        " FROM sqlite_schema WHERE type = 'table'");
    while (statement_row(&statement)) {
        const char *name = statement_borrow(&statement, 0);
        if (is_journaled(name) == (statement_integer(&statement, 1) != 0))
            fail_msg("%s", name);
        journaled += is_journaled(name);
    }
    assert_int_equal(statement_finish(&statement, NULL), STATUS_DONE);
    assert_int_equal(journaled, journaled_table_count);
}

static void another_window_is_seen(void **state)
{
    struct temporary_store *temporary = *state;
    struct store *second = NULL;
    struct problem problem = {0};
    assert_int_equal(store_open(&second, &temporary->options, &problem), STATUS_DONE);
    assert_false(store_changed_elsewhere(temporary->store));
    struct gesture *gesture = gesture_must_begin(second);
    run(second, "UPDATE axis SET label = 'autre' WHERE number = 6");
    gesture_must_commit(gesture, "axe 6 renommé");
    assert_true(store_changed_elsewhere(temporary->store));
    assert_false(store_changed_elsewhere(temporary->store));
    assert_false(store_changed_elsewhere(second));
    store_destroy(second);
}

static void ids_grow_and_pass_those_of_the_file(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t last = 0;
    for (int i = 0; i < 10000; i++) {
        int64_t id = store_new_id(temporary->store);
        assert_true(id > last);
        last = id;
    }
    // The clock goes back by a day: a committee made tomorrow is in the file.
    struct gesture *gesture = gesture_must_begin(temporary->store);
    struct statement statement;
    statement_open(&statement, temporary->store,
        "INSERT INTO committee (id, code, label, kind, authority, position)"
        " VALUES (?, 'X1', 'x', 'gt', 'propose', 9)");
    statement_bind_integer(&statement, last + ((int64_t)86400000 << 22));
    assert_int_equal(statement_run(&statement, NULL), STATUS_DONE);
    gesture_must_commit(gesture, "instance");
    temporary_store_reopen(temporary);
    assert_true(store_new_id(temporary->store) > last + ((int64_t)86400000 << 22));
}

static void the_same_seed_gives_the_same_ids(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t first = store_new_id(temporary->store);
    temporary_store_reopen(temporary);
    assert_int_equal(store_new_id(temporary->store), first);
}

static void a_statement_keeps_its_first_failure(void **state)
{
    struct temporary_store *temporary = *state;
    struct statement statement;
    struct problem problem = {0};
    statement_open(&statement, temporary->store, "SELECT id FROM nowhere");
    statement_bind_integer(&statement, 1);
    assert_false(statement_row(&statement));
    assert_int_equal(statement_finish(&statement, &problem), STATUS_SYSTEM);
    assert_non_null(strstr(problem.sentence, "nowhere"));
}

static void a_statement_may_be_used_inside_itself(void **state)
{
    static const char sql[] = "SELECT number FROM axis ORDER BY number LIMIT 2";
    struct temporary_store *temporary = *state;
    struct statement outer;
    struct statement inner;
    int rows = 0;
    statement_open(&outer, temporary->store, sql);
    while (statement_row(&outer)) {
        statement_open(&inner, temporary->store, sql);
        while (statement_row(&inner))
            rows++;
        assert_int_equal(statement_finish(&inner, NULL), STATUS_DONE);
    }
    assert_int_equal(statement_finish(&outer, NULL), STATUS_DONE);
    assert_int_equal(rows, 4);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_gesture_is_kept_with_its_sentence),
        TEST(a_gesture_that_is_cancelled_leaves_nothing),
        TEST(a_gesture_that_changes_nothing_leaves_no_trace),
        TEST(what_a_closed_window_left_open_is_rolled_back),
        TEST(nothing_is_written_outside_a_gesture),
        TEST(case_103_one_gesture_at_a_time),
        TEST(every_table_is_journaled_but_those_that_are_not),
        TEST(another_window_is_seen),
        TEST(ids_grow_and_pass_those_of_the_file),
        TEST(the_same_seed_gives_the_same_ids),
        TEST(a_statement_keeps_its_first_failure),
        TEST(a_statement_may_be_used_inside_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
