// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "surface/style.h"

static void test_each_style_has_a_key_of_its_own(void **state)
{
    (void)state;
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz-";
    for (int one = 0; one < STYLE_COUNT; one++) {
        const char *key = style_key((enum style)one);
        assert_non_null(key);
        assert_true(*key != '\0' && key[strspn(key, allowed)] == '\0');
        for (int other = 0; other < one; other++)
            assert_string_not_equal(key, style_key((enum style)other));
    }
}

static void test_the_fields_of_the_contract_have_their_style(void **state)
{
    (void)state;
    static const char *const codes[] = {"transversal", "petite-enfance", "enfance", "jeunesse",
        "parentalite", "animation", "logement", "inclusion"};
    for (int i = 0; i < 8; i++)
        assert_int_equal(style_of_field(codes[i]), STYLE_FIELD_TRANSVERSAL + i);
}

static void test_another_field_has_the_other_style(void **state)
{
    (void)state;
    static const char *const codes[] = {"", "culture", "autre", "champ-enfance", "Enfance"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        assert_int_equal(style_of_field(codes[i]), STYLE_FIELD_OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_style_has_a_key_of_its_own),
        cmocka_unit_test(test_the_fields_of_the_contract_have_their_style),
        cmocka_unit_test(test_another_field_has_the_other_style),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
