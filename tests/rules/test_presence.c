// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "committee_sample.h"

static void expect_totals(struct sample *sample, int item, int present, int proxies, int voters)
{
    struct presence_totals totals = sample_count(sample, item);
    assert_int_equal(totals.seats, 6);
    assert_int_equal(totals.present, present);
    assert_int_equal(totals.proxies, proxies);
    assert_int_equal(totals.voters, voters);
}

// Case 43: guests are apart; neither they nor advisers count.
static void guests_and_advisers_do_not_count(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    expect_totals(&sample, 1, 6, 0, 6);
    assert_int_equal(sample_count(&sample, 1).held, 9);
    assert_false(sample_standing(&sample, KEEPER)->counts);
    assert_false(sample_standing(&sample, NURSE)->votes);
    sample.seats[KEEPER].presence = PRESENCE_ABSENT;
    sample.seats[NURSE].presence = PRESENCE_ABSENT;
    expect_totals(&sample, 1, 6, 0, 6);
}

// Case 42: each presence excludes the others.
static void each_presence_counts_as_the_contract_says(void **state)
{
    (void)state;
    static const struct {
        enum presence presence;
        bool counts;
    } expected[] = {
        {PRESENCE_UNKNOWN, false},
        {PRESENCE_PRESENT, true},
        {PRESENCE_VIDEO, true},
        {PRESENCE_REPRESENTED, true},
        {PRESENCE_EXCUSED, false},
        {PRESENCE_ABSENT, false},
    };
    struct sample sample;
    sample_open(&sample);
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        sample.seats[OFFICER].presence = expected[i].presence;
        sample.seats[OFFICER].deputy = "Trésorière";
        expect_totals(&sample, 1, 5 + expected[i].counts, 0, 5 + expected[i].counts);
        assert_int_equal(sample_standing(&sample, OFFICER)->held, expected[i].counts);
    }
}

static void a_deputy_without_a_name_does_not_sit(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    sample.seats[OFFICER].presence = PRESENCE_REPRESENTED;
    expect_totals(&sample, 1, 5, 0, 5);
    sample.seats[OFFICER].deputy = "";
    expect_totals(&sample, 1, 5, 0, 5);
}

static void an_arrival_counts_from_its_item_on(void **state)
{
    (void)state;
    static const struct seat_move moves[] = {{.arrives = true, .item = 3, .hour = "15:20"}};
    struct sample sample;
    sample_open(&sample);
    sample.seats[ACCOUNTANT].moves = moves;
    sample.seats[ACCOUNTANT].move_count = 1;
    for (int item = 0; item <= 5; item++)
        expect_totals(&sample, item, item >= 3 ? 6 : 5, 0, item >= 3 ? 6 : 5);
}

static void a_departure_counts_from_its_item_on(void **state)
{
    (void)state;
    static const struct seat_move moves[] = {{.item = 4}, {.arrives = true, .item = 6}};
    struct sample sample;
    sample_open(&sample);
    sample.seats[ACCOUNTANT].moves = moves;
    sample.seats[ACCOUNTANT].move_count = 2;
    for (int item = 0; item <= 7; item++)
        expect_totals(
            &sample, item, item == 4 || item == 5 ? 5 : 6, 0, item == 4 || item == 5 ? 5 : 6);
}

// The deputy of who is represented comes and goes too; who is excused does not.
static void moves_are_those_of_who_sits(void **state)
{
    (void)state;
    static const struct seat_move moves[] = {{.arrives = true, .item = 2}};
    struct sample sample;
    sample_open(&sample);
    sample.seats[ACCOUNTANT].moves = moves;
    sample.seats[ACCOUNTANT].move_count = 1;
    sample.seats[ACCOUNTANT].presence = PRESENCE_REPRESENTED;
    sample.seats[ACCOUNTANT].deputy = "Trésorière";
    expect_totals(&sample, 1, 5, 0, 5);
    expect_totals(&sample, 2, 6, 0, 6);
    sample.seats[ACCOUNTANT].presence = PRESENCE_EXCUSED;
    expect_totals(&sample, 2, 5, 0, 5);
}

// Case 47.
static void a_withdrawal_takes_a_vote_but_not_a_presence(void **state)
{
    (void)state;
    static const int items[] = {2, 5};
    struct sample sample;
    sample_open(&sample);
    sample.seats[COUNSELLOR].withdrawals = items;
    sample.seats[COUNSELLOR].withdrawal_count = 2;
    expect_totals(&sample, 1, 6, 0, 6);
    expect_totals(&sample, 2, 6, 0, 5);
    expect_totals(&sample, 5, 6, 0, 5);
}

static void a_substitute_sits_only_for_who_is_away(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    sample_count(&sample, 1);
    assert_false(sample_standing(&sample, DIRECTOR)->counts);
    sample.seats[LIBRARIAN].presence = PRESENCE_EXCUSED;
    expect_totals(&sample, 1, 6, 0, 6);
    assert_true(sample_standing(&sample, DIRECTOR)->counts);
    assert_int_equal(
        presence_total_of_college(&sample.attendance, sample.standings + 1, COLLEGE_TOWN).present,
        3);
    sample.seats[LIBRARIAN].presence = PRESENCE_REPRESENTED;
    sample.seats[LIBRARIAN].deputy = "Trésorière";
    expect_totals(&sample, 1, 6, 0, 6);
    assert_false(sample_standing(&sample, DIRECTOR)->counts);
}

static void a_substitute_gives_the_place_back(void **state)
{
    (void)state;
    static const struct seat_move moves[] = {{.arrives = true, .item = 3}};
    struct sample sample;
    sample_open(&sample);
    sample.seats[LIBRARIAN].moves = moves;
    sample.seats[LIBRARIAN].move_count = 1;
    for (int item = 1; item < 5; item++) {
        expect_totals(&sample, item, 6, 0, 6);
        assert_int_equal(sample_standing(&sample, DIRECTOR)->votes, item < 3);
        assert_int_equal(sample_standing(&sample, LIBRARIAN)->votes, item >= 3);
    }
}

static void one_substitute_sits_for_a_principal(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    sample.seats[LIBRARIAN].presence = PRESENCE_ABSENT;
    sample.seats[NURSE] =
        (struct seat){.id = NURSE, .substitute_of = LIBRARIAN, .presence = PRESENCE_PRESENT};
    expect_totals(&sample, 1, 6, 0, 6);
    assert_false(sample_standing(&sample, NURSE)->counts);
    sample.seats[DIRECTOR].voice = VOICE_ADVISORY;
    expect_totals(&sample, 1, 6, 0, 6);
    assert_true(sample_standing(&sample, NURSE)->counts);
    sample.seats[NURSE].substitute_of = DIRECTOR;
    expect_totals(&sample, 1, 5, 0, 5);
}

static void a_proxy_votes_and_makes_no_quorum(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    sample.seats[TRAINER].presence = PRESENCE_EXCUSED;
    sample.seats[TRAINER].proxy_to = ORGANISER;
    expect_totals(&sample, 1, 5, 1, 6);
    assert_true(sample_standing(&sample, TRAINER)->votes_by_proxy);
    assert_int_equal(sample_standing(&sample, ORGANISER)->proxies, 1);
    sample.attendance.proxies_allowed = 0;
    expect_totals(&sample, 1, 5, 0, 5);
}

static void a_proxy_needs_a_holder_who_votes(void **state)
{
    (void)state;
    static const int items[] = {2};
    static const struct seat_move moves[] = {{.item = 4}};
    struct sample sample;
    sample_open(&sample);
    sample.seats[TRAINER].presence = PRESENCE_ABSENT;
    sample.seats[TRAINER].proxy_to = ORGANISER;
    sample.seats[ORGANISER].withdrawals = items;
    sample.seats[ORGANISER].withdrawal_count = 1;
    sample.seats[ORGANISER].moves = moves;
    sample.seats[ORGANISER].move_count = 1;
    expect_totals(&sample, 1, 5, 1, 6);
    expect_totals(&sample, 2, 5, 0, 4);
    expect_totals(&sample, 3, 5, 1, 6);
    expect_totals(&sample, 4, 4, 0, 4);
    sample.seats[TRAINER].proxy_to = KEEPER;
    expect_totals(&sample, 1, 5, 0, 5);
    sample.seats[TRAINER].proxy_to = NURSE + 1;
    expect_totals(&sample, 1, 5, 0, 5);
    sample.seats[TRAINER].proxy_to = TRAINER;
    expect_totals(&sample, 1, 5, 0, 5);
}

static void a_proxy_sleeps_while_the_place_is_taken(void **state)
{
    (void)state;
    static const struct seat_move moves[] = {{.item = 3}};
    struct sample sample;
    sample_open(&sample);
    sample.seats[TRAINER].proxy_to = ORGANISER;
    sample.seats[TRAINER].moves = moves;
    sample.seats[TRAINER].move_count = 1;
    expect_totals(&sample, 2, 6, 0, 6);
    expect_totals(&sample, 3, 5, 1, 6);
    sample.seats[LIBRARIAN].presence = PRESENCE_ABSENT;
    sample.seats[LIBRARIAN].proxy_to = OFFICER;
    expect_totals(&sample, 1, 6, 0, 6); // Directeur sits for Bibliothécaire
    sample.seats[DIRECTOR].presence = PRESENCE_ABSENT;
    expect_totals(&sample, 1, 5, 1, 6);
}

static void proxies_beyond_the_number_are_not_counted(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    for (int seat = OFFICER; seat <= TRAINER; seat++) {
        sample.seats[seat].presence = PRESENCE_EXCUSED;
        sample.seats[seat].proxy_to = ORGANISER;
    }
    for (int allowed = 0; allowed <= 4; allowed++) {
        int valid = allowed < 3 ? allowed : 3;
        sample.attendance.proxies_allowed = allowed;
        expect_totals(&sample, 1, 3, valid, 3 + valid);
    }
    sample.attendance.proxies_allowed = PROXIES_WITHOUT_LIMIT;
    expect_totals(&sample, 1, 3, 3, 6);
}

static void codes_are_those_of_the_contract(void **state)
{
    (void)state;
    static const char *const presences[] = {
        "", "present", "visio", "represente", "excuse", "absent"};
    static const char *const roles[] = {
        "membre", "presidence", "copresidence", "secretaire", "invite"};
    static const char *const voices[] = {"", "deliberative", "consultative"};
    const struct {
        const struct value_set *set;
        const char *const *codes;
        size_t count;
    } expected[] = {
        {&presence_values, presences, sizeof presences / sizeof presences[0]},
        {&seat_role_values, roles, sizeof roles / sizeof roles[0]},
        {&seat_voice_values, voices, sizeof voices / sizeof voices[0]},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        assert_int_equal(expected[i].set->count, expected[i].count);
        for (size_t j = 0; j < expected[i].count; j++) {
            int number = -1;
            assert_string_equal(value_code(expected[i].set, (int)j), expected[i].codes[j]);
            assert_true(value_of_code(expected[i].set, expected[i].codes[j], &number));
            assert_int_equal(number, j);
        }
    }
}

static void values_are_read_as_people_type_them(void **state)
{
    (void)state;
    int number = -1;
    struct problem problem = {0};
    assert_false(value_of_code(&seat_voice_values, "Deliberative", &number));
    assert_int_equal(
        value_read(&seat_voice_values, " Délibérative", &number, &problem), STATUS_DONE);
    assert_int_equal(number, VOICE_VOTING);
    assert_int_equal(
        value_read(&seat_voice_values, "voix consultative ", &number, &problem), STATUS_DONE);
    assert_int_equal(number, VOICE_ADVISORY);
    assert_int_equal(value_read(&seat_voice_values, "forte", &number, &problem), STATUS_REFUSED);
    assert_int_equal(number, VOICE_ADVISORY);
    assert_string_equal(problem.sentence,
        "«forte» n'est pas une valeur de «voix» : choisissez «deliberative» ou «consultative».");
    assert_true(value_of_code(&presence_values, NULL, &number));
    assert_int_equal(number, PRESENCE_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guests_and_advisers_do_not_count),
        cmocka_unit_test(each_presence_counts_as_the_contract_says),
        cmocka_unit_test(a_deputy_without_a_name_does_not_sit),
        cmocka_unit_test(an_arrival_counts_from_its_item_on),
        cmocka_unit_test(a_departure_counts_from_its_item_on),
        cmocka_unit_test(moves_are_those_of_who_sits),
        cmocka_unit_test(a_withdrawal_takes_a_vote_but_not_a_presence),
        cmocka_unit_test(a_substitute_sits_only_for_who_is_away),
        cmocka_unit_test(a_substitute_gives_the_place_back),
        cmocka_unit_test(one_substitute_sits_for_a_principal),
        cmocka_unit_test(a_proxy_votes_and_makes_no_quorum),
        cmocka_unit_test(a_proxy_needs_a_holder_who_votes),
        cmocka_unit_test(a_proxy_sleeps_while_the_place_is_taken),
        cmocka_unit_test(proxies_beyond_the_number_are_not_counted),
        cmocka_unit_test(codes_are_those_of_the_contract),
        cmocka_unit_test(values_are_read_as_people_type_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
