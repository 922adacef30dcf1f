// SPDX-License-Identifier: GPL-3.0-or-later
// The built program on a file that it cannot write: read-only, or held by another program.
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "stage.h"

static sqlite3 *hold_file(const struct stage *stage)
{
    sqlite3 *holder = NULL;
    assert_int_equal(sqlite3_open_v2(stage->file, &holder, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(holder, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    return holder;
}

static void release_file(sqlite3 *holder)
{
    assert_int_equal(sqlite3_exec(holder, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(holder);
}

static void assert_refuses_to_write(struct pty *window)
{
    pty_wait_for(window, "Rien n'est noté");
    pty_send(window, "dit quand même");
    pty_wait_for(window, "▌ dit quand même");
    pty_send(window, "\r");
    pty_wait_for(window, "lecture seule");
    pty_wait_for(window, "▌ dit quand même");
    pty_send(window, "\021");
    assert_int_equal(pty_wait_for_end(window), 0);
    pty_assert_given_back(window);
}

static void test_opened_for_reading(void **state)
{
    struct stage *stage = *state;
    char option[] = "--lecture-seule";
    stage_hold_meeting(stage);
    assert_refuses_to_write(stage_open_sized(stage, 24, 80, option));
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 0);
}

static void test_a_file_that_is_write_protected(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    assert_int_equal(chmod(stage->file, 0400), 0);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Ordre du jour");
    pty_send(window, "\021");
    assert_int_equal(pty_wait_for_end(window), 0);
    pty_assert_given_back(window);
}

// The line stays, one sentence says who holds the file, and Enter again records it once.
static void test_a_file_held_by_another_program(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    sqlite3 *holder = hold_file(stage);
    pty_send(window, "dit pendant ce temps");
    pty_wait_for(window, "▌ dit pendant ce temps");
    pty_send(window, "\r");
    pty_wait_for(window, "est occupé par");
    pty_wait_for(window, "▌ dit pendant ce temps");
    release_file(holder);
    pty_send(window, "\r");
    pty_wait_for(window, "  dit pendant ce temps");
    pty_wait_until_gone(window, "▌ dit");
    pty_send(window, "\021");
    assert_int_equal(pty_wait_for_end(window), 0);
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 1);
}

static void test_a_file_held_when_opened(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    sqlite3 *holder = hold_file(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "occupe");
    assert_int_equal(pty_wait_for_end(window), 4);
    pty_assert_given_back(window);
    release_file(holder);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, stage_set, stage_clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_opened_for_reading),
        TEST(test_a_file_that_is_write_protected),
        TEST(test_a_file_held_by_another_program),
        TEST(test_a_file_held_when_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
