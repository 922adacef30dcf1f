// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "cli/suggestion.h"

static void test_letters_between(void **state)
{
    (void)state;
    static const struct {
        const char *left, *right;
        size_t distance;
    } cases[] = {
        {"", "", 0},
        {"axe", "axe", 0},
        {"axe", "", 3},
        {"axe", "axes", 1},
        {"axe", "exa", 2},
        {"decisions", "desicions", 2},
        {"points", "seances", 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(letters_between(cases[i].left, cases[i].right), cases[i].distance);
        assert_int_equal(letters_between(cases[i].right, cases[i].left), cases[i].distance);
    }
}

// One change makes at most one letter; a word is never nearer by way of a third.
static void test_letters_between_is_a_distance(void **state)
{
    (void)state;
    srand(20260312);
    char words[3][10];
    for (int round = 0; round < 2000; round++) {
        for (size_t word = 0; word < 3; word++) {
            size_t length = (size_t)rand() % sizeof *words;
            for (size_t i = 0; i < length; i++)
                words[word][i] = (char)('a' + rand() % 3);
            words[word][length] = '\0';
        }
        size_t direct = letters_between(words[0], words[1]);
        assert_true(
            direct <= letters_between(words[0], words[2]) + letters_between(words[2], words[1]));
        assert_int_equal(direct == 0, strcmp(words[0], words[1]) == 0);
    }
}

static void test_a_very_long_word_is_far(void **state)
{
    (void)state;
    char word[400];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    const char *const names[] = {"aaa"};
    assert_null(suggestion_for(word, names, 1));
    assert_null(suggestion_for("aaa", (const char *const[]){word}, 1));
}

static void test_suggests_what_is_near_alone(void **state)
{
    (void)state;
    static const char *const names[] = {"axe", "annee", "points", "decisions", "seances"};
    size_t count = sizeof names / sizeof *names;
    assert_string_equal(suggestion_for("axes", names, count), "axe");
    assert_string_equal(suggestion_for("seance", names, count), "seances");
    assert_string_equal(suggestion_for("descisions", names, count), "decisions");
    assert_string_equal(suggestion_for("point", names, count), "points");
    assert_null(suggestion_for("abc", names, count));
    assert_null(suggestion_for("", names, count));
    assert_null(suggestion_for("exporter", names, count));
    assert_null(suggestion_for("axe", names, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters_between),
        cmocka_unit_test(test_letters_between_is_a_distance),
        cmocka_unit_test(test_a_very_long_word_is_far),
        cmocka_unit_test(test_suggests_what_is_near_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
