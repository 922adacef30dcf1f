// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rules/ballot_fit.h"
#include "rules/ballot_sentence.h"

enum { MOST = 5, EVERY = MOST + 1, COUNTS = EVERY * EVERY * EVERY, SENTENCE_SIZE = 256 };

static struct ballot ballot_of(int in_favour, int against, int abstentions, int without_vote)
{
    return (struct ballot){.majority = MAJORITY_SIMPLE,
        .counts = {in_favour, against, abstentions},
        .voters = in_favour + against + abstentions + without_vote};
}

static struct ballot ballot_number(int number)
{
    return ballot_of(number % EVERY, number / EVERY % EVERY, number / EVERY / EVERY, 0);
}

static void write_sentence(const struct ballot *ballot, char sentence[SENTENCE_SIZE])
{
    struct buffer out = {0};
    ballot_sentence(&out, ballot);
    assert_true(out.length < SENTENCE_SIZE);
    snprintf(sentence, SENTENCE_SIZE, "%s", buffer_text(&out));
    buffer_clear(&out);
}

static void expect_sentence(struct ballot ballot, const char *expected)
{
    char sentence[SENTENCE_SIZE];
    write_sentence(&ballot, sentence);
    assert_string_equal(sentence, expected);
}

// Contract §5 and case 63.
static void sentences_are_those_of_the_contract(void **state)
{
    (void)state;
    expect_sentence(ballot_of(9, 0, 0, 0), "À l'unanimité");
    expect_sentence(ballot_of(9, 0, 2, 0),
        "À l'unanimité des suffrages exprimés, par 9 voix pour et 2 abstentions");
    expect_sentence(ballot_of(2, 1, 1, 0), "Par 2 voix pour, une voix contre et une abstention");
    expect_sentence(
        ballot_of(0, 9, 2, 0), "Par 9 voix contre et 2 abstentions, la proposition est rejetée");
    expect_sentence(ballot_of(0, 0, 9, 0), "Par 9 abstentions, aucun suffrage n'étant exprimé");
    expect_sentence((struct ballot){.consensus = true, .voters = 9}, "Par consensus");
}

// Case 63: one voter, zero for, all abstain.
static void the_edges_are_said_in_french(void **state)
{
    (void)state;
    expect_sentence(ballot_of(1, 0, 0, 0), "À l'unanimité");
    expect_sentence(ballot_of(0, 1, 0, 0), "Par une voix contre, la proposition est rejetée");
    expect_sentence(ballot_of(0, 0, 1, 0), "Par une abstention, aucun suffrage n'étant exprimé");
    expect_sentence(ballot_of(1, 0, 1, 0),
        "À l'unanimité des suffrages exprimés, par une voix pour et une abstention");
    expect_sentence(ballot_of(9, 0, 0, 2), "À l'unanimité des suffrages exprimés, par 9 voix pour");
    expect_sentence(ballot_of(3, 5, 1, 0),
        "Par 3 voix pour, 5 voix contre et une abstention, la proposition est rejetée");
    expect_sentence(ballot_of(5, 3, 0, 0), "Par 5 voix pour et 3 voix contre");
    expect_sentence(ballot_of(0, 0, 0, 3), "Aucun suffrage n'étant exprimé");
}

static void a_tie_says_what_comes_of_it(void **state)
{
    (void)state;
    struct ballot ballot = ballot_of(4, 4, 1, 0);
    expect_sentence(
        ballot, "Par 4 voix pour, 4 voix contre et une abstention, les voix étant partagées");
    ballot.casting = CASTING_VOTE_FOR;
    expect_sentence(ballot, "Par 4 voix pour, 4 voix contre et une abstention, la voix de la "
                            "présidence étant prépondérante");
    ballot.casting = CASTING_VOTE_AGAINST;
    expect_sentence(ballot, "Par 4 voix pour, 4 voix contre et une abstention, la voix de la "
                            "présidence étant prépondérante, la proposition est rejetée");
    ballot.majority = MAJORITY_TWO_THIRDS;
    expect_sentence(ballot, "Par 4 voix pour, 4 voix contre et une abstention, la majorité des "
                            "deux tiers n'étant pas atteinte, la proposition est rejetée");
}

static void a_secret_ballot_says_so(void **state)
{
    (void)state;
    struct ballot ballot = ballot_of(9, 0, 0, 0);
    ballot.mode = BALLOT_SECRET;
    expect_sentence(ballot, "Au scrutin secret, à l'unanimité");
    ballot.counts = (struct ballot_counts){1, 6, 2};
    expect_sentence(ballot, "Au scrutin secret, par une voix pour, 6 voix contre et 2 abstentions, "
                            "la proposition est rejetée");
    ballot.counts = (struct ballot_counts){0, 0, 9};
    expect_sentence(ballot, "Au scrutin secret, par 9 abstentions, aucun suffrage n'étant exprimé");
    ballot.consensus = true;
    expect_sentence(ballot, "Par consensus");
}

// One is written as a word, in its gender; several as digits; nobody is not said.
static void expect_count(const char *sentence, int count, const char *one, const char *noun)
{
    char several[64];
    snprintf(several, sizeof several, "%d %s", count, noun);
    assert_int_equal(strstr(sentence, one) != NULL, count == 1);
    assert_int_equal(strstr(sentence, several) != NULL, count > 1);
}

static void expect_good_french(const struct ballot *ballot)
{
    char sentence[SENTENCE_SIZE];
    write_sentence(ballot, sentence);
    bool is_unanimous = strcmp(sentence, "À l'unanimité") == 0 ||
                        strcmp(sentence, "Au scrutin secret, à l'unanimité") == 0;
    assert_int_equal(is_unanimous, ballot_is_unanimous(ballot));
    assert_int_equal(strstr(sentence, "unanimité") != NULL,
        ballot->counts.in_favour > 0 && ballot->counts.against == 0);
    assert_int_equal(strstr(sentence, "rejetée") != NULL,
        ballot_result(ballot) == BALLOT_REJECTED && ballot_expressed(ballot) > 0);
    assert_int_equal(strstr(sentence, "partagées") != NULL, ballot_result(ballot) == BALLOT_TIED);
    assert_int_equal(
        strncmp(sentence, "Au scrutin secret, ", 19) == 0, ballot->mode == BALLOT_SECRET);
    assert_null(strstr(sentence, "  "));
    assert_null(strstr(sentence, ",,"));
    if (is_unanimous)
        return;
    expect_count(sentence, ballot->counts.in_favour, "une voix pour", "voix pour");
    expect_count(sentence, ballot->counts.against, "une voix contre", "voix contre");
    expect_count(sentence, ballot->counts.abstentions, "une abstention", "abstentions");
}

// Case 63: every count up to five, with and without people who took no part, in every mode and
// majority, with every casting vote.
static void every_sentence_is_right_in_number_and_gender(void **state)
{
    (void)state;
    for (int number = 0; number < COUNTS; number++) {
        for (int i = 0; i < 2 * 3 * 4 * 3; i++) {
            struct ballot ballot = ballot_number(number);
            ballot.voters += i % 2;
            ballot.mode = (enum ballot_mode)(i / 2 % 3);
            ballot.majority = (enum majority)(i / 6 % 4);
            ballot.casting = (enum casting_vote)(i / 24);
            expect_good_french(&ballot);
        }
    }
}

static bool is_for_only(const struct ballot *ballot)
{
    return ballot->counts.in_favour > 0 && ballot_cast(ballot) == ballot->counts.in_favour;
}

static bool is_same(const struct ballot *left, const struct ballot *right)
{
    return memcmp(&left->counts, &right->counts, sizeof left->counts) == 0;
}

// Case 64: the sentence of one ballot fits another only where their numbers are the same, or the
// bare «À l'unanimité» is true of both.
static void a_sentence_fits_its_own_numbers(void **state)
{
    (void)state;
    for (int i = 1; i < COUNTS; i++) {
        char sentence[SENTENCE_SIZE];
        struct ballot ballot = ballot_number(i);
        write_sentence(&ballot, sentence);
        for (int j = 1; j < COUNTS; j++) {
            struct ballot other = ballot_number(j);
            bool expected =
                is_same(&ballot, &other) || (is_for_only(&ballot) && is_for_only(&other));
            if (ballot_sentence_fits(sentence, &other) != expected)
                print_error("«%s» and %d %d %d\n", sentence, other.counts.in_favour,
                    other.counts.against, other.counts.abstentions);
            assert_int_equal(ballot_sentence_fits(sentence, &other), expected);
        }
    }
}

static void every_sentence_fits_its_ballot(void **state)
{
    (void)state;
    for (int number = 0; number < COUNTS; number++) {
        for (int i = 0; i < 2 * 3 * 4 * 3; i++) {
            char sentence[SENTENCE_SIZE];
            struct ballot ballot = ballot_number(number);
            ballot.voters += i % 2;
            ballot.mode = (enum ballot_mode)(i / 2 % 3);
            ballot.majority = (enum majority)(i / 6 % 4);
            ballot.casting = (enum casting_vote)(i / 24);
            write_sentence(&ballot, sentence);
            assert_true(ballot_sentence_fits(sentence, &ballot));
        }
    }
    struct ballot consensus = {.consensus = true};
    assert_true(ballot_sentence_fits("Par consensus", &consensus));
}

// Case 64: what people make of it by hand.
static void a_sentence_by_hand_is_understood(void **state)
{
    (void)state;
    static const struct {
        const char *sentence;
        int counts[3];
        bool fits;
    } expected[] = {
        {"Par neuf voix pour et deux abstentions (M. Chargé et Mme Conseillère)", {9, 0, 2}, true},
        {"Par neuf voix pour et deux abstentions (M. Chargé et Mme Conseillère)", {8, 0, 3}, false},
        {"Adopté par 9 voix pour, aucune voix contre, sans abstention", {9, 0, 0}, true},
        {"Adopté par 9 voix pour, aucune voix contre, sans abstention", {9, 0, 1}, false},
        {"Pour : 5 ; contre : 3 ; abstentions : 1", {5, 3, 1}, true},
        {"Pour : 5 ; contre : 3 ; abstentions : 1", {5, 3, 2}, false},
        {"Pour : 5, contre : 3", {5, 3, 2}, false},
        {"5 POUR, 3 CONTRE", {5, 3, 0}, true},
        {"Par 9 voix pour", {9, 1, 0}, false},
        {"Par 9 voix pour, Mme Conseillère votant contre", {9, 1, 0}, true},
        {"Par 9 suffrages exprimés pour", {9, 0, 0}, true},
        {"Le comité adopte à l'unanimité moins une abstention", {9, 0, 1}, true},
        {"Le comité adopte à l'unanimité moins une abstention", {9, 0, 2}, false},
        {"Le comité adopte à l'unanimité moins une abstention", {9, 1, 1}, false},
        {"À l'unanimité moins une voix contre", {9, 1, 0}, true},
        {"À l'unanimité des suffrages exprimés, 2 abstentions", {9, 0, 2}, true},
        {"À l'unanimité, 2 abstentions", {9, 0, 2}, false},
        {"À l'unanimité des suffrages exprimés", {9, 0, 1}, true},
        {"À l’unanimité", {9, 0, 0}, true},
        {"À l’unanimité", {9, 1, 0}, false},
        {"Faute de consensus, par 5 voix pour et 3 voix contre", {5, 3, 0}, true},
        {"Par consensus", {5, 3, 0}, false},
        {"À la majorité, sans unanimité", {5, 3, 0}, true},
        {"À la majorité, sans unanimité", {5, 0, 0}, false},
        {"La proposition n'est pas adoptée", {3, 5, 0}, true},
        {"La proposition n'est pas adoptée", {5, 3, 0}, false},
        {"La proposition est rejetée", {5, 3, 0}, false},
        {"Adoptée à la majorité", {5, 3, 0}, true},
        {"Les membres sont d'accord, pour 2 ans", {5, 3, 0}, true},
        {"Au scrutin secret, par 5 voix pour et 3 voix contre", {5, 3, 0}, false},
        {"", {5, 3, 0}, true},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const int *counts = expected[i].counts;
        struct ballot ballot = ballot_of(counts[0], counts[1], counts[2], 0);
        if (ballot_sentence_fits(expected[i].sentence, &ballot) != expected[i].fits)
            print_error("«%s»\n", expected[i].sentence);
        assert_int_equal(ballot_sentence_fits(expected[i].sentence, &ballot), expected[i].fits);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_those_of_the_contract),
        cmocka_unit_test(the_edges_are_said_in_french),
        cmocka_unit_test(a_tie_says_what_comes_of_it),
        cmocka_unit_test(a_secret_ballot_says_so),
        cmocka_unit_test(every_sentence_is_right_in_number_and_gender),
        cmocka_unit_test(a_sentence_fits_its_own_numbers),
        cmocka_unit_test(every_sentence_fits_its_ballot),
        cmocka_unit_test(a_sentence_by_hand_is_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
