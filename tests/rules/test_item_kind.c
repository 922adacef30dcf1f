// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/item_kind.h"

// The codes are those of the CHECK on the file's table.
static void a_key_goes_through_all_kinds(void **state)
{
    (void)state;
    assert_string_equal(item_kind_after("information"), "avis");
    assert_string_equal(item_kind_after("avis"), "decision");
    assert_string_equal(item_kind_after("decision"), "information");
    assert_string_equal(item_kind_after("huis-clos"), "information");
}

static void a_kind_is_said_in_french(void **state)
{
    (void)state;
    assert_string_equal(item_kind_label("decision"), "décision");
    assert_string_equal(item_kind_label("avis"), "avis");
    assert_string_equal(item_kind_label("huis-clos"), "huis-clos");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_goes_through_all_kinds),
        cmocka_unit_test(a_kind_is_said_in_french),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
