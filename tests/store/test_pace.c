// SPDX-License-Identifier: GPL-3.0-or-later
// The pace of a meeting: suspended, adjourned and opened again, items gone back to; and the marks
// «à vérifier».
#include <sqlite3.h>

#include "held_meeting.h"
#include "screens/meeting_pace.h"
#include "store/meeting_pause.h"
#include "store/question.h"
#include "store/record_doubt.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};
static const int64_t minute = INT64_C(60000);

struct room {
    struct temporary_store *temporary;
    int64_t meeting, first, second;
};

static struct room open_room(void **state)
{
    struct room room = {.temporary = *state};
    room.meeting = prepared_meeting(room.temporary, "COPIL", day);
    room.first = added_item(room.temporary, room.meeting, "Premier");
    room.second = added_item(room.temporary, room.meeting, "Second");
    MUST_CHANGE(room.temporary, meeting_open(gesture, room.meeting, &problem));
    return room;
}

static struct pause_list pauses_of(const struct room *room)
{
    struct pause_list pauses;
    assert_int_equal(meeting_pauses(room->temporary->store, room->meeting, &room->temporary->arena,
                         &pauses, NULL),
        STATUS_DONE);
    return pauses;
}

static int minutes_of(const struct room *room, int64_t item)
{
    struct pause_list pauses = pauses_of(room);
    struct agenda agenda = agenda_of(room->temporary, room->meeting);
    return (int)(item_elapsed(
                     agenda_find(&agenda, item), &pauses, store_clock(room->temporary->store)) /
                 minute);
}

static int minutes_in_all(const struct room *room)
{
    struct pause_list pauses = pauses_of(room);
    struct meeting meeting = meeting_of(room->temporary, room->meeting);
    return (int)(meeting_elapsed(&meeting, &pauses, store_clock(room->temporary->store)) / minute);
}

static void wait(const struct room *room, int minutes)
{
    temporary_store_advance(room->temporary, minutes * minute);
}

static void a_suspension_counts_for_nothing(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    wait(&room, 10);
    MUST_CHANGE(temporary, meeting_suspend(gesture, room.meeting, &problem));
    wait(&room, 7);
    assert_int_equal(minutes_in_all(&room), 10);
    assert_int_equal(minutes_of(&room, room.first), 10);
    MUST_REFUSE(temporary, "déjà", meeting_suspend(gesture, room.meeting, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, room.meeting, &problem));
    wait(&room, 5);
    assert_int_equal(minutes_in_all(&room), 15);
    assert_int_equal(minutes_of(&room, room.first), 15);
    struct pause_list pauses = pauses_of(&room);
    assert_int_equal(pauses.count, 1);
    assert_non_null(strstr(pauses.pauses[0].from, "T14:10"));
    assert_non_null(strstr(pauses.pauses[0].until, "T14:17"));
}

static void a_suspension_is_corrected_by_hand(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    wait(&room, 20);
    MUST_CHANGE(temporary, meeting_suspend(gesture, room.meeting, &problem));
    int64_t pause = pauses_of(&room).pauses[0].id;
    MUST_REFUSE(temporary, "encore suspendue",
        meeting_pause_set(gesture, pause, "14:10", "14:15", &problem));
    MUST_REFUSE(temporary, "encore suspendue", meeting_pause_remove(gesture, pause, &problem));
    MUST_CHANGE(temporary, meeting_pause_set(gesture, pause, "14:15", NULL, &problem));
    wait(&room, 10);
    MUST_CHANGE(temporary, meeting_open(gesture, room.meeting, &problem));
    assert_int_equal(minutes_in_all(&room), 15);
    MUST_REFUSE(temporary, "écrivez aussi la fin",
        meeting_pause_set(gesture, pause, "14:15", "", &problem));
    MUST_REFUSE(temporary, "avant d'être suspendue",
        meeting_pause_set(gesture, pause, "14:20", "14:10", &problem));
    MUST_REFUSE(temporary, "n'est pas une heure",
        meeting_pause_set(gesture, pause, "25:00", "26:00", &problem));
    MUST_REFUSE(temporary, "elle l'a été à 14:00",
        meeting_pause_set(gesture, pause, "13:50", "14:10", &problem));
    MUST_CHANGE(temporary, meeting_pause_set(gesture, pause, "14:05", "14:10", &problem));
    assert_int_equal(minutes_in_all(&room), 25);
    // Nor into another one, nor behind the end.
    MUST_CHANGE(temporary, meeting_suspend(gesture, room.meeting, &problem));
    wait(&room, 5);
    MUST_CHANGE(temporary, meeting_open(gesture, room.meeting, &problem));
    MUST_REFUSE(temporary, "déjà interrompue à 14:30",
        meeting_pause_set(gesture, pause, "14:20", "14:33", &problem));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, room.meeting, &problem));
    MUST_REFUSE(
        temporary, "déjà levée", meeting_pause_set(gesture, pause, "14:20", "14:40", &problem));
    MUST_CHANGE(temporary, meeting_pause_remove(gesture, pause, &problem));
    assert_int_equal(minutes_in_all(&room), 30);
    MUST_CHANGE(temporary, meeting_close(gesture, room.meeting, &problem));
    MUST_REFUSE(temporary, "est close",
        meeting_pause_set(gesture, pauses_of(&room).pauses[0].id, "14:20", "14:33", &problem));
}

static void adjourning_ends_a_suspension(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    wait(&room, 10);
    MUST_CHANGE(temporary, meeting_suspend(gesture, room.meeting, &problem));
    wait(&room, 7);
    MUST_CHANGE(temporary, meeting_adjourn(gesture, room.meeting, &problem));
    wait(&room, 60);
    assert_int_equal(minutes_in_all(&room), 10);
    assert_non_null(pauses_of(&room).pauses[0].until);
}

static void the_time_since_it_was_adjourned_counts_for_nothing(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    wait(&room, 10);
    MUST_CHANGE(temporary, meeting_adjourn(gesture, room.meeting, &problem));
    wait(&room, 30);
    MUST_CHANGE(temporary, meeting_open(gesture, room.meeting, &problem));
    wait(&room, 5);
    assert_int_equal(minutes_in_all(&room), 15);
    assert_int_equal(minutes_of(&room, room.first), 15);
}

// An item gone back to, with a suspension while another was treated.
static void the_time_between_two_openings_counts_for_nothing(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    wait(&room, 5);
    MUST_CHANGE(temporary, item_open(gesture, room.second, &problem));
    wait(&room, 2);
    MUST_CHANGE(temporary, meeting_suspend(gesture, room.meeting, &problem));
    wait(&room, 20);
    MUST_CHANGE(temporary, meeting_open(gesture, room.meeting, &problem));
    wait(&room, 3);
    MUST_CHANGE(temporary, item_open(gesture, room.first, &problem));
    wait(&room, 1);
    assert_int_equal(minutes_of(&room, room.first), 6);
    assert_int_equal(minutes_of(&room, room.second), 5);
    assert_int_equal(minutes_in_all(&room), 11);
    // To be treated again: its clock stands still until it is opened.
    MUST_CHANGE(temporary, item_set_state(gesture, room.second, "a-traiter", &problem));
    wait(&room, 4);
    assert_int_equal(minutes_of(&room, room.second), 5);
    MUST_CHANGE(temporary, item_open(gesture, room.second, &problem));
    wait(&room, 2);
    assert_int_equal(minutes_of(&room, room.second), 7);
    assert_int_equal(minutes_of(&room, room.first), 10);
}

static void putting_off_what_was_treated_adds_no_time(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    wait(&room, 5);
    MUST_CHANGE(temporary, item_open(gesture, room.second, &problem));
    wait(&room, 20);
    MUST_CHANGE(temporary, item_set_state(gesture, room.first, "reporte", &problem));
    assert_int_equal(minutes_of(&room, room.first), 5);
}

static void pauses_are_sealed_with_their_meeting(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    MUST_CHANGE(temporary, meeting_suspend(gesture, room.meeting, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, room.meeting, &problem));
    closed(temporary, room.meeting);
    static const char *const changes[] = {
        "UPDATE meeting_pause SET until_at = NULL",
        "DELETE FROM meeting_pause",
        "INSERT INTO meeting_pause SELECT 7, meeting_id, item_id, kind, from_at, until_at"
        " FROM meeting_pause",
        "INSERT OR REPLACE INTO meeting_pause SELECT id, meeting_id, item_id, kind, 'tard',"
        " until_at FROM meeting_pause",
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++)
        assert_int_equal(temporary_store_execute(temporary, changes[i]), SQLITE_CONSTRAINT);
    MUST_REFUSE(temporary, "close", meeting_suspend(gesture, room.meeting, &problem));
}

static size_t doubts(const struct room *room)
{
    struct doubtful_list list;
    assert_int_equal(
        record_doubts(room->temporary->store, room->meeting, &room->temporary->arena, &list, NULL),
        STATUS_DONE);
    return list.count;
}

static void any_line_is_marked_to_be_checked(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    int64_t late = noted(temporary, room.second, RECORD_NOTE, "Plus tard");
    int64_t hidden = noted(temporary, room.first, RECORD_PRIVATE_NOTE, "À moi");
    int64_t decision = noted(temporary, room.first, RECORD_DECISION, "Ouvrir");
    assert_int_equal(doubts(&room), 0);
    MUST_CHANGE(temporary, record_set_doubtful(gesture, late, true, &problem));
    MUST_CHANGE(temporary, record_set_doubtful(gesture, hidden, true, &problem));
    MUST_CHANGE(temporary, record_set_doubtful(gesture, decision, true, &problem));
    struct doubtful_list list;
    record_doubts(temporary->store, room.meeting, &temporary->arena, &list, NULL);
    assert_int_equal(list.count, 3);
    // In the order of the agenda.
    assert_true(list.records[0].id == hidden && list.records[0].private_note);
    assert_true(list.records[2].id == late);
    assert_string_equal(list.records[2].item_number, "2");
    MUST_CHANGE(temporary, record_set_doubtful(gesture, decision, false, &problem));
    assert_int_equal(doubts(&room), 2);
    closed(temporary, room.meeting);
    MUST_REFUSE(temporary, "close", record_set_doubtful(gesture, late, false, &problem));
    MUST_CHANGE(temporary, record_set_doubtful(gesture, hidden, false, &problem));
}

static void what_was_not_understood_is_checked(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    const struct entry fact = {
        .kind = RECORD_NOTE, .text = "le 31/02", .doubt = ENTRY_IMPOSSIBLE_DATE};
    int64_t id = store_new_id(temporary->store);
    MUST_CHANGE(temporary, record_add(gesture, id, room.first, &fact, &problem));
    assert_int_equal(doubts(&room), 1);
    MUST_CHANGE(temporary, record_set_doubtful(gesture, id, false, &problem));
    assert_int_equal(doubts(&room), 0);
}

static void an_answer_is_read_with_its_question(void **state)
{
    struct room room = open_room(state);
    struct temporary_store *temporary = room.temporary;
    int64_t id = noted(temporary, room.first, RECORD_QUESTION, "Combien ?");
    closed(temporary, room.meeting);
    assert_false(record_of(temporary, id).answered);
    MUST_CHANGE(temporary, question_set_answered(gesture, id, true, "Douze", &problem));
    struct record question = record_of(temporary, id);
    assert_true(question.answered);
    assert_string_equal(question.answer, "Douze");
    assert_true(date_compare(question.answered_on, day) == 0);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_suspension_counts_for_nothing),
        TEST(a_suspension_is_corrected_by_hand),
        TEST(adjourning_ends_a_suspension),
        TEST(the_time_since_it_was_adjourned_counts_for_nothing),
        TEST(the_time_between_two_openings_counts_for_nothing),
        TEST(putting_off_what_was_treated_adds_no_time),
        TEST(pauses_are_sealed_with_their_meeting),
        TEST(any_line_is_marked_to_be_checked),
        TEST(what_was_not_understood_is_checked),
        TEST(an_answer_is_read_with_its_question),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
