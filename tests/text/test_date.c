// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "text/date.h"

static const struct date no_date = {0};
static const struct date whole_year = {.precision = DATE_YEAR, .year = 2024};
static const struct date whole_month = {.precision = DATE_MONTH, .year = 2024, .month = 2};

static void expect_date(struct date date, const char *expected)
{
    char text[DATE_TEXT_SIZE];
    date_iso(date, text);
    assert_string_equal(text, expected);
}

static void tells_real_days(void **state)
{
    (void)state;
    assert_true(date_is_real(2024, 2, 29));
    assert_true(date_is_real(2000, 2, 29));
    assert_false(date_is_real(2026, 2, 29));
    assert_false(date_is_real(2100, 2, 29));
    assert_false(date_is_real(2026, 4, 31));
    assert_false(date_is_real(2026, 13, 1));
    assert_false(date_is_real(2026, 0, 1));
    assert_false(date_is_real(2026, 1, 0));
    assert_false(date_is_real(1899, 12, 31));
    assert_false(date_is_real(3000, 1, 1));
}

static void reads_back_each_precision(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "2025", "2024-01", "2026-03-12", "1900-01-01"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct date date = date_of_day(2000, 1, 1);
        assert_true(date_read_iso(texts[i], &date));
        expect_date(date, texts[i]);
    }
    struct date date = date_of_day(2000, 1, 1);
    assert_true(date_read_iso(NULL, &date));
    assert_int_equal(date.precision, DATE_NONE);
}

static void refuses_what_is_no_iso_date(void **state)
{
    (void)state;
    static const char *const texts[] = {" ", "20424", "2024-", "2024-1", "2024-13", "2024-00",
        "2026-02-29", "2026-3-12", "2026/03/12", "2026-03-12 ", "2026-03-12T14:00", "abcd", "1899",
        "3000", "-026", "2026-+1-12"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct date date = whole_year;
        assert_false(date_read_iso(texts[i], &date));
        assert_int_equal(date.year, 2024);
    }
}

static void covers_its_days(void **state)
{
    (void)state;
    expect_date(date_first_day(whole_year), "2024-01-01");
    expect_date(date_last_day(whole_year), "2024-12-31");
    expect_date(date_first_day(whole_month), "2024-02-01");
    expect_date(date_last_day(whole_month), "2024-02-29");
    expect_date(date_last_day(date_of_day(2026, 3, 12)), "2026-03-12");
    expect_date(date_first_day(no_date), "");
    expect_date(date_last_day(no_date), "");
}

// Walks the whole calendar with arithmetic of its own.
static void counts_every_day_of_eleven_centuries(void **state)
{
    (void)state;
    const struct date first = date_of_day(1900, 1, 1);
    int count = 0;
    int weekday = 1; // it was a Monday
    for (int year = 1900; year <= 2999; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; date_is_real(year, month, day); day++) {
                struct date date = date_of_day(year, month, day);
                assert_int_equal(date_days_between(first, date), count);
                assert_int_equal(date_weekday(date), weekday);
                assert_int_equal(date_compare(date_add_days(first, count), date), 0);
                weekday = weekday % 7 + 1;
                count++;
            }
        }
    }
    assert_int_equal(count, 401767);
}

static void adds_months_within_the_month(void **state)
{
    (void)state;
    expect_date(date_add_months(date_of_day(2026, 3, 12), 2), "2026-05-12");
    expect_date(date_add_months(date_of_day(2026, 1, 31), 1), "2026-02-28");
    expect_date(date_add_months(date_of_day(2024, 1, 31), 1), "2024-02-29");
    expect_date(date_add_months(date_of_day(2026, 12, 31), 1), "2027-01-31");
    expect_date(date_add_months(date_of_day(2026, 1, 15), -1), "2025-12-15");
    expect_date(date_add_months(date_of_day(2026, 1, 15), -25), "2023-12-15");
}

static void leaves_the_calendar_without_a_date(void **state)
{
    (void)state;
    expect_date(date_add_days(date_of_day(2999, 12, 31), 1), "");
    expect_date(date_add_days(date_of_day(1900, 1, 1), -1), "");
    expect_date(date_add_days(date_of_day(2026, 3, 12), INT_MAX), "");
    expect_date(date_add_days(date_of_day(2026, 3, 12), INT_MIN), "");
    expect_date(date_add_months(date_of_day(2026, 3, 12), INT_MAX), "");
    expect_date(date_add_months(date_of_day(2026, 3, 12), INT_MIN), "");
    expect_date(date_add_days(no_date, 1), "");
    expect_date(date_add_months(no_date, 1), "");
}

static void compares_by_the_last_day(void **state)
{
    (void)state;
    assert_true(date_compare(date_of_day(2024, 12, 30), whole_year) < 0);
    assert_int_equal(date_compare(date_of_day(2024, 12, 31), whole_year), 0);
    assert_true(date_compare(whole_year, whole_month) > 0);
    assert_true(date_compare(no_date, whole_year) < 0);
    assert_true(date_compare(date_of_day(2026, 2, 1), date_of_day(2026, 1, 31)) > 0);
}

static void is_late_after_the_last_day(void **state)
{
    (void)state;
    assert_false(date_is_past(whole_month, date_of_day(2024, 2, 29)));
    assert_true(date_is_past(whole_month, date_of_day(2024, 3, 1)));
    assert_false(date_is_past(date_of_day(2026, 3, 12), date_of_day(2026, 3, 12)));
    assert_true(date_is_past(date_of_day(2026, 3, 11), date_of_day(2026, 3, 12)));
    assert_false(date_is_past(no_date, date_of_day(2026, 3, 12)));
}

static void expect_written(
    void (*write)(struct buffer *, struct date), struct date date, const char *expected)
{
    struct buffer out = {0};
    write(&out, date);
    assert_string_equal(buffer_text(&out), expected);
    buffer_clear(&out);
}

static void writes_in_french(void **state)
{
    (void)state;
    expect_written(date_long, date_of_day(2026, 4, 30), "jeudi 30 avril 2026");
    expect_written(date_long, date_of_day(2027, 5, 1), "samedi 1er mai 2027");
    expect_written(date_long, whole_month, "février 2024");
    expect_written(date_long, whole_year, "2024");
    expect_written(date_long, no_date, "");
    expect_written(date_short, date_of_day(2026, 3, 2), "02/03/2026");
    expect_written(date_short, whole_month, "02/2024");
    expect_written(date_short, whole_year, "2024");
    expect_written(date_short, no_date, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_real_days),
        cmocka_unit_test(reads_back_each_precision),
        cmocka_unit_test(refuses_what_is_no_iso_date),
        cmocka_unit_test(covers_its_days),
        cmocka_unit_test(counts_every_day_of_eleven_centuries),
        cmocka_unit_test(adds_months_within_the_month),
        cmocka_unit_test(leaves_the_calendar_without_a_date),
        cmocka_unit_test(compares_by_the_last_day),
        cmocka_unit_test(is_late_after_the_last_day),
        cmocka_unit_test(writes_in_french),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
