// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "text/french_keyboard.h"

static void the_upper_row_is_digits(void **state)
{
    (void)state;
    static const int32_t row[] = {
        0xE0, '&', 0xE9, '"', '\'', '(', '-', 0xE8, '_', 0xE7}; // à & é " ' ( - è _ ç
    for (int digit = 0; digit <= 9; digit++) {
        assert_int_equal(french_keyboard_digit(row[digit]), digit);
        assert_int_equal(french_keyboard_digit('0' + digit), digit);
    }
    assert_int_equal(french_keyboard_digit('a'), -1);
    assert_int_equal(french_keyboard_digit(' '), -1);
    assert_int_equal(french_keyboard_digit(-1), -1);
}

static void expect(const char *typed, const char *expected)
{
    struct buffer out = {0};
    french_keyboard_numbers(&out, typed);
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
}

static void words_of_the_upper_row_are_numbers(void **state)
{
    (void)state;
    expect("", "");
    expect("ç à é", "9 0 2");
    expect(" &à  é", " 10  2");
    expect("9 0 2", "9 0 2");
    expect("-3 0 2", "-3 0 2");
    expect("- 3", "6 3");
    expect("unanimité", "unanimité");
    expect("à l'unanimité", "0 l'unanimité");
    expect("é\xff", "é\xff");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_upper_row_is_digits),
        cmocka_unit_test(words_of_the_upper_row_are_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
