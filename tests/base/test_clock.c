// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <cmocka.h>

#include "base/clock.h"

// 2026-03-12T14:00 in Paris is 13:00 UTC.
static const int64_t afternoon = INT64_C(1773320400000);

static int use_paris_time(void **state)
{
    (void)state;
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    return 0;
}

static void test_a_fixed_clock_stands_still(void **state)
{
    (void)state;
    const struct clock clock = {.fixed = true, .milliseconds = afternoon};
    assert_int_equal(clock_now(&clock), afternoon);
    assert_int_equal(clock_now(&clock), afternoon);
    struct local_time local = clock_local(&clock);
    char text[LOCAL_TIME_TEXT_SIZE];
    local_time_text(&local, text);
    assert_string_equal(text, "2026-03-12T14:00:00");
}

static void test_a_free_clock_runs(void **state)
{
    (void)state;
    const struct clock clock = {.fixed = false, .milliseconds = afternoon};
    int64_t first = clock_now(&clock);
    assert_true(first > INT64_C(1700000000000));
    assert_true(clock_now(&clock) >= first);
}

static void test_reads_what_it_writes(void **state)
{
    (void)state;
    const int64_t hour = INT64_C(3600000);
    for (int i = 0; i < 20000; i++) {
        int64_t moment = afternoon + i * 7 * hour + i % 3600 * 1000;
        struct local_time local = local_time_at(moment);
        char text[LOCAL_TIME_TEXT_SIZE];
        local_time_text(&local, text);
        struct local_time read = {0};
        assert_true(local_time_read(text, &read));
        assert_int_equal(read.second, local.second);
        // The hour that summer time repeats has two moments.
        int64_t back = local_time_milliseconds(&read);
        assert_true(back == moment || back == moment + hour || back == moment - hour);
    }
}

static void test_seconds_are_optional(void **state)
{
    (void)state;
    struct local_time local = {.second = 7};
    assert_true(local_time_read("2026-03-12T14:00", &local));
    assert_int_equal(local.second, 0);
    assert_int_equal(local_time_milliseconds(&local), afternoon);
}

static void test_refuses_what_is_no_moment(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "", "2026-03-12", "2026-03-12T", "2026-03-12 14:00", "2026-02-29T10:00", "2026-13-01T10:00",
        "2026-00-01T10:00", "2026-04-31T10:00", "2026-03-12T24:00", "2026-03-12T14:60",
        "2026-03-12T14:00:61", "2026-03-12T14:00:", "2026-03-12T14:00:00Z", "2026-03-12T14:00 ",
        "1969-12-31T23:00",
        "2026-03-29T02:30", // skipped by summer time
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct local_time local = {.year = 1};
        if (local_time_read(wrong[i], &local))
            fail_msg("«%s» was read", wrong[i]);
        assert_int_equal(local.year, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_fixed_clock_stands_still),
        cmocka_unit_test(test_a_free_clock_runs),
        cmocka_unit_test(test_reads_what_it_writes),
        cmocka_unit_test(test_seconds_are_optional),
        cmocka_unit_test(test_refuses_what_is_no_moment),
    };
    return cmocka_run_group_tests(tests, use_paris_time, NULL);
}
