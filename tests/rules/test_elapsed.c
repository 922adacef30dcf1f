// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/elapsed.h"

static void pauses_are_left_out_once(void **state)
{
    (void)state;
    struct span pauses[] = {{30, 50}, {40, 60}, {-10, 5}, {95, 200}};
    assert_int_equal(elapsed_without((struct span){0, 100}, NULL, 0), 100);
    assert_int_equal(elapsed_without((struct span){0, 100}, pauses, 1), 80);
    assert_int_equal(elapsed_without((struct span){0, 100}, pauses, 2), 70);
    assert_int_equal(elapsed_without((struct span){0, 100}, pauses, 4), 60);
    assert_int_equal(elapsed_without((struct span){100, 0}, pauses, 4), 0);
}

static void a_pause_over_the_whole_leaves_nothing(void **state)
{
    (void)state;
    struct span pauses[] = {{0, 1000}};
    assert_int_equal(elapsed_without((struct span){100, 200}, pauses, 1), 0);
}

enum { RUNS = 3000, LENGTH = 40, MOST = 6 };

static unsigned next(uint64_t *random, unsigned below)
{
    *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*random >> 33) % below;
}

// Counted another way: moment by moment.
static void it_is_what_no_pause_covers(void **state)
{
    (void)state;
    uint64_t random = 35;
    for (int run = 0; run < RUNS; run++) {
        struct span span = {next(&random, LENGTH), next(&random, LENGTH)};
        struct span pauses[MOST];
        size_t count = next(&random, MOST + 1);
        int64_t expected = 0;
        for (size_t i = 0; i < count; i++) {
            pauses[i].from = (int64_t)next(&random, LENGTH) - 5;
            pauses[i].until = pauses[i].from + next(&random, LENGTH);
        }
        for (int64_t moment = span.from; moment < span.until; moment++) {
            bool covered = false;
            for (size_t i = 0; i < count; i++)
                covered = covered || (moment >= pauses[i].from && moment < pauses[i].until);
            expected += !covered;
        }
        assert_int_equal(elapsed_without(span, pauses, count), expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pauses_are_left_out_once),
        cmocka_unit_test(a_pause_over_the_whole_leaves_nothing),
        cmocka_unit_test(it_is_what_no_pause_covers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
