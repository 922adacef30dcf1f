// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "store/connection.h"
#include "store/journal.h"
#include "store/store_open.h"
#include "store/undo.h"
#include "temporary_store.h"

static void change(struct temporary_store *temporary, const char *sql, const char *sentence)
{
    struct gesture *gesture = gesture_must_begin(temporary->store);
    struct statement statement;
    struct problem problem = {0};
    statement_open(&statement, temporary->store, arena_copy(&temporary->arena, sql));
    if (statement_run(&statement, &problem) != STATUS_DONE)
        fail_msg("%s: %s", sql, problem.sentence);
    gesture_must_commit(gesture, sentence);
}

static void rename_axis(struct temporary_store *temporary, int number, const char *label)
{
    change(temporary,
        arena_format(
            &temporary->arena, "UPDATE axis SET label = '%s' WHERE number = %d", label, number),
        label);
}

static bool axis_is(const struct temporary_store *temporary, int number, const char *label)
{
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM axis WHERE number = %d AND label = '%s'",
        number, label);
    return temporary_store_number(temporary, sql) == 1;
}

typedef enum status find_next(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem);
typedef enum status take_it(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem);

// NULL when there is nothing to take.
static const char *step(struct temporary_store *temporary, find_next *find, take_it *take)
{
    struct journal_entry entry;
    struct problem problem = {0};
    bool found = false;
    const char *sentence = NULL;
    assert_int_equal(
        find(temporary->store, &temporary->arena, &entry, &found, &problem), STATUS_DONE);
    if (!found)
        return NULL;
    if (take(temporary->store, entry.id, &temporary->arena, &sentence, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    assert_string_equal(sentence, entry.sentence);
    return sentence;
}

static const char *undo(struct temporary_store *temporary)
{
    return step(temporary, journal_next_undo, journal_undo);
}

static const char *redo(struct temporary_store *temporary)
{
    return step(temporary, journal_next_redo, journal_redo);
}

static int64_t gesture_named(const struct temporary_store *temporary, const char *sentence)
{
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT id FROM journal WHERE sentence = '%s' AND kind = 'gesture'",
        sentence);
    return temporary_store_number(temporary, sql);
}

static void case_98_undo_and_redo_walk_through_the_gestures(void **state)
{
    struct temporary_store *temporary = *state;
    rename_axis(temporary, 6, "un");
    rename_axis(temporary, 6, "deux");
    rename_axis(temporary, 9, "trois");
    assert_string_equal(undo(temporary), "trois");
    assert_string_equal(undo(temporary), "deux");
    assert_true(axis_is(temporary, 6, "un"));
    assert_string_equal(redo(temporary), "deux");
    assert_true(axis_is(temporary, 6, "deux"));
    assert_string_equal(redo(temporary), "trois");
    assert_null(redo(temporary));
    assert_string_equal(undo(temporary), "trois");
    assert_string_equal(undo(temporary), "deux");
    assert_string_equal(undo(temporary), "un");
    assert_null(undo(temporary));
}

static void they_do_so_after_a_restart_too(void **state)
{
    struct temporary_store *temporary = *state;
    rename_axis(temporary, 6, "un");
    rename_axis(temporary, 6, "deux");
    temporary_store_reopen(temporary);
    assert_string_equal(undo(temporary), "deux");
    temporary_store_reopen(temporary);
    assert_string_equal(redo(temporary), "deux");
    assert_true(axis_is(temporary, 6, "deux"));
}

static void a_new_gesture_empties_redo(void **state)
{
    struct temporary_store *temporary = *state;
    rename_axis(temporary, 6, "un");
    undo(temporary);
    rename_axis(temporary, 9, "deux");
    assert_null(redo(temporary));
    const char *sentence = NULL;
    assert_int_equal(journal_redo(temporary->store, gesture_named(temporary, "un"),
                         &temporary->arena, &sentence, NULL),
        STATUS_REFUSED);
    assert_string_equal(undo(temporary), "deux");
    assert_string_equal(redo(temporary), "deux");
    assert_null(redo(temporary));
}

static void what_another_window_did_is_undone_as_well(void **state)
{
    struct temporary_store *temporary = *state;
    struct store *first = temporary->store;
    struct store *second = NULL;
    struct journal_entry entry;
    bool found = false;
    assert_int_equal(store_open(&second, &temporary->options, NULL), STATUS_DONE);
    rename_axis(temporary, 6, "un");
    temporary->store = second;
    assert_int_equal(
        journal_next_undo(second, &temporary->arena, &entry, &found, NULL), STATUS_DONE);
    assert_true(found && !entry.by_this_window);
    assert_string_equal(undo(temporary), "un");
    rename_axis(temporary, 9, "deux");
    assert_int_equal(
        journal_next_undo(second, &temporary->arena, &entry, &found, NULL), STATUS_DONE);
    assert_true(found && entry.by_this_window);
    store_destroy(second);
    temporary->store = first;
}

static void an_older_gesture_is_undone_alone_where_nothing_needs_it(void **state)
{
    struct temporary_store *temporary = *state;
    const char *sentence = NULL;
    rename_axis(temporary, 6, "un");
    rename_axis(temporary, 9, "deux");
    assert_int_equal(journal_undo(temporary->store, gesture_named(temporary, "un"),
                         &temporary->arena, &sentence, NULL),
        STATUS_DONE);
    assert_false(axis_is(temporary, 6, "un"));
    assert_true(axis_is(temporary, 9, "deux"));
    struct problem problem = {0};
    assert_int_equal(journal_undo(temporary->store, gesture_named(temporary, "un"),
                         &temporary->arena, &sentence, &problem),
        STATUS_REFUSED);
    assert_non_null(strstr(problem.sentence, "déjà annulé"));
}

static void must_name(struct temporary_store *temporary, const char *first, const char *later)
{
    struct problem problem = {0};
    const char *sentence = NULL;
    int64_t before = temporary_store_number(temporary, "SELECT count(*) FROM journal");
    assert_int_equal(journal_undo(temporary->store, gesture_named(temporary, first),
                         &temporary->arena, &sentence, &problem),
        STATUS_REFUSED);
    if (strstr(problem.sentence, later) == NULL)
        fail_msg("«%s» does not name «%s»", problem.sentence, later);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM journal"), before);
}

static void the_later_gesture_on_the_same_row_is_named(void **state)
{
    struct temporary_store *temporary = *state;
    rename_axis(temporary, 6, "un");
    rename_axis(temporary, 9, "ailleurs");
    rename_axis(temporary, 6, "deux");
    rename_axis(temporary, 10, "plus loin");
    must_name(temporary, "un", "deux");
    assert_true(axis_is(temporary, 6, "deux"));
}

static void the_later_gesture_on_a_row_that_needs_it_is_named(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t committee = store_new_id(temporary->store);
    int64_t meeting = store_new_id(temporary->store);
    change(temporary,
        arena_format(&temporary->arena,
            "INSERT INTO committee (id, code, label, kind, authority, position)"
            " VALUES (%lld, 'GT2', 'x', 'gt', 'propose', 9)",
            (long long)committee),
        "instance faite");
    rename_axis(temporary, 9, "ailleurs");
    change(temporary,
        arena_format(&temporary->arena,
            "INSERT INTO meeting (id, committee_id, reference, date, state)"
            " VALUES (%lld, %lld, 'GT2-2026-03-12', '2026-03-12', 'preparee')",
            (long long)meeting, (long long)committee),
        "séance préparée");
    must_name(temporary, "instance faite", "séance préparée");
}

static void a_barrier_stops_undo_and_names_the_way_on(void **state)
{
    struct temporary_store *temporary = *state;
    rename_axis(temporary, 6, "avant");
    struct gesture *gesture = gesture_must_begin(temporary->store);
    struct statement statement;
    statement_open(
        &statement, temporary->store, "UPDATE axis SET label = 'close' WHERE number = 9");
    assert_int_equal(statement_run(&statement, NULL), STATUS_DONE);
    gesture_set_barrier(gesture, BARRIER_CLOSING);
    gesture_must_commit(gesture, "clôture");
    rename_axis(temporary, 10, "après");
    assert_string_equal(undo(temporary), "après");
    struct journal_entry entry;
    bool found = false;
    assert_int_equal(
        journal_next_undo(temporary->store, &temporary->arena, &entry, &found, NULL), STATUS_DONE);
    assert_true(found);
    assert_int_equal(entry.barrier, BARRIER_CLOSING);
    must_name(temporary, "clôture", "réouverture");
    must_name(temporary, "avant", "clôture");
    assert_true(axis_is(temporary, 6, "avant"));
}

static void the_history_lists_latest_first_with_ranks(void **state)
{
    struct temporary_store *temporary = *state;
    struct journal_page page;
    rename_axis(temporary, 6, "un");
    rename_axis(temporary, 6, "deux");
    undo(temporary);
    assert_int_equal(
        journal_list(temporary->store, 0, 2, &temporary->arena, &page, NULL), STATUS_DONE);
    assert_int_equal(page.count, 2);
    assert_int_equal(page.entries[0].rank, 3);
    assert_string_equal(page.entries[0].sentence, "annulé : deux");
    assert_true(page.entries[1].undone);
    assert_int_equal(
        journal_list(temporary->store, page.entries[1].id, 5, &temporary->arena, &page, NULL),
        STATUS_DONE);
    assert_int_equal(page.count, 1);
    assert_int_equal(page.entries[0].rank, 1);
    assert_string_equal(page.entries[0].sentence, "un");
}

static void a_code_that_is_taken_since_is_not_given_back(void **state)
{
    struct temporary_store *temporary = *state;
    change(temporary, "UPDATE action SET code = '6.90' WHERE code = '6.1'", "code changé");
    change(temporary, "UPDATE action SET code = '6.1' WHERE code = '9.1'", "code repris");
    must_name(temporary, "code changé", "6.1");
    assert_string_equal(undo(temporary), "code repris");
    assert_string_equal(undo(temporary), "code changé");
}

static void reading_alone_undoes_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    const char *sentence = NULL;
    rename_axis(temporary, 6, "un");
    temporary->options.read_only = true;
    temporary_store_reopen(temporary);
    assert_int_equal(journal_undo(temporary->store, gesture_named(temporary, "un"),
                         &temporary->arena, &sentence, NULL),
        STATUS_SYSTEM);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(case_98_undo_and_redo_walk_through_the_gestures),
        TEST(they_do_so_after_a_restart_too),
        TEST(a_new_gesture_empties_redo),
        TEST(what_another_window_did_is_undone_as_well),
        TEST(an_older_gesture_is_undone_alone_where_nothing_needs_it),
        TEST(the_later_gesture_on_the_same_row_is_named),
        TEST(the_later_gesture_on_a_row_that_needs_it_is_named),
        TEST(a_barrier_stops_undo_and_names_the_way_on),
        TEST(the_history_lists_latest_first_with_ranks),
        TEST(a_code_that_is_taken_since_is_not_given_back),
        TEST(reading_alone_undoes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
