// SPDX-License-Identifier: GPL-3.0-or-later
// The built program from its first screen to a meeting that is closed, and windows of any size.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "stage.h"

static const char too_small[] = "Fenêtre trop petite";

static void test_the_first_screen(void **state)
{
    struct stage *stage = *state;
    stage_play(stage, "");
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "? aide");
    for (int axis = 1; axis <= 25; axis++) {
        char number[16];
        snprintf(number, sizeof number, "%3d ", axis);
        assert_true(pty_shows(window, number));
    }
    pty_wait_for_cursor_on(window, "›");
}

static void test_drills_and_comes_back_to_the_same_line(void **state)
{
    struct stage *stage = *state;
    stage_play(stage, "");
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "› 1 ");
    pty_send(window, "\033[B\033[B\033[B\033[B\033[B");
    pty_wait_for(window, "› 6 ");
    pty_send(window, "c");
    pty_wait_for(window, "Champ : Petite enfance");
    pty_send(window, "\033[B");
    pty_wait_for(window, "›▾  6 ");
    pty_send(window, "\r");
    pty_wait_for(window, "Petite enfance › Axe 6");
    pty_send(window, "\r");
    pty_wait_for(window, "Axe 6 › 6.1");
    pty_send(window, "\177");
    pty_wait_until_gone(window, "Axe 6 › 6.1");
    pty_send(window, "\177");
    pty_wait_for(window, "›▾  6 ");
    pty_send(window, "\177");
    pty_wait_for(window, "› 6 ");
    pty_wait_for_cursor_on(window, "› 6 ");
}

static void test_the_mouse_chooses_a_line(void **state)
{
    struct stage *stage = *state;
    stage_play(stage, "");
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "? aide");
    pty_click(window, pty_row_of(window, "  9 "), 8);
    pty_wait_for(window, "› 9 ");
}

static void prepare_meeting(struct pty *window)
{
    pty_wait_for(window, "? aide");
    pty_send(window, "s");
    pty_wait_for(window, "Aucune séance");
    pty_send(window, "n");
    pty_wait_for(window, "Séance de quelle instance ?");
    pty_send(window, "\r");
    pty_wait_for(window, "Date de la séance");
    pty_send(window, "18/01/2024");
    pty_wait_for(window, "jeudi 18 janvier 2024");
    pty_send(window, "\r");
    pty_wait_for(window, "COPIL-2024-01-18");
    pty_send(window, "\r");
    pty_wait_for(window, "L'ordre du jour est vide");
    pty_send(window, "a");
    pty_wait_for(window, "Nouveau point");
    pty_send(window, "Bilan de l’été à l’Œuvre\r");
    pty_wait_for(window, "1    Bilan de l’été à l’Œuvre");
}

static void hold_meeting(struct pty *window)
{
    pty_send(window, "o");
    pty_wait_for(window, "Rien n'est noté sur ce point.");
    static const struct {
        const char *line, *recorded;
    } lines[] = {
        {"Une note", "  Une note"},
        {"!On décide", "! On décide"},
        {">Écrire @caf avant le 30/04/2024", "> Écrire"},
        {"*Une information", "* Une information"},
        {"?Une question", "? Une question"},
        {"~Une note privée", "~ Une note privée"},
        {"- une liste", "  - une liste"},
        {"\\!Du texte", "  !Du texte"},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        stage_record(window, lines[i].line, lines[i].recorded);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        pty_wait_for(window, lines[i].recorded);
    pty_wait_for(window, "échéance mardi 30");
}

static void test_a_meeting_is_prepared_held_and_closed(void **state)
{
    struct stage *stage = *state;
    stage_play(stage, "");
    struct pty *window = stage_open_sized(stage, 40, 100, NULL);
    prepare_meeting(window);
    hold_meeting(window);
    pty_send(window, "\033[20~");
    pty_wait_for(window, "La séance est levée");
    pty_send(window, "\033[20~");
    pty_wait_for(window, "C clôt la séance");
    pty_send(window, "C");
    pty_wait_for(window, "COPIL-2024-001");
    pty_wait_for(window, "close");
    pty_send(window, "q");
    assert_int_equal(pty_wait_for_end(window), 0);
    pty_assert_given_back(window);
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM lecture_decisions"), 1);
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM lecture_taches"), 1);
}

static void case_113_a_resize_keeps_the_question_and_the_text(void **state)
{
    struct stage *stage = *state;
    stage_play(stage, "");
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "? aide");
    pty_send(window, "sn\r");
    pty_wait_for(window, "Date de la séance");
    pty_send(window, "18/01/2024");
    pty_wait_for(window, "▌ 18/01/2024");
    static const struct {
        int rows, columns;
    } sizes[] = {{20, 60}, {60, 220}, {24, 80}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        pty_resize(window, sizes[i].rows, sizes[i].columns);
        pty_wait_for(window, "Date de la séance");
        pty_wait_for(window, "▌ 18/01/2024");
        pty_wait_for_on_row(window, "▌ 18/01/2024", sizes[i].rows - 4);
        pty_wait_for_cursor_on(window, "▌ 18/01/2024");
    }
    pty_send(window, "\r");
    pty_wait_for(window, "COPIL-2024-01-18");
}

static void case_113_too_small_then_back_loses_nothing(void **state)
{
    struct stage *stage = *state;
    stage_hold_meeting(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    pty_send(window, "avant ");
    pty_wait_for(window, "▌ avant");
    pty_resize(window, 19, 80);
    pty_wait_for(window, too_small);
    pty_send(window, "pendant");
    pty_resize(window, 5, 20);
    pty_wait_for(window, "Fenêtre");
    pty_resize(window, 1, 1);
    pty_wait_until_gone(window, "Fenêtre");
    pty_resize(window, 24, 80);
    pty_wait_for(window, "▌ avant pendant");
    assert_false(pty_shows(window, too_small));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_first_screen, stage_set, stage_clear),
        cmocka_unit_test_setup_teardown(
            test_drills_and_comes_back_to_the_same_line, stage_set, stage_clear),
        cmocka_unit_test_setup_teardown(test_the_mouse_chooses_a_line, stage_set, stage_clear),
        cmocka_unit_test_setup_teardown(
            test_a_meeting_is_prepared_held_and_closed, stage_set, stage_clear),
        cmocka_unit_test_setup_teardown(
            case_113_a_resize_keeps_the_question_and_the_text, stage_set, stage_clear),
        cmocka_unit_test_setup_teardown(
            case_113_too_small_then_back_loses_nothing, stage_set, stage_clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
