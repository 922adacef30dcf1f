// SPDX-License-Identifier: GPL-3.0-or-later
// Who is expected and who was there; the numbers are those of the acceptance cases.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "expected_people.h"
#include "held_meeting.h"
#include "store/attendance_rate.h"
#include "store/listing.h"
#include "store/mandate.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

static int64_t prepared_copil(struct temporary_store *temporary)
{
    people_are_expected(temporary);
    return prepared_meeting(temporary, "COPIL", day);
}

static int64_t opened_copil(struct temporary_store *temporary, int64_t items[3])
{
    static const char *const titles[] = {"Bilan", "Places", "Divers"};
    int64_t meeting = prepared_copil(temporary);
    for (size_t i = 0; i < 3; i++)
        items[i] = added_item(temporary, meeting, titles[i]);
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    return meeting;
}

static void set(struct temporary_store *temporary, int64_t attendee, const char *presence)
{
    MUST_CHANGE(temporary, attendance_set_presence(gesture, attendee, presence, NULL, &problem));
}

static void next_item(struct temporary_store *temporary, int64_t item)
{
    temporary_store_advance(temporary, INT64_C(600000));
    MUST_CHANGE(temporary, item_open(gesture, item, &problem));
}

static int64_t moved(
    struct temporary_store *temporary, int64_t attendee, int64_t item, bool arrives)
{
    int64_t id = store_new_id(temporary->store);
    MUST_CHANGE(
        temporary, attendance_move_add(gesture, id, attendee, item, arrives, NULL, &problem));
    return id;
}

static void case_39_new_meeting_lists_members_valid_that_day(void **state)
{
    struct temporary_store *temporary = *state;
    somebody_is_expected(temporary, 1101, "Premier jour", "'2026-03-12'", "NULL");
    somebody_is_expected(temporary, 1102, "Dernier jour", "'2024-01-01'", "'2026-03-12'");
    somebody_is_expected(temporary, 1103, "Pas encore", "'2026-03-13'", "NULL");
    somebody_is_expected(temporary, 1104, "Terminé", "'2024-01-01'", "'2026-03-11'");
    somebody_is_expected(temporary, 1105, "Ce mois", "'2026-03'", "'2026-03'");
    somebody_is_expected(temporary, 1106, "An passé", "NULL", "'2025'");
    int64_t meeting = prepared_copil(temporary);
    static const char *const there[] = {"Médiatrice Habitat", "Gérant Logement",
        "Référente Numérique", "Cheffe Inclusion", "Greffier Santé", "Pilote Sport",
        "Agent Accueil", "Premier jour", "Dernier jour", "Ce mois"};
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    assert_int_equal(sheet.count, sizeof there / sizeof there[0]);
    for (size_t i = 0; i < sheet.count; i++)
        assert_string_equal(sheet.people[i].name, there[i]);
    assert_string_equal(sheet.people[0].civility, "Mme");
    assert_string_equal(sheet.people[0].function, "maire adjointe");
    assert_string_equal(sheet.people[0].college, "Collectivités");
    assert_string_equal(sheet.people[0].role, "presidence");
    assert_true(sheet.people[0].elected);
    assert_int_equal(sheet.people[4].substitute_for, sheet.people[3].id);
    assert_string_equal(sheet.people[0].presence, "");
}

static void case_39_later_member_appears_in_open_meetings_only(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t first = opened_copil(temporary, items);
    set(temporary, attendee_named(temporary, first, "Médiatrice Habitat"), "present");
    closed(temporary, first);
    int64_t open_one = prepared_meeting(temporary, "COPIL", date_of_day(2026, 3, 20));
    MUST_CHANGE(temporary, meeting_open(gesture, open_one, &problem));
    int64_t prepared = prepared_meeting(temporary, "COPIL", date_of_day(2026, 4, 2));
    int64_t other = prepared_meeting(temporary, "COTECH", date_of_day(2026, 4, 2));
    somebody_is_expected(temporary, 1101, "Arrivée tardive", "'2026-01-01'", "NULL");
    MUST_CHANGE(temporary, attendance_refresh(gesture, first, &problem));
    MUST_CHANGE(temporary,
        attendance_refresh_committee(gesture, committee_of_code(temporary, "COPIL"), &problem));
    assert_int_equal(attendee_named(temporary, first, "Arrivée tardive"), 0);
    assert_int_not_equal(attendee_named(temporary, open_one, "Arrivée tardive"), 0);
    assert_int_not_equal(attendee_named(temporary, prepared, "Arrivée tardive"), 0);
    assert_int_equal(sheet_of(temporary, other).count, 0);
    // Nothing to bring up to date: nothing is written.
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(attendance_refresh_committee(gesture, 0, NULL), STATUS_DONE);
    gesture_must_commit(gesture, "rien");
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM journal WHERE sentence = 'rien'"),
        0);
}

static void case_39_the_list_follows_the_day(void **state)
{
    struct temporary_store *temporary = *state;
    somebody_is_expected(temporary, 1101, "En avril", "'2026-04-01'", "NULL");
    somebody_is_expected(temporary, 1102, "Avant avril", "NULL", "'2026-03-31'");
    somebody_is_expected(temporary, 1103, "Déjà noté", "NULL", "'2026-03-31'");
    int64_t meeting = prepared_copil(temporary);
    set(temporary, attendee_named(temporary, meeting, "Déjà noté"), "excuse");
    MUST_CHANGE(temporary, meeting_set_date(gesture, meeting, date_of_day(2026, 4, 2), &problem));
    assert_int_not_equal(attendee_named(temporary, meeting, "En avril"), 0);
    assert_int_equal(attendee_named(temporary, meeting, "Avant avril"), 0);
    assert_int_not_equal(attendee_named(temporary, meeting, "Déjà noté"), 0);
    MUST_CHANGE(temporary, meeting_set_date(gesture, meeting, day, &problem));
    assert_int_equal(attendee_named(temporary, meeting, "En avril"), 0);
}

static void case_42_one_presence_excludes_the_others(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    int64_t logement = attendee_named(temporary, meeting, "Gérant Logement");
    set(temporary, habitat, "present");
    MUST_CHANGE(temporary, attendance_set_proxy(gesture, logement, habitat, &problem));
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    assert_string_equal(attendance_sheet_find(&sheet, logement)->presence, "excuse");
    assert_int_equal(attendance_sheet_find(&sheet, logement)->proxy_to, habitat);
    MUST_CHANGE(temporary,
        attendance_set_presence(gesture, logement, "represente", " Animatrice Culture ", &problem));
    sheet = sheet_of(temporary, meeting);
    assert_string_equal(attendance_sheet_find(&sheet, logement)->presence, "represente");
    assert_string_equal(attendance_sheet_find(&sheet, logement)->deputy, "Animatrice Culture");
    assert_int_equal(attendance_sheet_find(&sheet, logement)->proxy_to, 0);
    set(temporary, logement, "present");
    next_item(temporary, items[1]);
    moved(temporary, logement, items[1], false);
    set(temporary, logement, "absent");
    sheet = sheet_of(temporary, meeting);
    assert_null(attendance_sheet_find(&sheet, logement)->deputy);
    assert_int_equal(attendance_sheet_find(&sheet, logement)->move_count, 0);
    set(temporary, logement, "");
    MUST_REFUSE(temporary, "n'est pas une présence",
        attendance_set_presence(gesture, logement, "parti", NULL, &problem));
    MUST_REFUSE(temporary, "représente",
        attendance_set_presence(gesture, logement, "represente", " ", &problem));
    MUST_REFUSE(temporary, "n'est plus sur la liste",
        attendance_set_presence(gesture, 5, "present", NULL, &problem));
}

static void case_43_free_guests_are_kept_apart(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t guest = store_new_id(temporary->store);
    MUST_CHANGE(temporary,
        attendance_add_guest(gesture, guest, meeting, "Animatrice Culture", NULL, "MSA", &problem));
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    const struct attendee *last = &sheet.people[sheet.count - 1];
    assert_int_equal(last->id, guest);
    assert_int_equal(last->person, 0);
    assert_string_equal(last->presence, "present");
    assert_string_equal(last->role, "invite");
    struct attendance_state counted = state_at(temporary, meeting, 0);
    assert_int_equal(counted.totals.held, 1);
    assert_int_equal(counted.totals.present, 0);
    assert_int_equal(counted.expected, 4);
    MUST_CHANGE(temporary, attendance_refresh(gesture, meeting, &problem));
    assert_int_not_equal(attendee_named(temporary, meeting, "Animatrice Culture"), 0);
    MUST_REFUSE(temporary, "déjà sur la liste",
        attendance_add_guest(gesture, 77, meeting, "animatrice culture", NULL, NULL, &problem));
    MUST_REFUSE(temporary, "déjà sur la liste",
        attendance_add_guest(gesture, 77, meeting, "Gérant LOGEMENT", NULL, NULL, &problem));
    MUST_REFUSE(temporary, "manque le nom",
        attendance_add_guest(gesture, 77, meeting, " ", NULL, NULL, &problem));
    moved(temporary, guest, items[0], false);
    MUST_CHANGE(temporary, attendance_remove_guest(gesture, guest, &problem));
    assert_int_equal(attendee_named(temporary, meeting, "Animatrice Culture"), 0);
    MUST_REFUSE(temporary, "personne invitée",
        attendance_remove_guest(
            gesture, attendee_named(temporary, meeting, "Gérant Logement"), &problem));
}

static void case_47_only_somebody_present_withdraws_from_an_item(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    MUST_REFUSE(
        temporary, "déport", attendance_withdraw(gesture, habitat, items[0], true, &problem));
    set(temporary, habitat, "present");
    MUST_CHANGE(temporary, attendance_withdraw(gesture, habitat, items[0], true, &problem));
    MUST_CHANGE(temporary, attendance_withdraw(gesture, habitat, items[0], true, &problem));
    assert_int_equal(state_at(temporary, meeting, items[0]).totals.present, 1);
    assert_int_equal(state_at(temporary, meeting, items[0]).totals.voters, 0);
    assert_int_equal(state_at(temporary, meeting, items[1]).totals.voters, 1);
    MUST_CHANGE(temporary, attendance_withdraw(gesture, habitat, items[0], false, &problem));
    assert_int_equal(state_at(temporary, meeting, items[0]).totals.voters, 1);
    MUST_REFUSE(temporary, "plus à l'ordre du jour",
        attendance_withdraw(gesture, habitat, 5, true, &problem));
    MUST_CHANGE(temporary, attendance_withdraw(gesture, habitat, items[0], true, &problem));
    set(temporary, habitat, "excuse");
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM withdrawal"), 0);
}

static void case_49_attendance_counts_from_the_first_day_of_the_mandate(void **state)
{
    struct temporary_store *temporary = *state;
    somebody_is_expected(temporary, 1101, "Nouveau", "'2026-03-20'", "NULL");
    int64_t items[3];
    int64_t first = opened_copil(temporary, items);
    set(temporary, attendee_named(temporary, first, "Médiatrice Habitat"), "present");
    closed(temporary, first);
    prepared_meeting(temporary, "COPIL", date_of_day(2026, 3, 20));
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_presences WHERE personne = 'Nouveau'"),
        1);
}

static const struct attendance_rate *rate_of(const struct attendance_rates *rates, const char *name)
{
    for (size_t i = 0; i < rates->count; i++)
        if (strcmp(rates->rates[i].name, name) == 0)
            return &rates->rates[i];
    fail_msg("%s is not counted", name);
    return NULL;
}

static struct attendance_rates rates_of(struct temporary_store *temporary, int year)
{
    struct attendance_rates rates;
    assert_int_equal(attendance_rates_load(temporary->store, committee_of_code(temporary, "COPIL"),
                         year, &temporary->arena, &rates, NULL),
        STATUS_DONE);
    return rates;
}

// Somebody who was marked present stays on the list, even where the mandate begins later.
static void case_49_the_rate_counts_meetings_of_the_mandate_alone(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    somebody_is_expected(temporary, 1101, "Nouveau", "'2026-03-01'", "NULL");
    int64_t first = opened_copil(temporary, items);
    set(temporary, attendee_named(temporary, first, "Cheffe Inclusion"), "excuse");
    set(temporary, attendee_named(temporary, first, "Greffier Santé"), "visio");
    set(temporary, attendee_named(temporary, first, "Nouveau"), "present");
    assert_int_equal(rates_of(temporary, 0).meetings, 0);
    closed(temporary, first);
    const struct mandate_facts later = {
        .role = "membre", .voice = "deliberative", .starts = date_of_day(2026, 3, 15)};
    MUST_CHANGE(temporary, mandate_set(gesture, 2101, &later, &problem));
    temporary_store_advance(temporary, INT64_C(20) * 24 * 3600 * 1000);
    int64_t second = prepared_meeting(temporary, "COPIL", date_of_day(2026, 4, 1));
    added_item(temporary, second, "Suite");
    MUST_CHANGE(temporary, meeting_open(gesture, second, &problem));
    set(temporary, attendee_named(temporary, second, "Cheffe Inclusion"), "present");
    set(temporary, attendee_named(temporary, second, "Nouveau"), "absent");
    MUST_CHANGE(temporary, meeting_adjourn(gesture, second, &problem));
    struct attendance_rates rates = rates_of(temporary, 2026);
    assert_int_equal(rates.meetings, 2);
    const struct attendance_rate *newcomer = rate_of(&rates, "Nouveau");
    assert_int_equal(newcomer->meetings, 1);
    assert_int_equal(newcomer->absent, 1);
    assert_int_equal(newcomer->present, 0);
    const struct attendance_rate *principal = rate_of(&rates, "Cheffe Inclusion");
    assert_int_equal(principal->meetings, 2);
    assert_int_equal(principal->present, 1);
    assert_int_equal(principal->excused, 1);
    // A substitute is expected only where the principal stayed away.
    const struct attendance_rate *substitute = rate_of(&rates, "Greffier Santé");
    assert_true(substitute->substitute);
    assert_int_equal(substitute->meetings, 1);
    assert_int_equal(substitute->present, 1);
    assert_int_equal(rates_of(temporary, 2025).meetings, 0);
    assert_int_equal(rates_of(temporary, 2025).count, 0);
}

static void case_50_presents_shown_are_those_that_votes_count(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    temporary_store_execute(temporary, "UPDATE committee SET quorum = 'majorite'");
    set(temporary, attendee_named(temporary, meeting, "Médiatrice Habitat"), "present");
    set(temporary, attendee_named(temporary, meeting, "Agent Accueil"), "visio");
    set(temporary, attendee_named(temporary, meeting, "Greffier Santé"), "present");
    set(temporary, attendee_named(temporary, meeting, "Pilote Sport"), "present");
    MUST_CHANGE(temporary,
        attendance_set_proxy(gesture, attendee_named(temporary, meeting, "Gérant Logement"),
            attendee_named(temporary, meeting, "Médiatrice Habitat"), &problem));
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    struct attendance_state counted = state_at(temporary, meeting, 0);
    struct buffer sentence = {0};
    attendance_sentence(&sentence, &sheet, &counted, 200);
    assert_string_equal(buffer_text(&sentence), "présents 3/4 · quorum 3 atteint · 1 pouvoir");
    assert_int_equal(counted.totals.present, counted.present);
    assert_int_equal(counted.totals.voters, counted.present + counted.totals.proxies);
    assert_int_equal(counted.quorum.present, counted.present);
    buffer_clear(&sentence);
    // The principal comes: her substitute no longer counts.
    set(temporary, attendee_named(temporary, meeting, "Cheffe Inclusion"), "present");
    assert_int_equal(state_at(temporary, meeting, 0).present, 3);
}

static void case_50_quorum_by_college_names_who_is_missing(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_copil(temporary);
    temporary_store_execute(temporary, "UPDATE committee SET quorum = 'par-college'");
    set(temporary, attendee_named(temporary, meeting, "Médiatrice Habitat"), "present");
    set(temporary, attendee_named(temporary, meeting, "Gérant Logement"), "present");
    set(temporary, attendee_named(temporary, meeting, "Agent Accueil"), "present");
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    struct attendance_state counted = state_at(temporary, meeting, 0);
    struct buffer sentence = {0};
    attendance_sentence(&sentence, &sheet, &counted, 200);
    assert_string_equal(
        buffer_text(&sentence), "présents 3/4 · quorum non atteint (Branche famille 0/1)");
    buffer_clear(&sentence);
}

static void arrivals_and_departures_count_from_their_item(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    int64_t logement = attendee_named(temporary, meeting, "Gérant Logement");
    set(temporary, habitat, "present");
    set(temporary, logement, "excuse");
    // The third item is taken before the second.
    next_item(temporary, items[2]);
    int64_t arrival = moved(temporary, logement, items[2], true);
    next_item(temporary, items[1]);
    moved(temporary, habitat, items[1], false);
    assert_int_equal(state_at(temporary, meeting, items[0]).present, 1);
    assert_int_equal(state_at(temporary, meeting, items[2]).present, 2);
    assert_int_equal(state_at(temporary, meeting, items[1]).present, 1);
    assert_int_equal(sheet_of(temporary, meeting).current, items[1]);
    MUST_REFUSE(temporary, "siège déjà",
        attendance_move_add(gesture, 7, logement, items[1], true, NULL, &problem));
    MUST_REFUSE(temporary, "ne siège pas",
        attendance_move_add(gesture, 7, habitat, items[1], false, NULL, &problem));
    MUST_REFUSE(temporary, "à un point qui suit",
        attendance_move_add(gesture, 7, habitat, items[0], true, NULL, &problem));
    MUST_REFUSE(temporary, "n'est pas une heure",
        attendance_move_add(gesture, 7, logement, items[1], false, "25:00", &problem));
    MUST_REFUSE(temporary, "n'est pas une heure",
        attendance_move_set_hour(gesture, arrival, "hier", &problem));
    MUST_CHANGE(temporary, attendance_move_set_hour(gesture, arrival, "14:05", &problem));
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    assert_string_equal(attendance_sheet_move(&sheet, arrival)->at, "2026-03-12T14:05:00");
    // Who leaves may give a proxy, and keeps what was noted.
    MUST_CHANGE(temporary, attendance_set_proxy(gesture, habitat, logement, &problem));
    assert_int_equal(state_at(temporary, meeting, items[1]).totals.voters, 2);
    assert_int_equal(state_at(temporary, meeting, items[2]).totals.proxies, 0);
    MUST_CHANGE(temporary, attendance_move_remove(gesture, arrival, &problem));
    sheet = sheet_of(temporary, meeting);
    assert_string_equal(attendance_sheet_find(&sheet, logement)->presence, "");
    MUST_REFUSE(temporary, "n'est plus là", attendance_move_remove(gesture, arrival, &problem));
}

static void a_deputy_who_arrives_counts_from_that_item(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    int64_t logement = attendee_named(temporary, meeting, "Gérant Logement");
    int64_t arrival = store_new_id(temporary->store);
    set(temporary, habitat, "present");
    set(temporary, logement, "absent");
    next_item(temporary, items[1]);
    MUST_REFUSE(temporary, "son nom manque",
        attendance_deputy_arrive(gesture, arrival, logement, items[1], " ", NULL, &problem));
    MUST_REFUSE(temporary, "siège déjà",
        attendance_deputy_arrive(gesture, arrival, habitat, items[1], "Adjointe", NULL, &problem));
    MUST_CHANGE(temporary, attendance_deputy_arrive(gesture, arrival, logement, items[1],
                               "Adjointe Logement", "14:05", &problem));
    assert_int_equal(state_at(temporary, meeting, items[0]).present, 1);
    assert_int_equal(state_at(temporary, meeting, items[1]).present, 2);
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    const struct attendee *attendee = attendance_sheet_find(&sheet, logement);
    assert_string_equal(attendee->presence, "represente");
    assert_string_equal(attendee->deputy, "Adjointe Logement");
    assert_string_equal(attendance_sheet_move(&sheet, arrival)->at, "2026-03-12T14:05:00");
    // The deputy leaves like anybody; without the arrival nothing is known.
    int64_t departure = moved(temporary, logement, items[1], false);
    MUST_REFUSE(temporary, "a siégé à un point d'avant",
        attendance_deputy_arrive(gesture, 7, logement, items[1], "Autre", NULL, &problem));
    MUST_CHANGE(temporary, attendance_move_remove(gesture, departure, &problem));
    MUST_CHANGE(temporary, attendance_move_remove(gesture, arrival, &problem));
    sheet = sheet_of(temporary, meeting);
    assert_string_equal(attendance_sheet_find(&sheet, logement)->presence, "");
    assert_null(attendance_sheet_find(&sheet, logement)->deputy);
}

static void proxies_are_checked_by_the_rules(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    int64_t logement = attendee_named(temporary, meeting, "Gérant Logement");
    int64_t inclusion = attendee_named(temporary, meeting, "Cheffe Inclusion");
    int64_t accueil = attendee_named(temporary, meeting, "Agent Accueil");
    MUST_REFUSE(
        temporary, "ne siège pas", attendance_set_proxy(gesture, logement, habitat, &problem));
    set(temporary, habitat, "present");
    MUST_CHANGE(temporary, attendance_set_proxy(gesture, logement, habitat, &problem));
    MUST_REFUSE(temporary, "détient déjà un pouvoir",
        attendance_set_proxy(gesture, inclusion, habitat, &problem));
    MUST_REFUSE(
        temporary, "se donner pouvoir", attendance_set_proxy(gesture, habitat, habitat, &problem));
    // One who was marked present by mistake is excused at once.
    set(temporary, accueil, "present");
    set(temporary, logement, "absent");
    MUST_CHANGE(temporary, attendance_set_proxy(gesture, accueil, habitat, &problem));
    struct attendance_sheet sheet = sheet_of(temporary, meeting);
    assert_string_equal(attendance_sheet_find(&sheet, accueil)->presence, "excuse");
}

static void who_voted_by_name_stays_a_voter(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    char sql[1024];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    int64_t logement = attendee_named(temporary, meeting, "Gérant Logement");
    set(temporary, habitat, "present");
    set(temporary, logement, "present");
    snprintf(sql, sizeof sql,
        "INSERT INTO ballot (id, meeting_id, item_id, mode, manner, in_favour, against,"
        " abstentions, majority, present, voters, members, quorum, quorum_reached, result,"
        " sentence, at) VALUES (1, %lld, %lld, 'nominal', 'vote', 1, 0, 0, 'simple', 2, 2, 4,"
        " 'aucun', 1, 'adopte', 'Phrase', '2026-03-12T14:05:00');"
        "INSERT INTO ballot_voice VALUES (1, %lld, 'pour'), (1, %lld, 'sans-vote')",
        (long long)meeting, (long long)items[0], (long long)habitat, (long long)logement);
    assert_int_equal(temporary_store_execute(temporary, sql), SQLITE_OK);
    MUST_REFUSE(
        temporary, "a voté", attendance_set_presence(gesture, habitat, "absent", NULL, &problem));
    MUST_REFUSE(
        temporary, "a voté", attendance_withdraw(gesture, habitat, items[0], true, &problem));
    MUST_REFUSE(temporary, "a voté",
        attendance_move_add(gesture, 7, habitat, items[0], false, NULL, &problem));
    set(temporary, logement, "absent");
    // Nothing stands in the way at another item.
    next_item(temporary, items[1]);
    moved(temporary, habitat, items[1], false);
}

static void moves_need_a_meeting_that_was_opened(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_copil(temporary);
    int64_t item = added_item(temporary, meeting, "Bilan");
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    MUST_REFUSE(temporary, "n'est pas ouverte",
        attendance_move_add(gesture, 7, habitat, item, true, NULL, &problem));
    set(temporary, habitat, "present");
    MUST_CHANGE(temporary, meeting_remove(gesture, meeting, &problem));
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM attendance"), 0);
}

static void case_31_attendance_of_a_closed_meeting_changes_by_no_path(void **state)
{
    static const char *const paths[] = {
        "UPDATE attendance SET presence = 'absent'",
        "DELETE FROM attendance",
        "INSERT OR REPLACE INTO attendance (id, meeting_id, position, name, role, voice)"
        " SELECT id, meeting_id, 1, 'X', 'membre', '' FROM attendance LIMIT 1",
        "UPDATE attendance_move SET at = '2026-03-12T10:00:00'",
        "DELETE FROM attendance_move",
        "INSERT INTO attendance_move (id, attendance_id, item_id, arrives, at)"
        " SELECT 9, attendance_id, item_id, 1, at FROM attendance_move",
        "UPDATE withdrawal SET item_id = item_id",
        "DELETE FROM withdrawal",
        "INSERT INTO withdrawal (attendance_id, item_id)"
        " SELECT attendance.id, item.id FROM attendance JOIN item LIMIT 1",
    };
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    int64_t logement = attendee_named(temporary, meeting, "Gérant Logement");
    set(temporary, habitat, "present");
    MUST_CHANGE(temporary, attendance_withdraw(gesture, habitat, items[1], true, &problem));
    int64_t move = moved(temporary, habitat, items[0], false);
    closed(temporary, meeting);
    MUST_REFUSE(temporary, "est close",
        attendance_set_presence(gesture, logement, "present", NULL, &problem));
    MUST_REFUSE(temporary, "est close", attendance_set_proxy(gesture, logement, habitat, &problem));
    MUST_REFUSE(temporary, "est close",
        attendance_move_add(gesture, 7, logement, items[0], true, NULL, &problem));
    MUST_REFUSE(temporary, "est close", attendance_move_remove(gesture, move, &problem));
    MUST_REFUSE(temporary, "est close", attendance_move_set_hour(gesture, move, "14:10", &problem));
    MUST_REFUSE(
        temporary, "est close", attendance_withdraw(gesture, habitat, items[1], false, &problem));
    MUST_REFUSE(temporary, "est close",
        attendance_add_guest(gesture, 7, meeting, "Animatrice", NULL, NULL, &problem));
    char *before = file_text(temporary);
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
        if (temporary_store_execute(temporary, paths[i]) == SQLITE_OK)
            fail_msg("accepted: %s", paths[i]);
    char *after = file_text(temporary);
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void views_show_who_was_there(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    int64_t logement = attendee_named(temporary, meeting, "Gérant Logement");
    MUST_CHANGE(temporary,
        attendance_set_presence(gesture, habitat, "represente", "Animatrice Culture", &problem));
    set(temporary, attendee_named(temporary, meeting, "Référente Numérique"), "present");
    set(temporary, attendee_named(temporary, meeting, "Greffier Santé"), "present");
    moved(temporary, logement, items[0], true);
    next_item(temporary, items[1]);
    moved(temporary, logement, items[1], false);
    MUST_CHANGE(temporary, attendance_set_proxy(gesture, logement, habitat, &problem));
    assert_int_equal(
        temporary_store_number(temporary,
            "SELECT count(*) FROM lecture_seances WHERE presidence = 'Animatrice Culture'"
            " AND secretaire = 'Référente Numérique' AND presents = 3 AND attendus = 4"),
        1);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_presences WHERE personne = 'Gérant Logement'"
                         " AND arrivee = '14:00' AND depart = '14:10' AND presence = 'present'"
                         " AND pouvoir_a = 'Médiatrice Habitat' AND college = 'Collectivités'"),
        1);
    assert_int_equal(
        temporary_store_number(temporary,
            "SELECT count(*) FROM lecture_presences WHERE personne = 'Médiatrice Habitat'"
            " AND represente_par = 'Animatrice Culture' AND role = 'presidence'"
            " AND voix = 'deliberative' AND presence = 'represente'"),
        1);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_presences WHERE presence IS NULL"),
        3);
}

// The chair first, then who chairs with her, members with substitutes behind, the secretary.
static void the_chair_stands_first(void **state)
{
    struct temporary_store *temporary = *state;
    people_are_expected(temporary);
    assert_int_equal(temporary_store_execute(temporary,
                         "UPDATE mandate SET role = 'membre' WHERE person_id = 1001;"
                         "UPDATE mandate SET role = 'secretaire' WHERE person_id = 1003;"
                         "UPDATE mandate SET role = 'presidence' WHERE person_id = 1004;"
                         "UPDATE mandate SET role = 'copresidence' WHERE person_id = 1002"),
        SQLITE_OK);
    static const char *const order[] = {"Pilote Sport", "Cheffe Inclusion", "Greffier Santé",
        "Gérant Logement", "Médiatrice Habitat", "Référente Numérique", "Agent Accueil"};
    struct attendance_sheet sheet = sheet_of(temporary, prepared_meeting(temporary, "COPIL", day));
    assert_int_equal(sheet.count, sizeof order / sizeof order[0]);
    for (size_t i = 0; i < sheet.count; i++)
        assert_string_equal(sheet.people[i].name, order[i]);
}

static void nobody_moves_at_an_hour_to_come(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t habitat = attendee_named(temporary, meeting, "Médiatrice Habitat");
    MUST_REFUSE(temporary, "14:01 n'est pas encore passé, il est 14:00",
        attendance_move_add(gesture, 7, habitat, items[0], true, "14:01", &problem));
    MUST_CHANGE(
        temporary, attendance_move_add(gesture, 7, habitat, items[0], true, "14:00", &problem));
    MUST_REFUSE(temporary, "n'est pas encore passé",
        attendance_move_set_hour(gesture, 7, "15:00", &problem));
    temporary_store_advance(temporary, INT64_C(86400000));
    MUST_CHANGE(temporary, attendance_move_set_hour(gesture, 7, "15:00", &problem));
}

static int64_t count_voices(struct temporary_store *temporary)
{
    return temporary_store_number(temporary,
        "SELECT count(*) FROM lecture_presences WHERE voix = 'deliberative'"
        " AND presence = 'present' AND depart IS NULL");
}

// One voice a seat: the count, and what other programs read.
static void a_substitute_gives_way_to_the_principal(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t items[3];
    int64_t meeting = opened_copil(temporary, items);
    int64_t principal = attendee_named(temporary, meeting, "Cheffe Inclusion");
    set(temporary, attendee_named(temporary, meeting, "Greffier Santé"), "present");
    assert_int_equal(count_voices(temporary), 1);
    set(temporary, principal, "present");
    assert_int_equal(count_voices(temporary), 1);
    assert_int_equal(state_at(temporary, meeting, items[0]).totals.voters, 1);
    set(temporary, principal, "absent");
    next_item(temporary, items[1]);
    moved(temporary, principal, items[1], true);
    assert_int_equal(count_voices(temporary), 1);
    assert_int_equal(state_at(temporary, meeting, items[1]).totals.voters, 1);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM lecture_presences"
                                          " WHERE personne = 'Greffier Santé' AND depart = '14:10'"
                                          " AND voix = 'deliberative'"),
        1);
}

int main(void)
{
#define CASE(NAME)                                                                                 \
    cmocka_unit_test_setup_teardown(NAME, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        CASE(case_39_new_meeting_lists_members_valid_that_day),
        CASE(case_39_later_member_appears_in_open_meetings_only),
        CASE(case_39_the_list_follows_the_day),
        CASE(case_42_one_presence_excludes_the_others),
        CASE(case_43_free_guests_are_kept_apart),
        CASE(case_47_only_somebody_present_withdraws_from_an_item),
        CASE(case_49_the_rate_counts_meetings_of_the_mandate_alone),
        CASE(case_49_attendance_counts_from_the_first_day_of_the_mandate),
        CASE(case_50_presents_shown_are_those_that_votes_count),
        CASE(case_50_quorum_by_college_names_who_is_missing),
        CASE(arrivals_and_departures_count_from_their_item),
        CASE(a_deputy_who_arrives_counts_from_that_item),
        CASE(proxies_are_checked_by_the_rules),
        CASE(who_voted_by_name_stays_a_voter),
        CASE(moves_need_a_meeting_that_was_opened),
        CASE(case_31_attendance_of_a_closed_meeting_changes_by_no_path),
        CASE(views_show_who_was_there),
        CASE(the_chair_stands_first),
        CASE(nobody_moves_at_an_hour_to_come),
        CASE(a_substitute_gives_way_to_the_principal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
