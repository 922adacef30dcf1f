// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/status.h"

static void test_keeps_the_first_problem(void **state)
{
    (void)state;
    struct problem problem = {0};
    assert_int_equal(
        problem_set(&problem, STATUS_UNUSABLE, "La ligne %d est illisible.", 3), STATUS_UNUSABLE);
    assert_int_equal(problem_set(&problem, STATUS_SYSTEM, "Le disque est plein."), STATUS_SYSTEM);
    assert_int_equal(problem.status, STATUS_UNUSABLE);
    assert_string_equal(problem.sentence, "La ligne 3 est illisible.");
}

static void test_nobody_needs_to_listen(void **state)
{
    (void)state;
    assert_int_equal(problem_set(NULL, STATUS_USAGE, "Un mot de trop."), STATUS_USAGE);
    assert_int_equal(problem_set_no_memory(NULL), STATUS_SYSTEM);
}

// Whatever the length of what comes before, a cut sentence ends with a whole character.
static void test_cuts_between_two_characters(void **state)
{
    (void)state;
    static const char *const characters[] = {"e", "é", "–", "𝄞"};
    for (size_t i = 0; i < sizeof characters / sizeof characters[0]; i++) {
        size_t width = strlen(characters[i]);
        for (size_t before = 0; before < 4; before++) {
            char text[2 * PROBLEM_SENTENCE_SIZE] = "";
            memset(text, '.', before);
            for (size_t end = before; end + width < sizeof text; end += width)
                memcpy(text + end, characters[i], width + 1);
            struct problem problem = {0};
            problem_set(&problem, STATUS_REFUSED, "%s", text);
            size_t length = strlen(problem.sentence);
            assert_true(length < PROBLEM_SENTENCE_SIZE);
            assert_true(length + width >= PROBLEM_SENTENCE_SIZE);
            assert_int_equal((length - before) % width, 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keeps_the_first_problem),
        cmocka_unit_test(test_nobody_needs_to_listen),
        cmocka_unit_test(test_cuts_between_two_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
