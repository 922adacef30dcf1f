// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "rules/item_number.h"

static void expect(const char *model, int rank, int below, const char *number)
{
    struct buffer out = {0};
    item_number_append(&out, model, rank, below);
    assert_string_equal(buffer_text(&out), number);
    buffer_clear(&out);
}

static void case_77_numbers_by_digits_or_roman_behind_a_prefix(void **state)
{
    (void)state;
    expect("1", 1, 0, "1");
    expect("1", 12, 3, "12.3");
    expect("I", 1, 0, "I");
    expect("I", 4, 2, "IV.2");
    expect("A-1", 2, 1, "A-2.1");
    expect("2026/I", 14, 0, "2026/XIV");
    expect("I", 49, 0, "XLIX");
    expect("I", 388, 0, "CCCLXXXVIII");
    expect("I", 400, 0, "400");
}

static void expect_model(const char *text, const char *model)
{
    struct buffer out = {0};
    assert_int_equal(item_number_model_read(text, &out, NULL), STATUS_DONE);
    assert_string_equal(buffer_text(&out), model);
    buffer_clear(&out);
}

static void expect_refusal(const char *text, const char *words)
{
    struct buffer out = {0};
    struct problem problem = {0};
    assert_int_equal(item_number_model_read(text, &out, &problem), STATUS_REFUSED);
    assert_non_null(strstr(problem.sentence, words));
    assert_int_equal(out.length, 0);
    buffer_clear(&out);
}

static void case_77_the_model_is_the_first_number(void **state)
{
    (void)state;
    expect_model("1", "1");
    expect_model(" I ", "I");
    expect_model("A-1", "A-1");
    expect_model("Pôle 1", "Pôle 1");
    expect_refusal("", "premier numéro");
    expect_refusal("A", "premier numéro");
    expect_refusal("2", "premier numéro");
    expect_refusal("11", "premier numéro");
    expect_refusal("A\n1", "premier numéro");
    expect_refusal("un préfixe bien trop long 1", "trop long");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_77_numbers_by_digits_or_roman_behind_a_prefix),
        cmocka_unit_test(case_77_the_model_is_the_first_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
