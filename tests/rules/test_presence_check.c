// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "committee_sample.h"
#include "random_meeting.h"
#include "rules/presence_check.h"

enum { ROUNDS = 5000 };

static void expect_proxy(
    const struct sample *sample, int64_t giver, int64_t holder, const char *sentence)
{
    struct arena arena = {0};
    struct problem problem = {0};
    enum status status =
        presence_check_proxy(&sample->attendance, giver, holder, 1, &arena, &problem);
    assert_string_equal(problem.sentence, sentence);
    assert_int_equal(status, *sentence == '\0' ? STATUS_DONE : STATUS_REFUSED);
    arena_clear(&arena);
}

// Issue 4, bad input: a proxy to someone absent or beyond the allowed number.
static void a_proxy_is_refused_with_its_reason(void **state)
{
    (void)state;
    static const int items[] = {1};
    struct sample sample;
    sample_open(&sample);
    expect_proxy(&sample, FARID, ANNE,
        "Farid siège à ce point : notez d'abord son départ ou son absence, puis le pouvoir.");
    sample.seats[FARID].presence = PRESENCE_EXCUSED;
    sample.seats[DENIS].presence = PRESENCE_ABSENT;
    expect_proxy(&sample, FARID, ANNE, "");
    expect_proxy(&sample, FARID, DENIS,
        "Denis ne siège pas à ce point : donnez le pouvoir à une personne présente.");
    expect_proxy(&sample, FARID, FARID,
        "Farid ne peut pas se donner pouvoir : choisissez une autre personne.");
    expect_proxy(&sample, FARID, GAELLE,
        "Gaëlle ne vote pas à ce point : donnez le pouvoir à une personne qui vote.");
    expect_proxy(&sample, GAELLE, ANNE,
        "Gaëlle n'a pas de voix à donner : seul un titulaire à voix délibérative donne pouvoir.");
    expect_proxy(&sample, FARID, 99,
        "Cette personne n'est pas attendue à la séance : ajoutez-la d'abord aux présences.");
    sample.seats[ELISE].withdrawals = items;
    sample.seats[ELISE].withdrawal_count = 1;
    expect_proxy(&sample, FARID, ELISE,
        "Élise ne vote pas à ce point : donnez le pouvoir à une personne qui vote.");
    sample.seats[BILAL].presence = PRESENCE_ABSENT;
    expect_proxy(&sample, BILAL, ANNE,
        "Hugo siège à ce point pour Bilal : un pouvoir n'est pas nécessaire.");
}

static void a_proxy_beyond_the_number_is_refused(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    sample.seats[DENIS].presence = PRESENCE_EXCUSED;
    sample.seats[ELISE].presence = PRESENCE_EXCUSED;
    sample.seats[FARID].presence = PRESENCE_EXCUSED;
    sample.seats[DENIS].proxy_to = ANNE;
    expect_proxy(&sample, FARID, ANNE,
        "Anne détient déjà un pouvoir, le seul permis : donnez celui-ci à une autre personne.");
    expect_proxy(&sample, DENIS, ANNE, "");
    sample.attendance.proxies_allowed = 2;
    expect_proxy(&sample, FARID, ANNE, "");
    sample.seats[ELISE].proxy_to = ANNE;
    expect_proxy(&sample, FARID, ANNE,
        "Anne détient déjà 2 pouvoirs, le plus qui soit permis : donnez celui-ci à une autre "
        "personne.");
    sample.attendance.proxies_allowed = PROXIES_WITHOUT_LIMIT;
    expect_proxy(&sample, FARID, ANNE, "");
    sample.attendance.proxies_allowed = 0;
    expect_proxy(&sample, FARID, ANNE,
        "Cette instance n'admet pas de pouvoir : notez plutôt qui représente Farid.");
}

// Accepted: the giver votes by proxy, and no other proxy falls. Refused: one of them is not so.
static void a_proxy_is_accepted_where_it_counts(void **state)
{
    (void)state;
    struct random random = {9};
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct random_meeting meeting;
        struct standing before[MEETING_SEATS];
        struct standing after[MEETING_SEATS];
        struct arena arena = {0};
        random_meeting(&random, &meeting);
        size_t giver = random_below(&random, MEETING_SEATS);
        int64_t holder = 1 + (int64_t)random_below(&random, MEETING_SEATS);
        int item = 1 + round % MEETING_ITEMS;
        meeting.seats[giver].withdrawal_count = 0;
        enum status status = presence_check_proxy(
            &meeting.attendance, meeting.seats[giver].id, holder, item, &arena, NULL);
        arena_clear(&arena);
        meeting.seats[giver].proxy_to = 0;
        presence_at(&meeting.attendance, item, before);
        meeting.seats[giver].proxy_to = holder;
        presence_at(&meeting.attendance, item, after);
        bool counts = after[giver].votes_by_proxy;
        for (size_t i = 0; i < MEETING_SEATS; i++)
            counts = counts && (!before[i].votes_by_proxy || after[i].votes_by_proxy);
        assert_int_equal(status == STATUS_DONE, counts);
        accepted += counts;
    }
    assert_true(accepted > ROUNDS / 50);
}

// Case 47: only on someone present.
static void a_withdrawal_is_of_someone_present(void **state)
{
    (void)state;
    struct sample sample;
    struct problem problem = {0};
    sample_open(&sample);
    sample.seats[DENIS].presence = PRESENCE_ABSENT;
    assert_int_equal(presence_check_withdrawal(&sample.attendance, ANNE, 1, &problem), STATUS_DONE);
    assert_int_equal(
        presence_check_withdrawal(&sample.attendance, DENIS, 1, &problem), STATUS_REFUSED);
    assert_string_equal(problem.sentence,
        "Denis ne siège pas à ce point : un déport se note pour une personne présente.");
    assert_int_equal(presence_check_withdrawal(&sample.attendance, 99, 1, NULL), STATUS_REFUSED);
}

static void expect_move(
    const struct sample *sample, int64_t seat, bool arrives, int item, const char *sentence)
{
    struct problem problem = {0};
    enum status status = presence_check_move(&sample->attendance, seat, arrives, item, &problem);
    assert_string_equal(problem.sentence, sentence);
    assert_int_equal(status, *sentence == '\0' ? STATUS_DONE : STATUS_REFUSED);
}

static void a_move_starts_from_where_one_is(void **state)
{
    (void)state;
    static const struct seat_move moves[] = {{.item = 3}};
    struct sample sample;
    sample_open(&sample);
    expect_move(&sample, ANNE, false, 2, "");
    expect_move(&sample, ANNE, true, 2, "Anne siège déjà à ce point : notez d'abord son départ.");
    sample.seats[ANNE].moves = moves;
    sample.seats[ANNE].move_count = 1;
    expect_move(
        &sample, ANNE, false, 4, "Anne ne siège pas à ce point : notez d'abord son arrivée.");
    expect_move(&sample, ANNE, true, 3, "");
    expect_move(&sample, ANNE, true, 2,
        "Anne a déjà un mouvement noté à un point qui suit : retirez-le d'abord.");
    sample.seats[DENIS].presence = PRESENCE_EXCUSED;
    expect_move(&sample, DENIS, true, 1, "");
}

static void a_deputy_has_a_name_and_sits_for_a_member(void **state)
{
    (void)state;
    struct sample sample;
    struct problem problem = {0};
    sample_open(&sample);
    assert_int_equal(presence_check_deputy(&sample.attendance, ANNE, "Zoé", &problem), STATUS_DONE);
    assert_int_equal(presence_check_deputy(&sample.attendance, ANNE, "", &problem), STATUS_REFUSED);
    assert_string_equal(problem.sentence, "Dites qui représente Anne : son nom manque.");
    assert_int_equal(presence_check_deputy(&sample.attendance, HUGO, "Zoé", NULL), STATUS_REFUSED);
    assert_int_equal(presence_check_deputy(&sample.attendance, INES, "Zoé", NULL), STATUS_REFUSED);
}

static void expect_votes(const struct sample *sample, const char *sentence)
{
    static const struct cast_vote votes[] = {
        {ANNE, 2, "1.1"}, {FARID, 2, "1.1"}, {FARID, 4, "3"}, {DENIS, 4, "3"}};
    struct arena arena = {0};
    struct problem problem = {0};
    enum status status = presence_check_votes(
        &sample->attendance, votes, sizeof votes / sizeof votes[0], &arena, &problem);
    assert_string_equal(problem.sentence, sentence);
    assert_int_equal(status, *sentence == '\0' ? STATUS_DONE : STATUS_REFUSED);
    arena_clear(&arena);
}

// Issue 4, bad input: a person who voted marked absent for that item.
static void who_voted_stays_a_voter(void **state)
{
    (void)state;
    static const struct seat_move late[] = {{.item = 5}};
    static const struct seat_move early[] = {{.item = 4}};
    struct sample sample;
    sample_open(&sample);
    expect_votes(&sample, "");
    sample.seats[DENIS].moves = late;
    sample.seats[DENIS].move_count = 1;
    expect_votes(&sample, "");
    sample.seats[DENIS].moves = early;
    expect_votes(&sample,
        "Denis a voté au point 3 et ne peut pas y être sans voix : corrigez d'abord le scrutin.");
    sample.seats[DENIS].move_count = 0;
    sample.seats[FARID].presence = PRESENCE_EXCUSED;
    sample.seats[FARID].proxy_to = ANNE;
    expect_votes(&sample, "");
    sample.seats[ANNE].moves = early;
    sample.seats[ANNE].move_count = 1;
    expect_votes(&sample,
        "Farid a voté au point 3 et ne peut pas y être sans voix : corrigez d'abord le scrutin.");
    sample.seats[ANNE].presence = PRESENCE_ABSENT;
    expect_votes(&sample,
        "Anne a voté au point 1.1 et ne peut pas y être sans voix : corrigez d'abord le scrutin.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_proxy_is_refused_with_its_reason),
        cmocka_unit_test(a_proxy_beyond_the_number_is_refused),
        cmocka_unit_test(a_proxy_is_accepted_where_it_counts),
        cmocka_unit_test(a_withdrawal_is_of_someone_present),
        cmocka_unit_test(a_move_starts_from_where_one_is),
        cmocka_unit_test(a_deputy_has_a_name_and_sits_for_a_member),
        cmocka_unit_test(who_voted_stays_a_voter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
