// SPDX-License-Identifier: GPL-3.0-or-later
// The built program is cut off: nothing accepted is lost, what was half typed is found again where
// it was typed, and a terminal that is still there is given back as it was found.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "stage.h"

static const char found_again[] = "Une saisie interrompue a été retrouvée";
static const char half[] = "à moitié dit, l’été";

// A window in the meeting, on its second item, with a line half typed.
static struct pty *open_with_half_a_line(struct stage *stage)
{
    stage_hold_meeting(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    pty_send(window, "\033[15~");
    pty_wait_for(window, "▌ 2 Calendrier");
    pty_send(window, half);
    pty_wait_for(window, "▌ à moitié dit, l’été");
    return window;
}

static void assert_found_again(struct stage *stage)
{
    struct pty *window = stage_open(stage);
    pty_wait_for(window, found_again);
    pty_wait_for(window, "▌ à moitié dit, l’été");
    pty_wait_for(window, "▌ 2 Calendrier");
    pty_send(window, ", et fini");
    pty_wait_for(window, "▌ à moitié dit, l’été, et fini");
    pty_send(window, "\r");
    pty_wait_until_gone(window, "▌ à moitié");
    pty_wait_for(window, "  à moitié dit, l’été, et fini");
    pty_send(window, "\021");
    assert_int_equal(pty_wait_for_end(window), 0);
    assert_int_equal(
        stage_count(stage, "SELECT count(*) FROM record JOIN item ON item.id = item_id "
                           "WHERE title = 'Calendrier'"),
        1);
    // Accepted: a next window finds nothing half typed.
    window = stage_open(stage);
    pty_wait_for(window, "  à moitié dit, l’été, et fini");
    assert_false(pty_shows(window, found_again));
}

static void test_a_hang_up(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_with_half_a_line(stage);
    pty_signal(window, SIGHUP);
    assert_int_equal(pty_wait_for_end(window), 0);
    pty_assert_given_back(window);
    assert_found_again(stage);
}

static void test_a_terminal_that_goes_away(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_with_half_a_line(stage);
    pty_hang_up(window);
    assert_int_equal(pty_wait_for_end(window), 0);
    assert_found_again(stage);
}

static void test_a_kill(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_with_half_a_line(stage);
    pty_signal(window, SIGKILL);
    assert_int_equal(pty_wait_for_end(window), 128 + SIGKILL);
    assert_found_again(stage);
}

static void test_sigterm(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_with_half_a_line(stage);
    pty_signal(window, SIGTERM);
    assert_int_equal(pty_wait_for_end(window), 0);
    pty_assert_given_back(window);
    assert_found_again(stage);
}

static void test_a_crash(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_with_half_a_line(stage);
    assert_true(pty_is_taken(window));
    pty_signal(window, SIGSEGV);
    assert_int_not_equal(pty_wait_for_end(window), 0);
    pty_assert_given_back(window);
    assert_found_again(stage);
}

static void test_leaving_with_half_a_line(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_with_half_a_line(stage);
    pty_send(window, "\021");
    assert_int_equal(pty_wait_for_end(window), 0);
    pty_assert_given_back(window);
    assert_found_again(stage);
}

static void test_a_kill_while_another_screen_is_shown(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_with_half_a_line(stage);
    pty_send(window, "\033");
    pty_wait_for(window, "écrire");
    pty_send(window, "s");
    pty_wait_for(window, "COPIL-2024-01-18");
    pty_signal(window, SIGKILL);
    pty_wait_for_end(window);
    assert_found_again(stage);
}

static void test_a_kill_while_something_else_is_asked(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_with_half_a_line(stage);
    pty_send(window, "\033");
    pty_wait_for(window, "Commandes");
    pty_send(window, "\033[17~");
    pty_wait_for(window, "›▌ 2 Calendrier");
    pty_send(window, "aUn titre");
    pty_wait_for(window, "▌ Un titre");
    pty_signal(window, SIGKILL);
    pty_wait_for_end(window);
    window = stage_open(stage);
    pty_wait_for(window, "▌ Un titre");
    pty_wait_for(window, "▌ à moitié dit, l’été");
    pty_send(window, "\r");
    pty_wait_for(window, "Un titre");
    pty_wait_for(window, "▌ à moitié dit, l’été");
}

static void test_leaving_by_q(void **state)
{
    struct stage *stage = *state;
    stage_play(stage, "");
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "? aide");
    pty_send(window, "q");
    assert_int_equal(pty_wait_for_end(window), 0);
    pty_assert_given_back(window);
}

static void test_a_half_answered_question_is_asked_again(void **state)
{
    struct stage *stage = *state;
    stage_play(stage, "");
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "? aide");
    pty_send(window, "sn\r");
    pty_wait_for(window, "Date de la séance · Comité de pilotage");
    pty_send(window, "18 jan");
    pty_wait_for(window, "▌ 18 jan");
    pty_signal(window, SIGKILL);
    pty_wait_for_end(window);
    window = stage_open(stage);
    pty_wait_for(window, "Date de la séance · Comité de pilotage");
    pty_wait_for(window, "▌ 18 jan");
    pty_send(window, "vier 2024");
    pty_wait_for(window, "jeudi 18 janvier 2024");
    pty_send(window, "\r");
    pty_wait_for(window, "COPIL-2024-01-18");
}

static void test_a_half_made_correction_is_found_again(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    stage_record(window, "*Texte", "* Texte");
    pty_send(window, "\033[A");
    pty_wait_for(window, "i écrire");
    pty_send(window, "\r corrigé");
    pty_wait_for(window, "Texte corrigé");
    pty_signal(window, SIGKILL);
    pty_wait_for_end(window);
    window = stage_open(stage);
    pty_wait_for(window, found_again);
    pty_wait_for(window, "Texte corrigé");
    pty_send(window, "\r");
    pty_wait_for(window, "* Texte corrigé");
    pty_wait_for(window, "correction : Texte corrigé");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 1);
}

// Lines are sent faster than they are shown, and the kill falls anywhere after the first of them:
// those that were shown are there, none is there twice, none without those before it.
static void test_kills_lose_no_line(void **state)
{
    enum { ROUNDS = 6, BURST = 4 };
    struct stage *stage = *state;
    char line[64];
    stage_hold_meeting(stage);
    for (int round = 0; round < ROUNDS; round++) {
        struct pty *window = stage_open(stage);
        pty_wait_for(window, "▌");
        for (int i = 0; i < BURST; i++) {
            snprintf(line, sizeof line, "fait %d%d\r", round, i);
            pty_send(window, line);
        }
        snprintf(line, sizeof line, "  fait %d%d", round, round % BURST);
        pty_wait_for(window, line);
        pty_signal(window, SIGKILL);
        pty_wait_for_end(window);
        snprintf(
            line, sizeof line, "SELECT count(*) FROM record WHERE text GLOB 'fait %d?'", round);
        long long kept = stage_count(stage, line);
        assert_true(kept > round % BURST && kept <= BURST);
        // What came behind the last one kept is dropped, so that the next round begins anew.
        window = stage_open(stage);
        pty_wait_for(window, "▌");
        pty_send(window, "\001\013");
        pty_wait_for(window, "▌\n");
        pty_send(window, "\021");
        assert_int_equal(pty_wait_for_end(window), 0);
        pty_destroy(window);
        pty_destroy(stage->windows[0]);
        stage->windows[0] = NULL;
        stage->windows[1] = NULL;
    }
    assert_int_equal(stage_count(stage, "SELECT count(*) - count(DISTINCT text) FROM record"), 0);
    assert_int_equal(
        stage_count(stage, "SELECT count(*) FROM record AS one WHERE text NOT LIKE '%0' AND "
                           "NOT EXISTS (SELECT 1 FROM record AS before WHERE before.id < one.id "
                           "AND before.text = printf('fait %02d', substr(one.text, 6) - 1))"),
        0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, stage_set, stage_clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_hang_up),
        TEST(test_a_terminal_that_goes_away),
        TEST(test_a_kill),
        TEST(test_sigterm),
        TEST(test_a_crash),
        TEST(test_leaving_with_half_a_line),
        TEST(test_a_kill_while_another_screen_is_shown),
        TEST(test_a_kill_while_something_else_is_asked),
        TEST(test_leaving_by_q),
        TEST(test_a_half_answered_question_is_asked_again),
        TEST(test_a_half_made_correction_is_found_again),
        TEST(test_kills_lose_no_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
