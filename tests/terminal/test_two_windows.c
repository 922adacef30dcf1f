// SPDX-License-Identifier: GPL-3.0-or-later
// Two windows of the built program on one file: each shows what the other does.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "stage.h"

static void open_both(struct stage *stage, struct pty **left, struct pty **right)
{
    stage_hold_meeting(stage);
    *left = stage_open(stage);
    pty_wait_for(*left, "Rien n'est noté");
    *right = stage_open(stage);
    pty_wait_for(*right, "Rien n'est noté");
}

static void test_each_shows_the_other_s_gesture(void **state)
{
    struct stage *stage = *state;
    struct pty *left;
    struct pty *right;
    open_both(stage, &left, &right);
    stage_record(left, "*Dit à gauche", "* Dit à gauche");
    pty_wait_for(right, "* Dit à gauche");
    pty_wait_for(right, "Autre fenêtre");
    stage_record(right, "!Décidé à droite", "! Décidé à droite");
    pty_wait_for(left, "! Décidé à droite");
}

static void test_news_leave_what_is_half_typed(void **state)
{
    struct stage *stage = *state;
    struct pty *left;
    struct pty *right;
    open_both(stage, &left, &right);
    pty_send(right, "à moitié");
    pty_wait_for(right, "▌ à moitié");
    stage_record(left, "*Dit à gauche", "* Dit à gauche");
    pty_wait_for(right, "* Dit à gauche");
    pty_wait_for(right, "▌ à moitié");
    pty_send(right, " puis fini");
    pty_wait_for(right, "▌ à moitié puis fini");
    pty_send(right, "\r");
    pty_wait_for(right, "  à moitié puis fini");
    pty_wait_for(left, "  à moitié puis fini");
}

// The window on the right sleeps while the other one writes, so that undo is the first it does.
static void test_undo_first_shows_the_other_s_gesture(void **state)
{
    struct stage *stage = *state;
    struct pty *left;
    struct pty *right;
    open_both(stage, &left, &right);
    stage_record(right, "*Dit à droite", "* Dit à droite");
    pty_wait_for(left, "* Dit à droite");
    pty_signal(right, SIGSTOP);
    stage_record(left, "*Dit à gauche", "* Dit à gauche");
    pty_send(right, "\033[19~");
    pty_signal(right, SIGCONT);
    pty_wait_for(right, "Une autre fenêtre vient de faire");
    pty_wait_for(right, "* Dit à gauche");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 2);
    pty_send(right, "\033[19~");
    pty_wait_until_gone(right, "* Dit à gauche");
    pty_wait_for(right, "Annulé : information : Dit à gauche");
    pty_wait_until_gone(left, "* Dit à gauche");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 1);
    pty_send(left, "\033[24~");
    pty_wait_for(left, "* Dit à gauche");
}

static void test_a_window_sees_the_meeting_close(void **state)
{
    struct stage *stage = *state;
    struct pty *left;
    struct pty *right;
    open_both(stage, &left, &right);
    pty_send(right, "à moitié");
    pty_wait_for(right, "▌ à moitié");
    pty_send(left, "\033[20~");
    pty_wait_for(left, "La séance est levée");
    pty_wait_for(right, "levée");
    pty_send(left, "\033[20~");
    pty_wait_for(left, "C clôt la séance");
    pty_send(left, "C");
    pty_wait_for(left, "close");
    pty_wait_for(right, "close");
    pty_wait_for(right, ": à moitié");
    pty_send(right, "\021");
    assert_int_equal(pty_wait_for_end(right), 0);
    // There is no line to type it into any more; its text is shown once more.
    right = stage_open(stage);
    pty_wait_for(right, ": à moitié");
}

// The first window lives: the second one leaves it its half-typed line.
static void test_a_living_window_keeps_its_line(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    struct pty *left = stage_open(stage);
    pty_wait_for(left, "Rien n'est noté");
    pty_send(left, "à moitié");
    pty_wait_for(left, "▌ à moitié");
    struct pty *right = stage_open(stage);
    pty_wait_for(right, "Rien n'est noté");
    assert_false(pty_shows(right, "à moitié"));
    pty_signal(left, SIGKILL);
    pty_wait_for_end(left);
    left = stage_open(stage);
    pty_wait_for(left, "▌ à moitié");
}

static struct pty *open_on_agenda(struct stage *stage)
{
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "CTG de Perpignan");
    pty_send(window, "s");
    pty_wait_for(window, "COPIL-2024-01-18");
    pty_send(window, "\r");
    pty_wait_for(window, "1    Ouverture");
    return window;
}

// The title being typed stays where it is, and goes to the item that it was asked for.
static void case_86_an_item_moved_by_the_other_window_keeps_its_edit(void **state)
{
    struct stage *stage = *state;
    stage_play(stage, "@horloge 2024-01-18T14:00\nsn<cr>18/01/2024<cr><cr>\n"
                      "aOuverture<cr>aCalendrier<cr>\n");
    struct pty *left = open_on_agenda(stage);
    struct pty *right = open_on_agenda(stage);
    pty_send(right, "i");
    pty_wait_for(right, "Titre du point 1");
    pty_send(right, " revue");
    pty_wait_for(right, "▌ Ouverture revue");
    pty_send(left, "b");
    pty_wait_for(left, "1    Calendrier");
    pty_wait_for(right, "1    Calendrier");
    pty_wait_for(right, "Titre du point 2");
    pty_wait_for(right, "▌ Ouverture revue");
    pty_send(right, "\r");
    pty_wait_for(right, "2    Ouverture revue");
    pty_wait_for(left, "2    Ouverture revue");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM lecture_points WHERE numero = '2'"
                                        " AND intitule = 'Ouverture revue'"),
        1);
}

// What both windows make of one line stays: neither text replaces the other unseen.
static void case_104_a_line_that_both_correct_keeps_both_texts(void **state)
{
    struct stage *stage = *state;
    struct pty *left;
    struct pty *right;
    open_both(stage, &left, &right);
    stage_record(left, "*Dit", "* Dit");
    pty_wait_for(right, "* Dit");
    pty_send(right, "\033[A\r");
    pty_send(right, " à droite");
    pty_wait_for(right, "Dit à droite");
    pty_send(left, "\033[A\r");
    pty_send(left, " à gauche\r");
    pty_wait_for(left, "* Dit à gauche");
    pty_send(right, "\r");
    pty_wait_for(right, "Une autre fenêtre a changé cette ligne");
    pty_wait_for(right, "* Dit à gauche");
    pty_wait_for(right, "* Dit à droite");
    pty_wait_for(left, "* Dit à droite");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, stage_set, stage_clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_each_shows_the_other_s_gesture),
        TEST(test_news_leave_what_is_half_typed),
        TEST(test_undo_first_shows_the_other_s_gesture),
        TEST(test_a_window_sees_the_meeting_close),
        TEST(test_a_living_window_keeps_its_line),
        TEST(case_104_a_line_that_both_correct_keeps_both_texts),
        TEST(case_86_an_item_moved_by_the_other_window_keeps_its_edit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
