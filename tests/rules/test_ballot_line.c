// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "../text/random_text.h"
#include "rules/ballot_line.h"
#include "rules/entry_sign.h"

enum { ROUNDS = 20000, LINE_SIZE = 512 };

static void the_three_forms_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        struct ballot_line read;
    } expected[] = {
        {"= 9 0 2", {BALLOT_FORM_COUNTS, {9, 0, 2}}},
        {"=9 0 2", {BALLOT_FORM_COUNTS, {9, 0, 2}}},
        {"  =  12   0\u00a01  ", {BALLOT_FORM_COUNTS, {12, 0, 1}}},
        {"= 9999 0 0", {BALLOT_FORM_COUNTS, {9999, 0, 0}}},
        {"= ç à é", {BALLOT_FORM_COUNTS, {9, 0, 2}}},
        {"= &à à -", {BALLOT_FORM_COUNTS, {10, 0, 6}}},
        {"= unanimité", {.form = BALLOT_FORM_UNANIMITY}},
        {"=UNANIMITE ", {.form = BALLOT_FORM_UNANIMITY}},
        {"= Unanimite\u0301", {.form = BALLOT_FORM_UNANIMITY}},
        {"= consensus", {.form = BALLOT_FORM_CONSENSUS}},
        {"= Consensus", {.form = BALLOT_FORM_CONSENSUS}},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        struct ballot_line read = {.counts = {-1, -1, -1}};
        assert_true(ballot_line_read(expected[i].line, &read));
        assert_memory_equal(&read, &expected[i].read, sizeof read);
    }
}

// Contract §4: an `=` line that is not one of the three forms is a note.
static void any_other_line_is_no_ballot(void **state)
{
    (void)state;
    static const char *const lines[] = {"", "=", "= ", "= 9", "= 9 0", "= 9 0 2 1", "= 9,0,2",
        "= 9/0/2", "= -1 0 2", "= 9 0 -2", "= 9 0 deux", "= 9 0 2.", "= 10000 0 0", "= 9 02x 1",
        "= à l'unanimité", "= unanimité !", "= unanimités", "= consens", "= consensus large",
        "9 0 2", "unanimité", "\\= 9 0 2", "! = 9 0 2", "== 9 0 2", "＝ 9 0 2"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct ballot_line read = {.counts = {-1, -1, -1}};
        assert_false(ballot_line_read(lines[i], &read));
        assert_int_equal(read.counts.in_favour, -1);
    }
}

// What the entry line marks «non compris» is what is no ballot.
static void the_entry_line_understands_the_same(void **state)
{
    (void)state;
    static const char *const words[] = {
        "9", "0", "12", "10000", "-1", "unanimité", "CONSENSUS", "9\u00a00", "²", "x", "2."};
    struct random random = {64};
    int ballots = 0;
    for (int round = 0; round < ROUNDS; round++) {
        char line[LINE_SIZE] = "=";
        struct ballot_line read;
        size_t count = random_below(&random, 5);
        for (size_t i = 0; i < count; i++) {
            size_t word = random_below(&random, sizeof words / sizeof words[0]);
            size_t length = strlen(line);
            snprintf(line + length, sizeof line - length, " %s", words[word]);
        }
        if (round % 4 == 0)
            random_text(&random, line + 1);
        bool is_ballot = ballot_line_read(line, &read);
        assert_int_equal(entry_sign_read(line).not_understood, !is_ballot);
        ballots += is_ballot;
    }
    assert_true(ballots > ROUNDS / 100);
}

static void a_line_means_a_ballot(void **state)
{
    (void)state;
    struct ballot_line line;
    assert_true(ballot_line_read("= unanimité", &line));
    struct ballot ballot = ballot_of_line(&line, MAJORITY_SIMPLE, 11);
    assert_true(ballot_is_unanimous(&ballot));
    assert_int_equal(ballot.counts.in_favour, 11);
    assert_true(ballot_line_read("= consensus", &line));
    ballot = ballot_of_line(&line, MAJORITY_SIMPLE, 11);
    assert_true(ballot.consensus);
    assert_int_equal(ballot_cast(&ballot), 0);
    assert_true(ballot_line_read("= 6 4 1", &line));
    ballot = ballot_of_line(&line, MAJORITY_TWO_THIRDS, 11);
    assert_int_equal(ballot.counts.against, 4);
    assert_int_equal(ballot.voters, 11);
    assert_int_equal(ballot_result(&ballot), BALLOT_REJECTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_three_forms_are_read),
        cmocka_unit_test(any_other_line_is_no_ballot),
        cmocka_unit_test(the_entry_line_understands_the_same),
        cmocka_unit_test(a_line_means_a_ballot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
