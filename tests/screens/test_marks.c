// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "screens/marks.h"

static void marks_are_set_and_taken_off(void **state)
{
    (void)state;
    struct marks marks = {0};
    assert_true(marks_set(&marks, 7, true));
    assert_true(marks_set(&marks, 9, true));
    assert_true(marks_set(&marks, 7, true));
    assert_int_equal(marks_count(&marks), 2);
    assert_true(marks_set(&marks, 7, false));
    assert_int_equal(marks_count(&marks), 1);
    assert_int_equal(marks_at(&marks, 0), 9);
    marks_clear(&marks);
}

static void what_was_marked_stays_so_when_memory_ends(void **state)
{
    (void)state;
    struct marks marks = {0};
    assert_true(marks_set(&marks, 7, true));
    marks.ids.failed = true;
    assert_false(marks_set(&marks, 9, true));
    assert_true(marks_have(&marks, 7));
    assert_false(marks_have(&marks, 9));
    assert_true(marks_set(&marks, 9, true));
    assert_true(marks_set(&marks, 7, false));
    assert_int_equal(marks_count(&marks), 1);
    marks_clear(&marks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_set_and_taken_off),
        cmocka_unit_test(what_was_marked_stays_so_when_memory_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
