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
    expect_proxy(&sample, TRAINER, ORGANISER,
        "Formateur siège à ce point : notez d'abord son départ ou son absence, puis le pouvoir.");
    sample.seats[TRAINER].presence = PRESENCE_EXCUSED;
    sample.seats[OFFICER].presence = PRESENCE_ABSENT;
    expect_proxy(&sample, TRAINER, ORGANISER, "");
    expect_proxy(&sample, TRAINER, OFFICER,
        "Chargé ne siège pas à ce point : donnez le pouvoir à une personne présente.");
    expect_proxy(&sample, TRAINER, TRAINER,
        "Formateur ne peut pas se donner pouvoir : choisissez une autre personne.");
    expect_proxy(&sample, TRAINER, KEEPER,
        "Gardienne ne vote pas à ce point : donnez le pouvoir à une personne qui vote.");
    expect_proxy(&sample, KEEPER, ORGANISER,
        "Gardienne n'a pas de voix à donner : seul un titulaire à voix délibérative donne "
        "pouvoir.");
    expect_proxy(&sample, TRAINER, 99,
        "Cette personne n'est pas attendue à la séance : ajoutez-la d'abord aux présences.");
    sample.seats[COUNSELLOR].withdrawals = items;
    sample.seats[COUNSELLOR].withdrawal_count = 1;
    expect_proxy(&sample, TRAINER, COUNSELLOR,
        "Conseillère ne vote pas à ce point : donnez le pouvoir à une personne qui vote.");
    sample.seats[LIBRARIAN].presence = PRESENCE_ABSENT;
    expect_proxy(&sample, LIBRARIAN, ORGANISER,
        "Directeur siège à ce point pour Bibliothécaire : un pouvoir n'est pas nécessaire.");
}

static void a_proxy_beyond_the_number_is_refused(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    sample.seats[OFFICER].presence = PRESENCE_EXCUSED;
    sample.seats[COUNSELLOR].presence = PRESENCE_EXCUSED;
    sample.seats[TRAINER].presence = PRESENCE_EXCUSED;
    sample.seats[OFFICER].proxy_to = ORGANISER;
    expect_proxy(&sample, TRAINER, ORGANISER,
        "Animatrice détient déjà un pouvoir, le seul permis : donnez celui-ci à une autre "
        "personne.");
    expect_proxy(&sample, OFFICER, ORGANISER, "");
    sample.attendance.proxies_allowed = 2;
    expect_proxy(&sample, TRAINER, ORGANISER, "");
    sample.seats[COUNSELLOR].proxy_to = ORGANISER;
    expect_proxy(&sample, TRAINER, ORGANISER,
        "Animatrice détient déjà 2 pouvoirs, le plus qui soit permis : donnez celui-ci à une autre "
        "personne.");
    sample.attendance.proxies_allowed = PROXIES_WITHOUT_LIMIT;
    expect_proxy(&sample, TRAINER, ORGANISER, "");
    sample.attendance.proxies_allowed = 0;
    expect_proxy(&sample, TRAINER, ORGANISER,
        "Cette instance n'admet pas de pouvoir : notez plutôt qui représente Formateur.");
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
    sample.seats[OFFICER].presence = PRESENCE_ABSENT;
    assert_int_equal(
        presence_check_withdrawal(&sample.attendance, ORGANISER, 1, &problem), STATUS_DONE);
    assert_int_equal(
        presence_check_withdrawal(&sample.attendance, OFFICER, 1, &problem), STATUS_REFUSED);
    assert_string_equal(problem.sentence,
        "Chargé ne siège pas à ce point : un déport se note pour une personne présente.");
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
    expect_move(&sample, ORGANISER, false, 2, "");
    expect_move(&sample, ORGANISER, true, 2,
        "Animatrice siège déjà à ce point : notez d'abord son départ.");
    sample.seats[ORGANISER].moves = moves;
    sample.seats[ORGANISER].move_count = 1;
    expect_move(&sample, ORGANISER, false, 4,
        "Animatrice ne siège pas à ce point : notez d'abord son arrivée.");
    expect_move(&sample, ORGANISER, true, 3, "");
    expect_move(&sample, ORGANISER, true, 2,
        "Animatrice a déjà un mouvement noté à un point qui suit : retirez-le d'abord.");
    sample.seats[OFFICER].presence = PRESENCE_EXCUSED;
    expect_move(&sample, OFFICER, true, 1, "");
}

static void a_deputy_has_a_name_and_sits_for_a_member(void **state)
{
    (void)state;
    struct sample sample;
    struct problem problem = {0};
    sample_open(&sample);
    assert_int_equal(
        presence_check_deputy(&sample.attendance, ORGANISER, "Trésorière", &problem), STATUS_DONE);
    assert_int_equal(
        presence_check_deputy(&sample.attendance, ORGANISER, "", &problem), STATUS_REFUSED);
    assert_string_equal(problem.sentence, "Dites qui représente Animatrice : son nom manque.");
    assert_int_equal(
        presence_check_deputy(&sample.attendance, DIRECTOR, "Trésorière", NULL), STATUS_REFUSED);
    assert_int_equal(
        presence_check_deputy(&sample.attendance, NURSE, "Trésorière", NULL), STATUS_REFUSED);
}

static void expect_votes(const struct sample *sample, const char *sentence)
{
    static const struct cast_vote votes[] = {
        {ORGANISER, 2, "1.1"}, {TRAINER, 2, "1.1"}, {TRAINER, 4, "3"}, {OFFICER, 4, "3"}};
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
    sample.seats[OFFICER].moves = late;
    sample.seats[OFFICER].move_count = 1;
    expect_votes(&sample, "");
    sample.seats[OFFICER].moves = early;
    expect_votes(&sample,
        "Chargé a voté au point 3 et ne peut pas y être sans voix : corrigez d'abord le scrutin.");
    sample.seats[OFFICER].move_count = 0;
    sample.seats[TRAINER].presence = PRESENCE_EXCUSED;
    sample.seats[TRAINER].proxy_to = ORGANISER;
    expect_votes(&sample, "");
    sample.seats[ORGANISER].moves = early;
    sample.seats[ORGANISER].move_count = 1;
    expect_votes(&sample, "Formateur a voté au point 3 et ne peut pas y être sans voix : corrigez "
                          "d'abord le scrutin.");
    sample.seats[ORGANISER].presence = PRESENCE_ABSENT;
    expect_votes(&sample, "Animatrice a voté au point 1.1 et ne peut pas y être sans voix : "
                          "corrigez d'abord le scrutin.");
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
