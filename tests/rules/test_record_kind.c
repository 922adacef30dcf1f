// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/record_kind.h"

static void each_kind_is_found_by_its_code(void **state)
{
    (void)state;
    for (int i = 0; i < RECORD_KIND_COUNT; i++) {
        enum record_kind found = RECORD_KIND_COUNT;
        const struct record_kind_facts *facts = record_kind_facts((enum record_kind)i);
        assert_true(record_kind_of_code(facts->code, &found));
        assert_int_equal(found, i);
    }
}

static void codes_signs_and_letters_differ(void **state)
{
    (void)state;
    for (int i = 0; i < RECORD_KIND_COUNT; i++) {
        for (int j = 0; j < i; j++) {
            const struct record_kind_facts *facts = record_kind_facts((enum record_kind)i);
            const struct record_kind_facts *other = record_kind_facts((enum record_kind)j);
            assert_string_not_equal(facts->code, other->code);
            assert_int_not_equal(facts->sign, other->sign);
            assert_int_not_equal(facts->letter, other->letter);
        }
    }
}

// The contract, and the CHECK of the file's table.
static void signs_and_codes_are_those_of_the_contract(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        enum record_kind kind;
        char sign;
    } expected[] = {
        {"note", RECORD_NOTE, 0},
        {"information", RECORD_INFORMATION, '*'},
        {"question", RECORD_QUESTION, '?'},
        {"decision", RECORD_DECISION, '!'},
        {"tache", RECORD_TASK, '>'},
        {"privee", RECORD_PRIVATE_NOTE, '~'},
        {"vote", RECORD_BALLOT, '='},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const struct record_kind_facts *facts = record_kind_facts(expected[i].kind);
        assert_string_equal(facts->code, expected[i].code);
        assert_int_equal(facts->sign, expected[i].sign);
    }
}

static void an_unknown_code_is_none(void **state)
{
    (void)state;
    enum record_kind kind = RECORD_TASK;
    assert_false(record_kind_of_code("votes", &kind));
    assert_false(record_kind_of_code("", &kind));
    assert_false(record_kind_of_code("Note", &kind));
    assert_int_equal(kind, RECORD_TASK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_is_found_by_its_code),
        cmocka_unit_test(codes_signs_and_letters_differ),
        cmocka_unit_test(signs_and_codes_are_those_of_the_contract),
        cmocka_unit_test(an_unknown_code_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
