// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of verbs and options, and what the help makes of them.
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "cli/help.h"
#include "cli/verbs.h"
#include "rules/workflow.h"
#include "text/utf8.h"

enum { WIDEST = 80 };

static void assert_lines_fit(const struct buffer *help)
{
    const char *text = buffer_text(help);
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        if (text_width_of(text, length) > WIDEST)
            fail_msg("too wide: %.*s", (int)length, text);
        text += length + (text[length] == '\n');
    }
}

static void assert_option_told(const struct buffer *help, enum option_name option, bool told)
{
    char name[64];
    snprintf(name, sizeof name, "--%s ", option_rows[option].name);
    assert_int_equal(strstr(buffer_text(help), name) != NULL, told);
}

static void test_the_program_tells_every_verb(void **state)
{
    (void)state;
    const struct verb_table *table = cli_verbs();
    struct buffer help = {0};
    help_program(&help, table);
    assert_false(buffer_failed(&help));
    assert_lines_fit(&help);
    for (size_t i = 1; i < table->count; i++) {
        char start[64];
        snprintf(start, sizeof start, "\n  %s ", table->verbs[i].name);
        assert_non_null(strstr(buffer_text(&help), start));
    }
    buffer_clear(&help);
}

static void test_each_verb_tells_its_options_alone(void **state)
{
    (void)state;
    const struct verb_table *table = cli_verbs();
    for (size_t i = 1; i < table->count; i++) {
        const struct verb *verb = &table->verbs[i];
        struct buffer help = {0};
        help_verb(&help, verb);
        assert_false(buffer_failed(&help));
        assert_lines_fit(&help);
        for (int option = 0; option < OPTION_COUNT; option++)
            assert_option_told(
                &help, (enum option_name)option, verb_takes(verb, (enum option_name)option));
        buffer_clear(&help);
    }
}

static void test_a_filter_on_the_state_tells_the_states(void **state)
{
    (void)state;
    const struct verb_table *table = cli_verbs();
    for (size_t i = 1; i < table->count; i++) {
        const struct list *list = table->verbs[i].list;
        const struct workflow *states = list == NULL ? NULL : list->states;
        struct buffer help = {0};
        help_verb(&help, &table->verbs[i]);
        bool filters = list != NULL && list_filter(list, OPTION_STATE) != NULL;
        assert_int_equal(filters, states != NULL);
        assert_int_equal(filters, strstr(buffer_text(&help), "États : ") != NULL);
        for (size_t code = 0; states != NULL && code < states->state_count; code++)
            assert_non_null(strstr(buffer_text(&help), states->states[code].code));
        buffer_clear(&help);
    }
}

// What is typed is folded before it is compared, and accents are not asked for.
static void test_names_are_folded_and_differ(void **state)
{
    (void)state;
    const struct verb_table *table = cli_verbs();
    assert_string_equal(table->verbs[0].name, "");
    for (size_t i = 0; i < table->count; i++) {
        struct buffer folded = {0};
        text_fold(&folded, table->verbs[i].name);
        assert_string_equal(buffer_text(&folded), table->verbs[i].name);
        buffer_clear(&folded);
        assert_non_null(table->verbs[i].run);
        for (size_t other = 0; other < i; other++)
            assert_string_not_equal(table->verbs[i].name, table->verbs[other].name);
    }
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        assert_non_null(option_rows[i].name);
        for (size_t other = 0; other < i; other++)
            assert_string_not_equal(option_rows[i].name, option_rows[other].name);
    }
}

// A filter through other rows needs the same filter on them, and there it must be direct.
static void test_filters_through_other_lists_end_there(void **state)
{
    (void)state;
    const struct verb_table *table = cli_verbs();
    for (size_t i = 0; i < table->count; i++) {
        const struct list *list = table->verbs[i].list;
        for (size_t filter = 0; list != NULL && filter < list->filter_count; filter++) {
            const struct list_filter *ours = &list->filters[filter];
            if (ours->way != FILTER_AXES && ours->way != FILTER_MEETINGS)
                continue;
            const struct list *other = ours->way == FILTER_AXES ? &list_of_axes : &list_of_meetings;
            const struct list_filter *theirs = list_filter(other, ours->option);
            assert_non_null(theirs);
            assert_true(theirs->way != FILTER_AXES && theirs->way != FILTER_MEETINGS);
        }
    }
}

static void test_the_version_names_the_program(void **state)
{
    (void)state;
    struct buffer version = {0};
    help_version(&version);
    assert_int_equal(strncmp(buffer_text(&version), "greffe ", 7), 0);
    assert_int_equal(version.bytes[version.length - 1], '\n');
    buffer_clear(&version);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_program_tells_every_verb),
        cmocka_unit_test(test_each_verb_tells_its_options_alone),
        cmocka_unit_test(test_a_filter_on_the_state_tells_the_states),
        cmocka_unit_test(test_names_are_folded_and_differ),
        cmocka_unit_test(test_filters_through_other_lists_end_there),
        cmocka_unit_test(test_the_version_names_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
