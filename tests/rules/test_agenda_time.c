// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "rules/agenda_time.h"

static void hours_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text, *starts, *ends;
    } hours[] = {
        {"14h-16h30", "14:00", "16:30"},
        {"14:00 - 16:30", "14:00", "16:30"},
        {"de 9h à 12h", "09:00", "12:00"},
        {"9 h 30 – 11 h", "09:30", "11:00"},
        {"14h", "14:00", ""},
        {"", "", ""},
    };
    static const char *const wrong[] = {
        "14", "quatorze heures", "24h", "14h60", "16h-14h", "14h-14h", "14h-", "14h 15h", "14h000"};
    char starts[AGENDA_HOUR_SIZE];
    char ends[AGENDA_HOUR_SIZE];
    for (size_t i = 0; i < sizeof hours / sizeof hours[0]; i++) {
        if (!agenda_read_hours(hours[i].text, starts, ends))
            fail_msg("«%s»", hours[i].text);
        assert_string_equal(starts, hours[i].starts);
        assert_string_equal(ends, hours[i].ends);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (agenda_read_hours(wrong[i], starts, ends))
            fail_msg("«%s»", wrong[i]);
}

static void case_81_the_total_crosses_at_one_item(void **state)
{
    (void)state;
    const int minutes[] = {30, 0, 30, 1, 20};
    int totals[5];
    assert_int_equal(agenda_running_totals(minutes, 5, 60, totals), 3);
    assert_int_equal(totals[2], 60);
    assert_int_equal(totals[4], 81);
    assert_int_equal(agenda_running_totals(minutes, 5, 81, totals), AGENDA_NO_OVERRUN);
    assert_int_equal(agenda_running_totals(minutes, 5, 0, totals), AGENDA_NO_OVERRUN);
    assert_int_equal(agenda_running_totals(minutes, 0, 60, totals), AGENDA_NO_OVERRUN);
    assert_int_equal(agenda_minutes_between("14:00", "16:30"), 150);
    assert_int_equal(agenda_minutes_between("14:00", NULL), 0);
    assert_int_equal(agenda_minutes_between("16:00", "14:00"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_are_read_as_people_write_them),
        cmocka_unit_test(case_81_the_total_crosses_at_one_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
