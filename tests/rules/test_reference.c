// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/reference.h"

static void expect_text(struct buffer *out, const char *expected)
{
    assert_string_equal(buffer_text(out), expected);
    buffer_clear(out);
}

static void meetings_are_named_by_committee_and_day(void **state)
{
    (void)state;
    struct buffer out = {0};
    const struct date date = date_of_day(2026, 3, 12);
    reference_of_meeting(&out, "COPIL", date, 1);
    expect_text(&out, "COPIL-2026-03-12");
    reference_of_meeting(&out, "COPIL", date, 2);
    expect_text(&out, "COPIL-2026-03-12-2");
}

static void decisions_and_tasks_are_numbered_in_their_year(void **state)
{
    (void)state;
    struct buffer out = {0};
    reference_of_decision(&out, "COPIL", 2026, 12);
    expect_text(&out, "COPIL-2026-012");
    reference_of_decision(&out, "GT-1", 2026, 1234);
    expect_text(&out, "GT-1-2026-1234");
    reference_of_task(&out, 2026, 31);
    expect_text(&out, "T-2026-031");
}

static void references_are_appended(void **state)
{
    (void)state;
    struct buffer out = {0};
    buffer_append(&out, "tâche ");
    reference_of_task(&out, 2027, 1);
    expect_text(&out, "tâche T-2027-001");
}

// The codes in use, parted by blanks.
static bool is_taken(const char *code, const void *context)
{
    char wanted[32];
    char all[256];
    snprintf(wanted, sizeof wanted, " %s ", code);
    snprintf(all, sizeof all, " %s ", (const char *)context);
    return strstr(all, wanted) != NULL;
}

static bool has_rank_below(const char *code, const void *context)
{
    int *left = *(int *const *)context;
    (void)code;
    return (*left)-- > 0;
}

static void a_new_element_gets_the_next_code(void **state)
{
    (void)state;
    struct buffer out = {0};
    code_of_action(&out, "6", is_taken, "");
    expect_text(&out, "6.1");
    code_of_action(&out, "6", is_taken, "6.1 6.2 6.3 6.A 16.4");
    expect_text(&out, "6.4");
    code_of_action(&out, "6.A", is_taken, "6.1 6.A.1");
    expect_text(&out, "6.A.2");
    code_of_objective(&out, "6", is_taken, "6.A 6.B 6.1");
    expect_text(&out, "6.C");
}

static void letters_go_on_behind_z(void **state)
{
    (void)state;
    static const struct {
        int taken;
        const char *code;
    } ranks[] = {{25, "6.Z"}, {26, "6.AA"}, {27, "6.AB"}, {701, "6.ZZ"}, {702, "6.AAA"}};
    for (size_t i = 0; i < sizeof ranks / sizeof ranks[0]; i++) {
        struct buffer out = {0};
        int left = ranks[i].taken;
        int *const context = &left;
        code_of_objective(&out, "6", has_rank_below, (const void *)&context);
        expect_text(&out, ranks[i].code);
    }
}

static void a_committee_code_is_short_and_plain(void **state)
{
    (void)state;
    static const char *const valid[] = {"COPIL", "GT", "GT-1", "SEMINAIRE", "A1", "ABCDEFGHIJKL"};
    static const char *const invalid[] = {
        "", "A", "copil", "1GT", "-GT", "GT 1", "GT_1", "ÉCOLE", "ABCDEFGHIJKLM", "GT/1", "GT\n"};
    for (size_t i = 0; i < sizeof valid / sizeof valid[0]; i++)
        assert_true(committee_code_is_valid(valid[i]));
    for (size_t i = 0; i < sizeof invalid / sizeof invalid[0]; i++)
        assert_false(committee_code_is_valid(invalid[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meetings_are_named_by_committee_and_day),
        cmocka_unit_test(decisions_and_tasks_are_numbered_in_their_year),
        cmocka_unit_test(references_are_appended),
        cmocka_unit_test(a_new_element_gets_the_next_code),
        cmocka_unit_test(letters_go_on_behind_z),
        cmocka_unit_test(a_committee_code_is_short_and_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
