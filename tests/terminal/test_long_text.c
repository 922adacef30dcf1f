// SPDX-License-Identifier: GPL-3.0-or-later
// Text that comes all at once into the built program: pasted, or written in another editor.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <cmocka.h>

#include "stage.h"

static struct pty *open_meeting(struct stage *stage)
{
    stage_hold_meeting(stage);
    struct pty *window = stage_open(stage);
    pty_wait_for(window, "Rien n'est noté");
    return window;
}

static void test_pasted_lines_are_one_gesture(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_meeting(stage);
    pty_paste(window, "*Première\r\n!Deuxième\r\n>Troisième @caf\r\n");
    pty_wait_for(window, "Troisième @caf");
    pty_send(window, "\r");
    pty_wait_for(window, "* Première");
    pty_wait_for(window, "! Deuxième");
    pty_wait_for(window, "> Troisième");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 3);
    pty_send(window, "\033[19~");
    pty_wait_for(window, "Rien n'est noté");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 0);
}

// A paste never accepts by itself, and is typed text like any other: it outlives a kill.
static void test_a_paste_waits_for_enter(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_meeting(stage);
    pty_paste(window, "une\ndeux\n");
    pty_wait_for(window, "deux");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 0);
    pty_signal(window, SIGKILL);
    pty_wait_for_end(window);
    window = stage_open(stage);
    pty_wait_for(window, "▌ une");
    pty_wait_for(window, "deux");
}

static void test_ten_thousand_characters(void **state)
{
    enum { WORDS = 1000 };
    static const char word[] = "été-mots, "; // ten characters
    struct stage *stage = *state;
    size_t size = WORDS * (sizeof word - 1);
    char *text = malloc(size + sizeof word);
    assert_non_null(text);
    for (size_t i = 0; i < WORDS; i++)
        memcpy(text + i * (sizeof word - 1), word, sizeof word);
    memcpy(text + size - 2, "F.", sizeof "F.");
    struct pty *window = open_meeting(stage);
    pty_paste(window, text);
    pty_wait_for(window, "F.");
    pty_send(window, "\r");
    pty_wait_until_gone(window, "F.");
    pty_wait_for(window, "Dernier geste : note");
    free(text);
    assert_int_equal(stage_count(stage, "SELECT length(text) FROM record"), 10 * WORDS);
}

// Nothing of it is a key: no line is accepted, no command runs, nothing reaches the terminal.
static void test_control_characters_are_not_keys(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_meeting(stage);
    pty_paste(
        window, "a\033]0;titre\007b\033[2Jc\021\032\004d\te\033[19~f\177\bg\302\233h\033[31mi");
    pty_wait_for(window, "▌ a");
    pty_send(window, " fin");
    pty_wait_for(window, "fin");
    pty_send(window, "\r");
    pty_wait_for(window, "Dernier geste : note");
    pty_wait_for(window, "Ordre du jour");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record"), 1);
    assert_int_equal(stage_count(stage, "SELECT text GLOB '*[\001-\037\177]*' FROM record"), 0);
    assert_int_equal(stage_count(stage, "SELECT text GLOB 'a*b*c*d*e*f*g*h*i fin' FROM record"), 1);
}

static void test_half_a_paste_outlives_the_terminal(void **state)
{
    struct stage *stage = *state;
    struct pty *window = open_meeting(stage);
    pty_send(window, "x");
    pty_wait_for(window, "▌ x");
    pty_send(window, "\033[200~ collé à moitié");
    pty_wait_for(window, "▌ x collé à moitié");
    pty_hang_up(window);
    assert_int_equal(pty_wait_for_end(window), 0);
    window = stage_open(stage);
    pty_wait_for(window, "▌ x collé à moitié");
}

static void write_editor(struct stage *stage, const char *script, char *setting, size_t size)
{
    char path[96];
    snprintf(path, sizeof path, "%s/editeur", stage->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0700), 0);
    snprintf(setting, size, "VISUAL=%s", path);
    stage->settings[0] = setting;
}

static void test_the_editor_of_the_person(void **state)
{
    struct stage *stage = *state;
    char setting[128];
    write_editor(stage,
        "echo 'au travail'; read answer; printf ' et suite\\n*Autre fait\\n' >> \"$1\"", setting,
        sizeof setting);
    struct pty *window = open_meeting(stage);
    pty_send(window, "Un début");
    pty_wait_for(window, "▌ Un début");
    pty_send(window, "\033e");
    pty_wait_for(window, "au travail");
    pty_assert_given_back(window);
    pty_send(window, "\n");
    pty_wait_for(window, "*Autre fait");
    pty_send(window, "\r");
    pty_wait_for(window, "* Autre fait");
    assert_int_equal(stage_count(stage, "SELECT count(*) FROM record WHERE text = 'Un début'"), 1);
}

static void test_an_editor_that_fails(void **state)
{
    struct stage *stage = *state;
    char setting[128];
    write_editor(stage, "echo perdu > \"$1\"; exit 3", setting, sizeof setting);
    struct pty *window = open_meeting(stage);
    pty_send(window, "Un début");
    pty_wait_for(window, "▌ Un début");
    pty_send(window, "\033e");
    pty_wait_for(window, "s'est arrêté sur une erreur");
    pty_wait_for(window, "▌ Un début");
}

// Killed while the editor has the terminal: the line is on the disk.
static void test_a_kill_while_the_editor_runs(void **state)
{
    struct stage *stage = *state;
    char setting[128];
    write_editor(stage, "echo 'au travail'; read answer", setting, sizeof setting);
    struct pty *window = open_meeting(stage);
    pty_send(window, "Un début\033e");
    pty_wait_for(window, "au travail");
    pty_signal(window, SIGKILL);
    pty_wait_for_end(window);
    stage->settings[0] = NULL;
    window = stage_open(stage);
    pty_wait_for(window, "▌ Un début");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, stage_set, stage_clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_pasted_lines_are_one_gesture),
        TEST(test_a_paste_waits_for_enter),
        TEST(test_ten_thousand_characters),
        TEST(test_control_characters_are_not_keys),
        TEST(test_half_a_paste_outlives_the_terminal),
        TEST(test_the_editor_of_the_person),
        TEST(test_an_editor_that_fails),
        TEST(test_a_kill_while_the_editor_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
