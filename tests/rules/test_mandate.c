// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "rules/mandate.h"

static struct date date_of(const char *iso)
{
    struct date date;
    assert_true(date_read_iso(iso, &date));
    return date;
}

static struct mandate mandate_of(const char *from, const char *to)
{
    return (struct mandate){date_of(from), date_of(to)};
}

// Case 40: first and last day count; ended or not begun is inactive.
static bool is_active_on(const struct mandate *mandate, struct date day)
{
    return mandate_overlaps(mandate, &(struct mandate){day, day});
}

static void first_and_last_day_count(void **state)
{
    (void)state;
    struct mandate mandate = mandate_of("2026-03-12", "2026-06-04");
    assert_false(is_active_on(&mandate, date_of("2026-03-11")));
    assert_true(is_active_on(&mandate, date_of("2026-03-12")));
    assert_true(is_active_on(&mandate, date_of("2026-06-04")));
    assert_false(is_active_on(&mandate, date_of("2026-06-05")));
    mandate = mandate_of("2026", "2026-06");
    assert_false(is_active_on(&mandate, date_of("2025-12-31")));
    assert_true(is_active_on(&mandate, date_of("2026-01-01")));
    assert_true(is_active_on(&mandate, date_of("2026-06-30")));
    assert_false(is_active_on(&mandate, date_of("2026-07-01")));
    mandate = mandate_of("", "");
    assert_true(is_active_on(&mandate, date_of("2026-07-01")));
}

// Case 40: every pair of periods in six days, open ends too, against a count of common days.
static void overlapping_mandates_share_a_day(void **state)
{
    (void)state;
    enum { DAYS = 7, PAIRS = DAYS * DAYS * DAYS * DAYS };
    for (int i = 0; i < PAIRS; i++) {
        struct date limits[4];
        int common = 0;
        int rest = i;
        for (int j = 0; j < 4; j++) {
            int day = rest % DAYS;
            limits[j] = day == 0 ? (struct date){0} : date_of_day(2026, 3, day);
            rest /= DAYS;
        }
        struct mandate left = {limits[0], limits[1]};
        struct mandate right = {limits[2], limits[3]};
        bool is_left_real = mandate_check(&left, NULL, 0, NULL) == STATUS_DONE;
        if (!is_left_real || mandate_check(&right, NULL, 0, NULL) != STATUS_DONE)
            continue;
        for (int day = 1; day < DAYS; day++) {
            struct date date = date_of_day(2026, 3, day);
            common += is_active_on(&left, date) && is_active_on(&right, date);
        }
        assert_int_equal(mandate_overlaps(&left, &right), common > 0);
        assert_int_equal(mandate_overlaps(&right, &left), common > 0);
        assert_int_equal(
            mandate_check(&left, &right, 1, NULL), common > 0 ? STATUS_REFUSED : STATUS_DONE);
    }
}

static void refusals_say_what_to_do(void **state)
{
    (void)state;
    struct mandate mandate = mandate_of("2026-03-12", "2026-03-11");
    struct mandate other = mandate_of("2024", "2026-06-04");
    struct problem problem = {0};
    assert_int_equal(mandate_check(&mandate, &other, 1, &problem), STATUS_REFUSED);
    assert_string_equal(
        problem.sentence, "Le mandat finirait avant de commencer : corrigez l'une de ses dates.");
    problem = (struct problem){0};
    mandate = mandate_of("2026-06-04", "");
    assert_int_equal(mandate_check(&mandate, &other, 1, &problem), STATUS_REFUSED);
    assert_string_equal(problem.sentence,
        "Cette personne siège déjà dans l'instance du 01/01/2024 au 04/06/2026 : changez les dates "
        "du mandat, ou terminez d'abord l'autre.");
    mandate = mandate_of("2026-06-05", "");
    assert_int_equal(mandate_check(&mandate, &other, 1, NULL), STATUS_DONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_and_last_day_count),
        cmocka_unit_test(overlapping_mandates_share_a_day),
        cmocka_unit_test(refusals_say_what_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
