// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "cli/folders.h"

static const char *const variables[] = {
    "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"};

static int forget_variables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        unsetenv(variables[i]);
    return 0;
}

static void test_they_stand_below_the_home(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct folders folders;
    setenv("HOME", "/home/une personne", 1);
    assert_int_equal(folders_find(&arena, &folders, NULL), STATUS_DONE);
    assert_string_equal(folders.home, "/home/une personne");
    assert_string_equal(folders.configuration, "/home/une personne/.config/greffe");
    assert_string_equal(folders.data, "/home/une personne/.local/share/greffe");
    assert_string_equal(folders.state, "/home/une personne/.local/state/greffe");
    assert_string_equal(folders.backups, "/home/une personne/.local/share/greffe/sauvegardes");
    arena_clear(&arena);
}

static void test_variables_win_when_they_are_absolute(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct folders folders;
    setenv("HOME", "/home/a", 1);
    setenv("XDG_CONFIG_HOME", "/ailleurs/config", 1);
    setenv("XDG_DATA_HOME", "relatif", 1);
    setenv("XDG_STATE_HOME", "", 1);
    assert_int_equal(folders_find(&arena, &folders, NULL), STATUS_DONE);
    assert_string_equal(folders.configuration, "/ailleurs/config/greffe");
    assert_string_equal(folders.data, "/home/a/.local/share/greffe");
    assert_string_equal(folders.state, "/home/a/.local/state/greffe");
    arena_clear(&arena);
}

static void test_a_home_that_is_not_absolute_is_not_taken(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct folders folders;
    setenv("HOME", "ici", 1);
    assert_int_equal(folders_find(&arena, &folders, NULL), STATUS_DONE);
    assert_true(folders.home == NULL || *folders.home == '/');
    assert_true(folders.data == NULL || *folders.data == '/');
    arena_clear(&arena);
}

static void test_makes_all_that_is_missing(void **state)
{
    (void)state;
    char root[] = "/tmp/greffe-test-XXXXXX";
    char path[64];
    struct stat facts;
    assert_non_null(mkdtemp(root));
    snprintf(path, sizeof path, "%s/un/deux/trois", root);
    assert_int_equal(folder_make(path, NULL), STATUS_DONE);
    assert_int_equal(folder_make(path, NULL), STATUS_DONE);
    assert_int_equal(stat(path, &facts), 0);
    assert_true(S_ISDIR(facts.st_mode));
    assert_int_equal(facts.st_mode & 0777, 0700);
    for (size_t depth = 0; depth < 4; depth++) {
        assert_int_equal(rmdir(path), 0);
        *strrchr(path, '/') = '\0';
    }
}

static void test_says_which_could_not_be_made(void **state)
{
    (void)state;
    struct problem problem = {0};
    assert_int_equal(folder_make("/dev/null/greffe/etat", &problem), STATUS_SYSTEM);
    assert_non_null(strstr(problem.sentence, "/dev/null/greffe "));
    assert_null(strstr(problem.sentence, "etat"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_they_stand_below_the_home, forget_variables),
        cmocka_unit_test_setup(test_variables_win_when_they_are_absolute, forget_variables),
        cmocka_unit_test_setup(test_a_home_that_is_not_absolute_is_not_taken, forget_variables),
        cmocka_unit_test(test_makes_all_that_is_missing),
        cmocka_unit_test(test_says_which_could_not_be_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
