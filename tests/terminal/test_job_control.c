// SPDX-License-Identifier: GPL-3.0-or-later
// The built program under a shell with job control, on terminals of every kind.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "stage.h"

static struct pty *open_meeting_in_shell(struct stage *stage)
{
    stage_hold_meeting(stage);
    struct pty *window = stage_open_in_shell(stage);
    pty_wait_for(window, "Rien n'est noté");
    pty_send(window, "à moitié");
    pty_wait_for(window, "▌ à moitié");
    return window;
}

// The shell has the terminal again, as it was before. `time` tells one answer from the last.
static void wait_for_shell(struct pty *window, int time)
{
    char line[32];
    pty_wait_until_gone(window, "▌ à moitié");
    snprintf(line, sizeof line, "echo le-$((6 * %d))\n", 7 + time);
    pty_send(window, line);
    snprintf(line, sizeof line, "le-%d", 6 * (7 + time));
    pty_wait_for(window, line);
    pty_assert_given_back(window);
}

static void suspend(struct pty *window, int time)
{
    pty_send(window, "\032");
    wait_for_shell(window, time);
}

static void leave_shell(struct pty *window)
{
    pty_send(window, "\021");
    wait_for_shell(window, 3);
    pty_send(window, "exit\n");
    assert_int_equal(pty_wait_for_end(window), 0);
}

static void test_suspended_and_resumed(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_meeting_in_shell(stage);
    for (int round = 0; round < 2; round++) {
        suspend(window, round);
        pty_send(window, "fg\n");
        pty_wait_for(window, "▌ à moitié");
        pty_wait_for(window, "Ordre du jour");
        pty_wait_until_gone(window, "le-42");
        pty_click(window, pty_row_of(window, "2 Calendrier"), 5);
        pty_wait_for(window, "│ 2  Calendrier");
        pty_click(window, pty_row_of(window, "1 Ouverture"), 5);
        pty_wait_for(window, "│ 1  Ouverture");
    }
    leave_shell(window);
}

static void test_resized_while_suspended(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_meeting_in_shell(stage);
    suspend(window, 0);
    pty_resize(window, 30, 100);
    pty_send(window, "fg\n");
    pty_wait_for_on_row(window, "▌ à moitié", 26);
    leave_shell(window);
}

// The line was on the disk before the process stopped.
static void test_killed_while_suspended(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_meeting_in_shell(stage);
    suspend(window, 0);
    pty_send(window, "kill -9 %1\nfg\necho fini-$((6 * 7))\n");
    pty_wait_for(window, "fini-42");
    pty_send(window, "exit\n");
    pty_wait_for_end(window);
    window = stage_open(stage);
    pty_wait_for(window, "▌ à moitié");
}

// A shell that ends hangs up on what it had stopped.
static void test_hung_up_while_suspended(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_meeting_in_shell(stage);
    suspend(window, 0);
    pty_hang_up(window);
    pty_wait_for_end(window);
    window = stage_open(stage);
    pty_wait_for(window, "à moitié");
}

// Nobody could wake it.
static void test_without_a_shell_nothing_stops(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    pty_send(window, "avant\032");
    pty_send(window, " après");
    pty_wait_for(window, "▌ avant après");
}

// Others have written on the terminal while the process was stopped.
static void test_stopped_and_continued_from_outside(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    pty_signal(window, SIGSTOP);
    pty_scribble(window, "\033[2Jautre chose\033[10;10H");
    pty_signal(window, SIGCONT);
    pty_wait_until_gone(window, "autre chose");
    pty_wait_for(window, "Rien n'est noté");
    pty_send(window, "et après");
    pty_wait_for(window, "▌ et après");
}

static void test_control_l_mends_the_screen(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    pty_send(window, "à moitié");
    pty_wait_for(window, "▌ à moitié");
    pty_scribble(window, "\033[2J\033[5;5Hautre chose");
    pty_send(window, "\f");
    pty_wait_until_gone(window, "autre chose");
    pty_wait_for(window, "▌ à moitié");
    pty_wait_for_cursor_on(window, "▌ à moitié");
}

static void assert_refused(struct stage *stage, const char *setting, const char *told)
{
    stage_play(stage, "");
    stage->settings[0] = setting;
    // newterm itself does not free what it made for a terminal that it refuses.
    stage->settings[1] = "ASAN_OPTIONS=detect_leaks=0";
    struct pty *window = stage_open(stage);
    pty_wait_for(window, told);
    assert_int_equal(pty_wait_for_end(window), 4);
    pty_assert_given_back(window);
}

static void test_a_terminal_without_a_name(void **state)
{
    assert_refused(*state, "TERM", "La variable TERM ne dit pas");
}

static void test_a_terminal_with_an_empty_name(void **state)
{
    assert_refused(*state, "TERM=", "La variable TERM ne dit pas");
}

static void test_a_terminal_that_nobody_knows(void **state)
{
    assert_refused(*state, "TERM=jamais-vu", "«jamais-vu» est inconnu");
}

static void test_a_terminal_without_a_cursor(void **state)
{
    assert_refused(*state, "TERM=dumb", "ne sait pas placer son curseur");
}

static void test_a_terminal_that_is_not_utf8(void **state)
{
    assert_refused(*state, "LC_ALL=fr_FR.ISO-8859-15@euro", "ISO-8859-15");
}

static void test_the_posix_locale(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    stage->settings[0] = "LC_ALL=POSIX";
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    stage_record(window, "*L’été à l’Œuvre", "* L’été à l’Œuvre");
}

static void test_old_terminals(void **state)
{
    struct stage *stage = *state;
    static const char *const terminals[] = {
        "TERM=vt100", "TERM=vt220", "TERM=linux", "TERM=xterm", "TERM=screen", "TERM=rxvt"};
    stage_hold_meeting(stage);
    for (size_t i = 0; i < sizeof terminals / sizeof terminals[0]; i++) {
        stage->settings[0] = terminals[i];
        struct pty *window = stage_open(stage);
        pty_wait_for(window, "Rien n'est noté");
        pty_send(window, "été");
        pty_wait_for(window, "▌ été");
        pty_send(window, "\001\013\021");
        assert_int_equal(pty_wait_for_end(window), 0);
        pty_assert_given_back(window);
        pty_destroy(window);
        stage->windows[0] = NULL;
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, stage_set, stage_clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_suspended_and_resumed),
        TEST(test_resized_while_suspended),
        TEST(test_killed_while_suspended),
        TEST(test_hung_up_while_suspended),
        TEST(test_without_a_shell_nothing_stops),
        TEST(test_stopped_and_continued_from_outside),
        TEST(test_control_l_mends_the_screen),
        TEST(test_a_terminal_without_a_name),
        TEST(test_a_terminal_with_an_empty_name),
        TEST(test_a_terminal_that_nobody_knows),
        TEST(test_a_terminal_without_a_cursor),
        TEST(test_a_terminal_that_is_not_utf8),
        TEST(test_the_posix_locale),
        TEST(test_old_terminals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
