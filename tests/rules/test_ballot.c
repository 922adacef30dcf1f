// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "committee_sample.h"
#include "random_meeting.h"
#include "rules/ballot.h"
#include "rules/ballot_check.h"
#include "rules/ballot_names.h"
#include "rules/ballot_share.h"

enum { MOST = 12, ROUNDS = 3000 };

static struct ballot ballot_of(int in_favour, int against, int abstentions, int voters)
{
    return (struct ballot){
        .majority = MAJORITY_SIMPLE, .counts = {in_favour, against, abstentions}, .voters = voters};
}

// A second writing of the majorities, in thirds and halves.
static enum ballot_result expected_result(const struct ballot *ballot)
{
    double in_favour = ballot->counts.in_favour;
    double against = ballot->counts.against;
    if (in_favour + against == 0)
        return BALLOT_REJECTED;
    if (ballot->majority == MAJORITY_TWO_THIRDS)
        return in_favour / (in_favour + against) > 0.6666 ? BALLOT_ADOPTED : BALLOT_REJECTED;
    if (in_favour > against)
        return BALLOT_ADOPTED;
    if (in_favour < against)
        return BALLOT_REJECTED;
    if (ballot->mode == BALLOT_SECRET || ballot->casting == CASTING_VOTE_NONE)
        return BALLOT_TIED;
    return ballot->casting == CASTING_VOTE_FOR ? BALLOT_ADOPTED : BALLOT_REJECTED;
}

static void try_counts(struct ballot ballot)
{
    for (int i = 0; i < 4 * 3 * 3; i++) {
        ballot.majority = (enum majority)(i % 4);
        ballot.mode = (enum ballot_mode)(i / 4 % 3);
        ballot.casting = (enum casting_vote)(i / 12);
        assert_int_equal(ballot_result(&ballot), expected_result(&ballot));
    }
}

// Contract §5: every count up to twelve, every majority, mode and casting vote.
static void majorities_count_the_votes_expressed(void **state)
{
    (void)state;
    for (int i = 0; i < (MOST + 1) * (MOST + 1) * (MOST + 1); i++)
        try_counts(ballot_of(
            i % (MOST + 1), i / (MOST + 1) % (MOST + 1), i / (MOST + 1) / (MOST + 1), 3 * MOST));
}

static void consensus_is_adopted_and_counts_nobody(void **state)
{
    (void)state;
    struct ballot ballot = {.consensus = true, .voters = 9};
    assert_int_equal(ballot_result(&ballot), BALLOT_ADOPTED);
    assert_int_equal(ballot_without_vote(&ballot), 0);
    assert_false(ballot_is_unanimous(&ballot));
    assert_string_equal(ballot_decision_mode(&ballot), "consensus");
    assert_int_equal(ballot_check(&ballot, 9, 0, NULL), STATUS_DONE);
}

static void the_mode_is_that_of_the_decision(void **state)
{
    (void)state;
    struct ballot ballot = ballot_unanimous(MAJORITY_SIMPLE, 9);
    assert_string_equal(ballot_decision_mode(&ballot), "unanimite");
    ballot.mode = BALLOT_SECRET;
    assert_string_equal(ballot_decision_mode(&ballot), "vote-secret");
    ballot = ballot_of(9, 0, 1, 10);
    assert_string_equal(ballot_decision_mode(&ballot), "vote");
    ballot = ballot_of(9, 0, 0, 10);
    assert_string_equal(ballot_decision_mode(&ballot), "vote");
    assert_int_equal(ballot_without_vote(&ballot), 1);
}

static const struct seat *casting_seat(struct sample *sample)
{
    sample_count(sample, 1);
    return ballot_casting_seat(&sample->attendance, sample->standings + 1);
}

static void a_casting_vote_is_a_single_chairs(void **state)
{
    (void)state;
    static const int items[] = {1};
    struct sample sample;
    sample_open(&sample);
    assert_ptr_equal(casting_seat(&sample), &sample.seats[ORGANISER]);
    sample.seats[ORGANISER].presence = PRESENCE_REPRESENTED;
    sample.seats[ORGANISER].deputy = "Trésorière";
    assert_null(casting_seat(&sample));
    sample.seats[ORGANISER].presence = PRESENCE_VIDEO;
    assert_non_null(casting_seat(&sample));
    sample.seats[ORGANISER].withdrawals = items;
    sample.seats[ORGANISER].withdrawal_count = 1;
    assert_null(casting_seat(&sample));
    sample.seats[ORGANISER].withdrawal_count = 0;
    sample.seats[OFFICER].role = SEAT_COCHAIR;
    assert_null(casting_seat(&sample));
    sample.seats[OFFICER].presence = PRESENCE_ABSENT;
    assert_null(casting_seat(&sample));
    sample.seats[OFFICER].role = SEAT_CHAIR;
    assert_null(casting_seat(&sample));
    sample.seats[OFFICER].role = SEAT_MEMBER;
    sample.seats[ORGANISER].role = SEAT_COCHAIR;
    assert_null(casting_seat(&sample));
}

static void expect_ballot_check(struct ballot ballot, int present, int shared, const char *sentence)
{
    struct problem problem = {0};
    enum status status = ballot_check(&ballot, present, shared, &problem);
    assert_string_equal(problem.sentence, sentence);
    assert_int_equal(status, *sentence == '\0' ? STATUS_DONE : STATUS_REFUSED);
}

// Case 51.
static void nobody_present_votes(void **state)
{
    (void)state;
    static const char nobody[] =
        "Aucun membre qui vote n'est présent : notez d'abord les présences, puis le vote.";
    expect_ballot_check(ballot_of(1, 0, 0, 0), 0, 0, nobody);
    expect_ballot_check((struct ballot){.consensus = true}, 0, 0, nobody);
    expect_ballot_check(ballot_unanimous(MAJORITY_SIMPLE, 0), 0, 0, nobody);
    expect_ballot_check(ballot_of(1, 0, 0, 0), 2, 0,
        "Personne ne vote à ce point : vérifiez les présences et les déports.");
}

// Cases 53 and 58.
static void counts_stay_within_the_voters(void **state)
{
    (void)state;
    expect_ballot_check(ballot_of(9, 0, 2, 11), 10, 0, "");
    expect_ballot_check(ballot_of(9, 1, 2, 11), 10, 0,
        "12 voix comptées pour 11 votants : corrigez les nombres ou les présences.");
    expect_ballot_check(ballot_of(1, 0, 1, 1), 1, 0,
        "2 voix comptées pour 1 votant : corrigez les nombres ou les présences.");
    expect_ballot_check(ballot_of(9, -1, 2, 11), 10, 0,
        "Le nombre de voix contre ne peut pas être -1 : donnez un nombre de 0 à 9999.");
    expect_ballot_check(ballot_of(2147483647, 2147483647, 2, 11), 10, 0,
        "Le nombre de voix pour ne peut pas être 2147483647 : donnez un nombre de 0 à 9999.");
    expect_ballot_check(ballot_of(0, 0, 0, 11), 10, 0,
        "Aucune voix n'est comptée : donnez les voix pour, contre et les abstentions.");
}

// Case 61: every pair of ballots that shares its voters.
static void ballots_of_one_item_share_their_voters(void **state)
{
    (void)state;
    expect_ballot_check(ballot_of(6, 0, 1, 11), 10, 4, "");
    expect_ballot_check(ballot_of(6, 0, 2, 11), 10, 4,
        "12 voix comptées pour 11 votants, dont 4 aux autres scrutins de ce point : corrigez les "
        "nombres ou les présences.");
    for (int first = 0; first <= MOST; first++) {
        for (int second = 1; second <= MOST; second++) {
            struct ballot ballot = ballot_of(second, 0, 0, MOST);
            assert_int_equal(
                ballot_check(&ballot, MOST, first, NULL) == STATUS_DONE, first + second <= MOST);
        }
    }
}

static void expect_read(const char *const texts[3], struct ballot_counts expected)
{
    struct ballot_counts counts = {-1, -1, -1};
    struct problem problem = {0};
    assert_int_equal(ballot_counts_read(texts, &counts, &problem), STATUS_DONE);
    assert_string_equal(problem.sentence, "");
    assert_memory_equal(&counts, &expected, sizeof counts);
}

static void expect_unread(const char *const texts[3], const char *sentence)
{
    struct ballot_counts counts = {-1, -1, -1};
    struct problem problem = {0};
    assert_int_equal(ballot_counts_read(texts, &counts, &problem), STATUS_REFUSED);
    assert_string_equal(problem.sentence, sentence);
    assert_int_equal(counts.in_favour, -1);
}

// Cases 53 and 58.
static void counts_are_read_as_numbers(void **state)
{
    (void)state;
    expect_read((const char *const[3]){"9", "0", "2"}, (struct ballot_counts){9, 0, 2});
    expect_read((const char *const[3]){" 12 ", "", NULL}, (struct ballot_counts){12, 0, 0});
    expect_read((const char *const[3]){NULL, NULL, "0"}, (struct ballot_counts){0, 0, 0});
    expect_unread((const char *const[3]){"9", "-1", "2"},
        "Le nombre de voix contre ne peut pas être négatif : tapez 0 ou plus.");
    expect_unread((const char *const[3]){"9", "0", "deux"},
        "«deux» n'est pas un nombre d'abstentions : tapez des chiffres, ou laissez vide.");
    expect_unread((const char *const[3]){"9 0 2", "", ""},
        "«9 0 2» n'est pas un nombre de voix pour : tapez des chiffres, ou laissez vide.");
    expect_unread((const char *const[3]){"99999999999", "", ""},
        "Le nombre de voix pour va jusqu'à 9999 : corrigez «99999999999».");
    expect_unread((const char *const[3]){"", " ", NULL},
        "Aucun nombre n'est donné : tapez au moins les voix pour, contre ou les abstentions.");
}

static struct ballot_counts count_names(struct sample *sample, const struct named_vote votes[],
    size_t count, enum ballot_choice otherwise)
{
    struct ballot_counts counts;
    sample_count(sample, 1);
    assert_int_equal(ballot_count_names(&sample->attendance, sample->standings + 1, votes, count,
                         otherwise, &counts, NULL),
        STATUS_DONE);
    return counts;
}

// Case 54, and issue 4: the dissenters alone are enough.
static void one_person_has_one_vote(void **state)
{
    (void)state;
    static const struct named_vote votes[] = {{ORGANISER, BALLOT_AGAINST},
        {TRAINER, BALLOT_ABSTENTION}, {ORGANISER, BALLOT_ABSTENTION}, {OFFICER, BALLOT_NO_VOTE}};
    struct sample sample;
    sample_open(&sample);
    sample.seats[TRAINER].presence = PRESENCE_EXCUSED;
    sample.seats[TRAINER].proxy_to = ORGANISER;
    struct ballot_counts counts = count_names(&sample, votes, 0, BALLOT_FOR);
    assert_memory_equal(&counts, (&(struct ballot_counts){6, 0, 0}), sizeof counts);
    counts = count_names(&sample, votes, 1, BALLOT_FOR);
    assert_memory_equal(&counts, (&(struct ballot_counts){5, 1, 0}), sizeof counts);
    counts = count_names(&sample, votes, 4, BALLOT_FOR);
    assert_memory_equal(&counts, (&(struct ballot_counts){3, 0, 2}), sizeof counts);
    counts = count_names(&sample, votes, 4, BALLOT_NO_VOTE);
    assert_memory_equal(&counts, (&(struct ballot_counts){0, 0, 2}), sizeof counts);
}

static void who_does_not_vote_has_no_named_vote(void **state)
{
    (void)state;
    const struct named_vote vote = {KEEPER, BALLOT_FOR};
    struct ballot_counts counts = {-1, -1, -1};
    struct sample sample;
    struct problem problem = {0};
    sample_open(&sample);
    sample_count(&sample, 1);
    assert_int_equal(ballot_count_names(&sample.attendance, sample.standings + 1, &vote, 1,
                         BALLOT_FOR, &counts, &problem),
        STATUS_REFUSED);
    assert_string_equal(problem.sentence,
        "Gardienne ne vote pas à ce point : vérifiez sa présence, sa voix et son pouvoir.");
    assert_int_equal(counts.in_favour, -1);
}

// Cases 50 and 53: named votes never exceed the voters of the status line.
static void named_votes_are_those_of_the_voters(void **state)
{
    (void)state;
    struct random random = {53};
    for (int round = 0; round < ROUNDS; round++) {
        struct random_meeting meeting;
        struct standing standings[MEETING_SEATS];
        struct named_vote votes[MEETING_SEATS];
        struct ballot_counts counts;
        size_t count = 0;
        int no_votes = 0;
        random_meeting(&random, &meeting);
        presence_at(&meeting.attendance, 1, standings);
        for (size_t i = 0; i < MEETING_SEATS; i++) {
            if (!standings[i].votes && !standings[i].votes_by_proxy)
                continue;
            votes[count] = (struct named_vote){
                meeting.seats[i].id, (enum ballot_choice)random_below(&random, 4)};
            no_votes += votes[count++].choice == BALLOT_NO_VOTE;
        }
        assert_int_equal(ballot_count_names(&meeting.attendance, standings, votes, count,
                             BALLOT_FOR, &counts, NULL),
            STATUS_DONE);
        assert_int_equal(counts.in_favour + counts.against + counts.abstentions + no_votes,
            presence_total(&meeting.attendance, standings).voters);
    }
}

static void case_65_shares_are_of_the_chosen_base(void **state)
{
    (void)state;
    static const int expected[4][4] = {
        [BALLOT_BASE_EXPRESSED] = {818, 182, -1, -1},
        [BALLOT_BASE_CAST] = {692, 154, 154, -1},
        [BALLOT_BASE_VOTERS] = {643, 143, 143, 71},
        [BALLOT_BASE_MEMBERS] = {450, 100, 100, 50},
    };
    struct ballot ballot = ballot_of(9, 2, 2, 14);
    for (int base = 0; base < 4; base++) {
        for (int choice = 0; choice < 4; choice++) {
            int tenths = -1;
            assert_int_equal(ballot_share(&ballot, (enum ballot_choice)choice,
                                 (enum ballot_base)base, 20, &tenths),
                expected[base][choice] >= 0);
            assert_int_equal(tenths, expected[base][choice]);
        }
    }
}

static void case_65_shares_make_a_whole_and_never_divide_by_zero(void **state)
{
    (void)state;
    for (int i = 0; i < 10 * 10 * 10 * 10; i++) {
        struct ballot ballot = ballot_of(i % 10, i / 10 % 10, i / 100 % 10, 0);
        ballot.voters = ballot_cast(&ballot) + i / 1000;
        for (int base = 0; base <= BALLOT_BASE_VOTERS; base++) {
            int sum = 0;
            int parts = 0;
            for (int choice = 0; choice < 4; choice++) {
                int tenths = 0;
                parts += ballot_share(
                    &ballot, (enum ballot_choice)choice, (enum ballot_base)base, 0, &tenths);
                assert_in_range(tenths, 0, 1000);
                sum += tenths;
            }
            assert_true(parts == 0 || (sum >= 998 && sum <= 1002));
        }
        int tenths = -1;
        assert_false(ballot_share(&ballot, BALLOT_FOR, BALLOT_BASE_MEMBERS, 0, &tenths));
        assert_int_equal(tenths, -1);
    }
}

static void a_share_is_written_in_french(void **state)
{
    (void)state;
    struct buffer out = {0};
    ballot_share_text(&out, 818);
    buffer_append(&out, " ");
    ballot_share_text(&out, 1000);
    buffer_append(&out, " ");
    ballot_share_text(&out, 5);
    assert_string_equal(buffer_text(&out), "81,8\u00a0% 100,0\u00a0% 0,5\u00a0%");
    buffer_clear(&out);
}

static void codes_are_those_of_the_contract(void **state)
{
    (void)state;
    assert_string_equal(value_code(&majority_values, MAJORITY_CONSENSUS), "consensus");
    assert_string_equal(value_code(&majority_values, MAJORITY_SIMPLE), "simple");
    assert_string_equal(value_code(&majority_values, MAJORITY_ABSOLUTE), "absolue");
    assert_string_equal(value_code(&majority_values, MAJORITY_TWO_THIRDS), "deux-tiers");
    assert_string_equal(value_code(&ballot_mode_values, BALLOT_SHOW_OF_HANDS), "main-levee");
    assert_string_equal(value_code(&ballot_mode_values, BALLOT_BY_NAME), "nominal");
    assert_string_equal(value_code(&ballot_mode_values, BALLOT_SECRET), "secret");
    assert_string_equal(value_code(&ballot_result_values, BALLOT_ADOPTED), "adopte");
    assert_string_equal(value_code(&ballot_result_values, BALLOT_REJECTED), "rejete");
    assert_string_equal(value_code(&ballot_result_values, BALLOT_TIED), "partage");
}

static void case_53_counts_are_read_from_one_line(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        struct ballot_counts counts;
    } read[] = {
        {"9 0 2", {9, 0, 2}},
        {"  9", {9, 0, 0}},
        {"9, 1", {9, 1, 0}},
        {"ç à é", {9, 0, 2}},
        {"&é à \"", {12, 0, 3}},
    };
    static const struct {
        const char *line, *words;
    } refused[] = {
        {"", "Aucun nombre"},
        {"9 0 2 1", "Trois nombres"},
        {"9 -1", "négatif"},
        {"9 deux", "«deux»"},
        {"10000", "9999"},
    };
    for (size_t i = 0; i < sizeof read / sizeof read[0]; i++) {
        struct ballot_counts counts = {0};
        assert_int_equal(ballot_counts_read_line(read[i].line, &counts, NULL), STATUS_DONE);
        assert_memory_equal(&counts, &read[i].counts, sizeof counts);
    }
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct ballot_counts counts = {7, 7, 7};
        struct problem problem = {0};
        assert_int_equal(
            ballot_counts_read_line(refused[i].line, &counts, &problem), STATUS_REFUSED);
        assert_non_null(strstr(problem.sentence, refused[i].words));
        assert_int_equal(counts.against, 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(majorities_count_the_votes_expressed),
        cmocka_unit_test(consensus_is_adopted_and_counts_nobody),
        cmocka_unit_test(the_mode_is_that_of_the_decision),
        cmocka_unit_test(a_casting_vote_is_a_single_chairs),
        cmocka_unit_test(nobody_present_votes),
        cmocka_unit_test(counts_stay_within_the_voters),
        cmocka_unit_test(ballots_of_one_item_share_their_voters),
        cmocka_unit_test(counts_are_read_as_numbers),
        cmocka_unit_test(one_person_has_one_vote),
        cmocka_unit_test(who_does_not_vote_has_no_named_vote),
        cmocka_unit_test(named_votes_are_those_of_the_voters),
        cmocka_unit_test(case_65_shares_are_of_the_chosen_base),
        cmocka_unit_test(case_65_shares_make_a_whole_and_never_divide_by_zero),
        cmocka_unit_test(a_share_is_written_in_french),
        cmocka_unit_test(codes_are_those_of_the_contract),
        cmocka_unit_test(case_53_counts_are_read_from_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
