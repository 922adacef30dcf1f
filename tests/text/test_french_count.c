// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/french_count.h"

static void expect_count(int count, const char *expected)
{
    struct buffer out = {0};
    french_count(&out, count, "action", "actions");
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
}

static void zero_and_one_are_singular(void **state)
{
    (void)state;
    expect_count(0, "0 action");
    expect_count(1, "1 action");
    expect_count(2, "2 actions");
    expect_count(25, "25 actions");
}

static void more_is_set_apart_and_zero_left_out(void **state)
{
    (void)state;
    struct buffer out = {0};
    french_count_more(&out, 0, "action", "actions");
    assert_string_equal(buffer_text(&out), "");
    french_count_more(&out, 1, "action", "actions");
    french_count_more(&out, 0, "tâche", "tâches");
    french_count_more(&out, 2, "décision", "décisions");
    assert_string_equal(buffer_text(&out), "1 action · 2 décisions");
    buffer_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zero_and_one_are_singular),
        cmocka_unit_test(more_is_set_apart_and_zero_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
