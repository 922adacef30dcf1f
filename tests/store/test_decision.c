// SPDX-License-Identifier: GPL-3.0-or-later
// What a meeting makes of a decision, and what becomes of it after.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "held_meeting.h"
#include "store/decision.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

struct room {
    struct temporary_store *temporary;
    int64_t meeting, item;
};

static struct room open_room(void **state, const char *committee)
{
    struct room room = {.temporary = *state};
    room.meeting = prepared_meeting(room.temporary, committee, day);
    room.item = added_item(room.temporary, room.meeting, "Premier");
    MUST_CHANGE(room.temporary, meeting_open(gesture, room.meeting, &problem));
    return room;
}

static int64_t decided(const struct room *room, const char *text)
{
    return noted(room->temporary, room->item, RECORD_DECISION, text);
}

static struct decision decision_of(struct temporary_store *temporary, int64_t id)
{
    struct decision decision;
    struct problem problem = {0};
    if (decision_load(temporary->store, id, &temporary->arena, &decision, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return decision;
}

static bool view_says(const struct temporary_store *temporary, const char *column, const char *text,
    const char *value)
{
    char sql[256];
    snprintf(sql, sizeof sql, "SELECT %s IS %s%s%s FROM lecture_decisions WHERE texte = '%s'",
        column, value == NULL ? "" : "'", value == NULL ? "NULL" : value, value == NULL ? "" : "'",
        text);
    return temporary_store_number(temporary, sql) == 1;
}

static bool sealed_texts_hold(const struct temporary_store *temporary)
{
    return temporary_store_execute(
               temporary, "UPDATE decision SET reserve = 'autre' WHERE reserve IS NOT NULL") ==
           SQLITE_CONSTRAINT;
}

static void an_outcome_is_chosen_while_the_meeting_is_open(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Ouvrir");
    assert_string_equal(decision_of(temporary, id).outcome, "adoptee");
    MUST_CHANGE(temporary, decision_set_outcome(gesture, id, "reportee", "Sans budget", &problem));
    struct decision decision = decision_of(temporary, id);
    assert_string_equal(decision.outcome, "reportee");
    assert_string_equal(decision.state, "provisoire");
    assert_string_equal(decision.reason, "Sans budget");
    MUST_REFUSE(temporary, "réserve",
        decision_set_outcome(gesture, id, "adoptee-avec-reserve", " ", &problem));
    MUST_CHANGE(temporary,
        decision_set_outcome(gesture, id, "adoptee-avec-reserve", "Si le budget suit", &problem));
    assert_string_equal(decision_of(temporary, id).reserve, "Si le budget suit");
    MUST_REFUSE(
        temporary, "choisissez", decision_set_outcome(gesture, id, "proposition", NULL, &problem));
    MUST_REFUSE(
        temporary, "choisissez", decision_set_outcome(gesture, id, "executee", NULL, &problem));
    closed(temporary, room.meeting);
    assert_string_equal(decision_of(temporary, id).state, "adoptee-avec-reserve");
    assert_true(view_says(temporary, "etat", "Ouvrir", "adoptee-avec-reserve"));
    assert_true(view_says(temporary, "reserve", "Ouvrir", "Si le budget suit"));
    MUST_REFUSE(temporary, "close", decision_set_outcome(gesture, id, "rejetee", NULL, &problem));
    assert_true(sealed_texts_hold(temporary));
}

static void another_outcome_takes_the_reserve_away(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Ouvrir");
    MUST_CHANGE(temporary,
        decision_set_outcome(gesture, id, "adoptee-avec-reserve", "Si le budget suit", &problem));
    MUST_CHANGE(temporary, decision_set_outcome(gesture, id, "adoptee", NULL, &problem));
    assert_null(decision_of(temporary, id).reserve);
}

// The meeting is held once it is closed: it has its number in the year, its decisions theirs; an
// item without one gives none.
static void case_68_a_closed_meeting_has_its_number_and_only_decisions_have_theirs(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    added_item(temporary, room.meeting, "Sans décision");
    int64_t id = decided(&room, "Ouvrir");
    assert_null(decision_of(temporary, id).number);
    closed(temporary, room.meeting);
    assert_string_equal(decision_of(temporary, id).number, "COPIL-2026-001");
    assert_int_equal(
        temporary_store_number(temporary, "SELECT number FROM meeting WHERE number IS NOT NULL"),
        1);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM decision WHERE number IS NOT NULL"),
        1);
}

static void case_72_deciding_twice_changes_nothing(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Ouvrir");
    struct problem problem = {0};
    for (int twice = 0; twice < 2; twice++) {
        char *before = file_text(temporary);
        struct gesture *gesture = gesture_must_begin(temporary->store);
        assert_int_equal(decision_set_outcome(gesture, id, "adoptee", NULL, &problem), STATUS_DONE);
        gesture_must_commit(gesture, "encore");
        char *after = file_text(temporary);
        assert_string_equal(after, before);
        free(before);
        free(after);
    }
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM journal WHERE sentence = 'encore'"),
        0);
}

// A numbered decision is withdrawn, keeps its number, and comes back by no other path.
static void case_72_a_withdrawn_decision_keeps_its_number(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Ouvrir");
    closed(temporary, room.meeting);
    MUST_CHANGE(temporary, decision_withdraw(gesture, id, "Erreur de lieu", &problem));
    struct decision decision = decision_of(temporary, id);
    assert_string_equal(decision.state, "retiree");
    assert_string_equal(decision.number, "COPIL-2026-001");
    assert_string_equal(decision.reason, "Erreur de lieu");
    assert_true(date_compare(decision.withdrawn_on, day) == 0);
    MUST_REFUSE(
        temporary, "prenez une nouvelle décision", decision_withdraw(gesture, id, "", &problem));
    MUST_REFUSE(temporary, "retirée", decision_set_executed(gesture, id, true, &problem));
}

static void case_73_a_provisional_decision_is_not_executed(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Ouvrir");
    MUST_REFUSE(temporary, "provisoire", decision_set_executed(gesture, id, true, &problem));
    MUST_CHANGE(temporary, decision_withdraw(gesture, id, "", &problem));
    assert_string_equal(decision_of(temporary, id).outcome, "retiree");
    closed(temporary, room.meeting);
    assert_string_equal(decision_of(temporary, id).state, "retiree");
}

static void what_is_executed_is_living(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Ouvrir");
    closed(temporary, room.meeting);
    MUST_REFUSE(temporary, "pas notée", decision_set_executed(gesture, id, false, &problem));
    MUST_CHANGE(temporary, decision_set_executed(gesture, id, true, &problem));
    assert_true(view_says(temporary, "etat", "Ouvrir", "executee"));
    assert_true(view_says(temporary, "executee_le", "Ouvrir", "2026-03-12"));
    MUST_CHANGE(temporary, decision_set_executed(gesture, id, false, &problem));
    assert_string_equal(decision_of(temporary, id).state, "adoptee");
    MUST_CHANGE(temporary, decision_set_reason(gesture, id, "Le marché est signé", &problem));
    assert_true(view_says(temporary, "motif", "Ouvrir", "Le marché est signé"));
}

static void a_review_date_lives_on_after_closing(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Ouvrir");
    struct date june = {DATE_MONTH, 2026, 6, 0};
    MUST_CHANGE(temporary, decision_set_review(gesture, id, june, &problem));
    assert_int_equal(
        temporary_store_number(temporary, "SELECT review = '2026-06' FROM decision"), 1);
    closed(temporary, room.meeting);
    MUST_CHANGE(temporary, decision_set_review(gesture, id, date_of_day(2027, 1, 4), &problem));
    assert_true(view_says(temporary, "a_revoir_le", "Ouvrir", "2027-01-04"));
    assert_int_equal(
        temporary_store_number(temporary, "SELECT review = '2026-06' FROM decision"), 1);
    MUST_CHANGE(temporary, decision_set_review(gesture, id, (struct date){0}, &problem));
    assert_true(view_says(temporary, "a_revoir_le", "Ouvrir", NULL));
    assert_int_equal(decision_of(temporary, id).review.precision, DATE_NONE);
}

static struct room next_room(const struct room *room, struct date date)
{
    struct room next = {.temporary = room->temporary};
    next.meeting = prepared_meeting(room->temporary, "COPIL", date);
    next.item = added_item(room->temporary, next.meeting, "Suite");
    MUST_CHANGE(room->temporary, meeting_open(gesture, next.meeting, &problem));
    return next;
}

static void both_ends_of_a_replacement_show_the_other(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t old = decided(&room, "Douze places");
    closed(temporary, room.meeting);
    struct room next = next_room(&room, date_of_day(2026, 4, 9));
    int64_t by = decided(&next, "Dix places");
    MUST_REFUSE(temporary, "elle-même", decision_set_replaced(gesture, old, old, &problem));
    MUST_REFUSE(temporary, "plus récente", decision_set_replaced(gesture, by, old, &problem));
    MUST_CHANGE(temporary, decision_set_replaced(gesture, old, by, &problem));
    // The one that replaces it may still be rejected.
    assert_string_equal(decision_of(temporary, old).state, "adoptee");
    assert_int_equal(decision_of(temporary, by).replaces_count, 1);
    closed(temporary, next.meeting);
    assert_string_equal(decision_of(temporary, old).state, "remplacee");
    assert_true(decision_of(temporary, old).replaced_by.id == by);
    assert_true(view_says(temporary, "remplacee_par", "Douze places", "COPIL-2026-002"));
    assert_true(view_says(temporary, "remplace", "Dix places", "COPIL-2026-001"));
    MUST_CHANGE(temporary, decision_set_replaced(gesture, old, 0, &problem));
    assert_string_equal(decision_of(temporary, old).state, "adoptee");
}

static void what_is_rejected_replaces_nothing(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t old = decided(&room, "Douze places");
    closed(temporary, room.meeting);
    struct room next = next_room(&room, date_of_day(2026, 4, 9));
    int64_t by = decided(&next, "Dix places");
    int64_t third = decided(&next, "Neuf places");
    MUST_CHANGE(temporary, decision_set_replaced(gesture, old, by, &problem));
    MUST_REFUSE(temporary, "déjà remplacée", decision_set_replaced(gesture, old, third, &problem));
    MUST_CHANGE(temporary, decision_set_outcome(gesture, by, "rejetee", "Trop peu", &problem));
    closed(temporary, next.meeting);
    assert_string_equal(decision_of(temporary, old).state, "adoptee");
}

// A provisional decision goes away with the links to it.
static void a_decision_removed_replaces_nothing_any_more(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t old = decided(&room, "Douze places");
    closed(temporary, room.meeting);
    struct room next = next_room(&room, date_of_day(2026, 4, 9));
    int64_t by = decided(&next, "Dix places");
    MUST_CHANGE(temporary, decision_set_replaced(gesture, old, by, &problem));
    MUST_CHANGE(temporary, decision_ask_accord(gesture, by, true, &problem));
    MUST_CHANGE(temporary, record_remove(gesture, by, &problem));
    assert_true(decision_of(temporary, old).replaced_by.id == 0);
}

static void the_signatories_are_asked_and_answer_one_by_one(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Ouvrir");
    MUST_REFUSE(temporary, "pas demandé", decision_set_accord(gesture, id, 1, true, &problem));
    MUST_CHANGE(temporary, decision_ask_accord(gesture, id, true, &problem));
    struct decision decision = decision_of(temporary, id);
    // Two persons sign for the Caf.
    assert_int_equal(decision.accord_count, 2);
    assert_string_equal(decision.accords[0].name, "Ville de Perpignan");
    closed(temporary, room.meeting);
    MUST_CHANGE(temporary, decision_set_accord(gesture, id, 2, true, &problem));
    decision = decision_of(temporary, id);
    assert_int_equal(decision.accords[0].given_on.precision, DATE_NONE);
    assert_true(date_compare(decision.accords[1].given_on, day) == 0);
    MUST_CHANGE(temporary, decision_set_accord(gesture, id, 2, false, &problem));
    MUST_CHANGE(temporary, decision_ask_accord(gesture, id, false, &problem));
    assert_int_equal(decision_of(temporary, id).accord_count, 0);
}

static void a_deliberation_has_the_number_that_the_town_gave_it(void **state)
{
    struct room room = open_room(state, "CONSEIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Adopter");
    int64_t other = decided(&room, "Signer");
    closed(temporary, room.meeting);
    assert_null(decision_of(temporary, id).number);
    MUST_CHANGE(temporary, decision_set_town_number(gesture, id, " 2026-117 ", &problem));
    assert_string_equal(decision_of(temporary, id).number, "2026-117");
    assert_true(view_says(temporary, "numero", "Adopter", "2026-117"));
    MUST_REFUSE(temporary, "déjà celui de «Adopter»",
        decision_set_town_number(gesture, other, "2026-117", &problem));
    assert_int_equal(
        temporary_store_execute(temporary, "INSERT INTO decision_life (decision_id, town_number)"
                                           " SELECT record_id, '2026-117' FROM decision"
                                           " ORDER BY record_id DESC LIMIT 1"),
        SQLITE_CONSTRAINT);
    MUST_CHANGE(temporary, decision_set_town_number(gesture, id, "", &problem));
    assert_null(decision_of(temporary, id).number);
}

static void what_the_council_is_to_deliberate_keeps_its_own_number(void **state)
{
    struct room room = open_room(state, "COPIL");
    struct temporary_store *temporary = room.temporary;
    int64_t id = decided(&room, "Adopter l'avenant");
    MUST_REFUSE(
        temporary, "en conseil", decision_set_town_number(gesture, id, "2026-117", &problem));
    MUST_CHANGE(temporary, decision_set_outcome(gesture, id, "a-deliberer", NULL, &problem));
    closed(temporary, room.meeting);
    MUST_CHANGE(temporary, decision_set_town_number(gesture, id, "2026-117", &problem));
    assert_string_equal(decision_of(temporary, id).number, "COPIL-2026-001");
    assert_string_equal(decision_of(temporary, id).town_number, "2026-117");
    assert_string_equal(decision_of(temporary, id).state, "a-deliberer");
}

static void a_decision_that_is_gone_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    MUST_REFUSE(temporary, "n'existe plus", decision_set_executed(gesture, 1, true, &problem));
    MUST_REFUSE(temporary, "n'existe plus", decision_ask_accord(gesture, 1, true, &problem));
    MUST_REFUSE(temporary, "n'existe plus", decision_set_reason(gesture, 1, "x", &problem));
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(an_outcome_is_chosen_while_the_meeting_is_open),
        TEST(another_outcome_takes_the_reserve_away),
        TEST(case_68_a_closed_meeting_has_its_number_and_only_decisions_have_theirs),
        TEST(case_72_deciding_twice_changes_nothing),
        TEST(case_72_a_withdrawn_decision_keeps_its_number),
        TEST(case_73_a_provisional_decision_is_not_executed),
        TEST(what_is_executed_is_living),
        TEST(a_review_date_lives_on_after_closing),
        TEST(both_ends_of_a_replacement_show_the_other),
        TEST(what_is_rejected_replaces_nothing),
        TEST(a_decision_removed_replaces_nothing_any_more),
        TEST(the_signatories_are_asked_and_answer_one_by_one),
        TEST(a_deliberation_has_the_number_that_the_town_gave_it),
        TEST(what_the_council_is_to_deliberate_keeps_its_own_number),
        TEST(a_decision_that_is_gone_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
