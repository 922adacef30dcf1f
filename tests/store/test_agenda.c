// SPDX-License-Identifier: GPL-3.0-or-later
// Agendas that build themselves: what comes back from one meeting to the next, and what does not.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "held_meeting.h"
#include "store/agenda_proposal.h"
#include "store/approval.h"
#include "store/committee_rules.h"
#include "store/decision_chain.h"
#include "store/dispatch.h"
#include "store/general_notes.h"
#include "store/item_add.h"
#include "store/item_document.h"
#include "store/item_thread.h"
#include "store/meeting_dispatch.h"
#include "store/parked_item.h"
#include "store/pinned_note.h"
#include "store/question.h"
#include "store/since.h"
#include "store/standing_item.h"
#include "store/task.h"

static const struct date first_day = {DATE_DAY, 2026, 3, 5};
static const struct date second_day = {DATE_DAY, 2026, 4, 2};
static const struct date third_day = {DATE_DAY, 2026, 5, 7};

// «1 A|2 B (reporté de …)»
static void agenda_is(struct temporary_store *temporary, int64_t meeting, const char *expected)
{
    struct buffer text = {0};
    struct agenda agenda = agenda_of(temporary, meeting);
    for (size_t i = 0; i < agenda.count; i++) {
        const struct item *item = &agenda.items[i];
        buffer_append_format(&text, "%s%s %s", i == 0 ? "" : "|", item->number, item->title);
        if (item->reason != NULL)
            buffer_append_format(&text, " (%s)", item->reason);
    }
    assert_string_equal(buffer_text(&text), expected);
    buffer_clear(&text);
}

static int64_t offered(struct temporary_store *temporary, const char *code, struct date date)
{
    int64_t meeting = prepared_meeting(temporary, code, date);
    MUST_CHANGE(temporary, agenda_propose(gesture, meeting, NULL, &problem));
    return meeting;
}

static int64_t opened(struct temporary_store *temporary, const char *titles)
{
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    added_item(temporary, meeting, titles);
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    return meeting;
}

static void treated(struct temporary_store *temporary, int64_t item)
{
    MUST_CHANGE(temporary, item_set_state(gesture, item, "traite", &problem));
}

// Minutes of the first meeting are to be approved at each next one.
#define APPROVAL                                                                                   \
    "1 Approbation du compte rendu du 05/03/2026"                                                  \
    " (compte rendu de la séance du 05/03/2026 à approuver)"

// Said to be approved outside a meeting, or by the delay before the day of the next one: nothing is
// left to be approved there.
static void minutes_that_are_approved_by_then_do_not_come(void **state)
{
    struct temporary_store *temporary = *state;
    const struct date none = {0};
    int64_t meeting = opened(temporary, "A");
    treated(temporary, item_titled(temporary, meeting, "A"));
    closed(temporary, meeting);
    assert_int_equal(
        temporary_store_execute(temporary, "UPDATE committee SET approval_days = 30"), SQLITE_OK);
    MUST_CHANGE(temporary,
        dispatch_add(gesture, store_new_id(temporary->store), meeting, none, "Tous", &problem));
    int64_t next = offered(temporary, "COTECH", second_day);
    agenda_is(temporary, next, APPROVAL);
    MUST_CHANGE(temporary, meeting_remove(gesture, next, &problem));
    agenda_is(temporary, offered(temporary, "COTECH", third_day), "");
    assert_int_equal(
        temporary_store_execute(temporary, "UPDATE committee SET approval_days = NULL"), SQLITE_OK);
    MUST_CHANGE(temporary, approval_add(gesture, meeting, 0, "", &problem));
    agenda_is(temporary, offered(temporary, "COTECH", second_day), "");
}

static void case_2_a_treated_item_without_task_does_not_return(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A\nB");
    treated(temporary, item_titled(temporary, meeting, "A"));
    treated(temporary, item_titled(temporary, meeting, "B"));
    closed(temporary, meeting);
    agenda_is(temporary, offered(temporary, "COTECH", second_day), APPROVAL);
}

static void cases_3_14_what_is_not_treated_returns_in_its_order(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A\nB\nC\nD\nE");
    treated(temporary, item_titled(temporary, meeting, "A"));
    treated(temporary, item_titled(temporary, meeting, "C"));
    MUST_CHANGE(temporary, item_move(gesture, item_titled(temporary, meeting, "E"), -1, &problem));
    MUST_CHANGE(temporary,
        item_set_state(gesture, item_titled(temporary, meeting, "B"), "reporte", &problem));
    closed(temporary, meeting);
    agenda_is(temporary, offered(temporary, "COTECH", second_day),
        APPROVAL "|2 B (reporté de la séance du 05/03/2026)"
                 "|3 E (non traité à la séance du 05/03/2026)"
                 "|4 D (non traité à la séance du 05/03/2026)");
}

static int64_t task_on(
    struct temporary_store *temporary, int64_t item, const char *text, struct date due)
{
    int64_t id = store_new_id(temporary->store);
    struct entry fact = {.kind = RECORD_TASK, .text = text, .date = due};
    MUST_CHANGE(temporary, record_add(gesture, id, item, &fact, &problem));
    return id;
}

static void case_4_an_item_not_treated_returns_though_its_task_is_done(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t task = task_on(temporary, a, "Chiffrer", second_day);
    MUST_CHANGE(temporary, task_set_state(gesture, task, "faite", &problem));
    MUST_CHANGE(temporary, item_set_state(gesture, a, "a-traiter", &problem));
    closed(temporary, meeting);
    agenda_is(temporary, offered(temporary, "COTECH", second_day),
        APPROVAL "|2 A (non traité à la séance du 05/03/2026)");
}

// What is owed comes back on its day, and no more once it is done.
static void case_6_a_late_task_returns_until_it_is_done(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t task = task_on(temporary, a, "Chiffrer", (struct date){DATE_DAY, 2026, 3, 20});
    task_on(temporary, a, "Plus tard", third_day);
    treated(temporary, a);
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    agenda_is(
        temporary, next, APPROVAL "|2 Tâche : Chiffrer (tâche T-2026-001 échue le 20/03/2026)");
    struct agenda agenda = agenda_of(temporary, next);
    assert_int_equal(agenda.items[1].answers, task);
    MUST_CHANGE(temporary, meeting_open(gesture, next, &problem));
    treated(temporary, agenda.items[0].id);
    treated(temporary, agenda.items[1].id);
    closed(temporary, next);
    // Still owed: it comes again. Done: it does not.
    struct carry_over offers;
    int64_t third = prepared_meeting(temporary, "COTECH", third_day);
    agenda_offers(temporary->store, third, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 2);
    assert_int_equal(offers.proposals[1].answers, task);
    MUST_CHANGE(temporary, task_set_state(gesture, task, "faite", &problem));
    agenda_offers(temporary->store, third, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 1);
}

static void many_late_tasks_are_gathered(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t a = item_titled(temporary, meeting, "A");
    for (int i = 0; i < CARRY_MOST_APART + 2; i++)
        task_on(temporary, a, "Chiffrer", first_day);
    treated(temporary, a);
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    agenda_is(temporary, next, APPROVAL "|2 Suivi des tâches échues (7 tâches échues)");
    MUST_CHANGE(
        temporary, item_take_away(gesture, agenda_of(temporary, next).items[1].id, NULL, &problem));
    struct carry_over offers;
    agenda_offers(temporary->store, next, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 0);
}

static void cases_7_8_a_pinned_item_returns_until_it_is_unpinned(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A\nB");
    int64_t a = item_titled(temporary, meeting, "A");
    MUST_CHANGE(temporary, item_set_pinned(gesture, a, true, &problem));
    treated(temporary, a);
    treated(temporary, item_titled(temporary, meeting, "B"));
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    agenda_is(temporary, next, APPROVAL "|2 A (point récurrent, traité à la séance du 05/03/2026)");
    struct agenda agenda = agenda_of(temporary, next);
    assert_true(agenda.items[1].pinned);
    assert_int_equal(agenda.items[1].continues, a);
    MUST_CHANGE(temporary, item_set_pinned(gesture, agenda.items[1].id, false, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, next, &problem));
    treated(temporary, agenda.items[0].id);
    treated(temporary, agenda.items[1].id);
    closed(temporary, next);
    struct carry_over offers;
    int64_t third = prepared_meeting(temporary, "COTECH", third_day);
    agenda_offers(temporary->store, third, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 1); // the minutes
}

static int64_t pinned_note(struct temporary_store *temporary, int64_t item, const char *text)
{
    int64_t note = noted(temporary, item, RECORD_NOTE, text);
    MUST_CHANGE(temporary, record_set_pinned(gesture, note, true, &problem));
    return note;
}

// How often the thread of an item shows a text.
static int shown(struct temporary_store *temporary, int64_t item, const char *text)
{
    struct item_thread thread;
    int count = 0;
    assert_int_equal(
        item_thread_load(temporary->store, item, &temporary->arena, &thread, NULL), STATUS_DONE);
    for (size_t i = 0; i < thread.count; i++)
        count += thread.rows[i].record != 0 && strcmp(thread.rows[i].text, text) == 0;
    return count;
}

static struct record_list records_of(struct temporary_store *temporary, int64_t item)
{
    struct record_list list;
    assert_int_equal(
        record_list(temporary->store, item, &temporary->arena, &list, NULL), STATUS_DONE);
    return list;
}

static void cases_9_11_26_a_pinned_note_stays_with_its_item(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t note = pinned_note(temporary, a, "À savoir");
    noted(temporary, a, RECORD_NOTE, "En passant");
    int64_t task = noted(temporary, a, RECORD_TASK, "Faire");
    MUST_REFUSE(temporary, "s'épinglent", record_set_pinned(gesture, task, true, &problem));
    MUST_CHANGE(temporary, item_set_state(gesture, a, "reporte", &problem));
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    int64_t taken = item_titled(temporary, next, "A");
    assert_int_equal(records_of(temporary, taken).count, 0);
    MUST_CHANGE(temporary, meeting_open(gesture, next, &problem));
    struct record_list list = records_of(temporary, taken);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.records[0].fact.text, "À savoir");
    assert_true(list.records[0].pinned);
    assert_int_equal(list.records[0].continues, note);
    // Edited here, it is the same note there: one, not two.
    struct entry fact = {.kind = RECORD_NOTE, .text = "À savoir mieux"};
    MUST_CHANGE(temporary, record_set(gesture, list.records[0].id, &fact, &problem));
    MUST_CHANGE(temporary, item_set_state(gesture, taken, "reporte", &problem));
    assert_int_equal(shown(temporary, a, "À savoir mieux"), 1);
    assert_int_equal(shown(temporary, a, "À savoir"), 0);
    assert_int_equal(shown(temporary, taken, "En passant"), 1);
    // Removing it unpins it; once more, it goes.
    MUST_CHANGE(temporary, record_remove(gesture, list.records[0].id, &problem));
    list = records_of(temporary, taken);
    assert_int_equal(list.count, 1);
    assert_false(list.records[0].pinned);
    closed(temporary, next);
    assert_int_equal(shown(temporary, a, "À savoir mieux"), 1);
    int64_t third = offered(temporary, "COTECH", third_day);
    MUST_CHANGE(temporary, meeting_open(gesture, third, &problem));
    assert_int_equal(records_of(temporary, item_titled(temporary, third, "A")).count, 0);
}

// Said of the whole meeting: a pinned note comes to the next one with its text, another does not.
static void case_20_general_notes_return_when_they_are_pinned(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t notes = store_new_id(temporary->store);
    int64_t found = 0;
    assert_int_equal(general_notes_find(temporary->store, meeting, &found, NULL), STATUS_DONE);
    assert_int_equal(found, 0);
    MUST_CHANGE(temporary, general_notes_make(gesture, notes, meeting, &problem));
    assert_int_equal(general_notes_find(temporary->store, meeting, &found, NULL), STATUS_DONE);
    assert_int_equal(found, notes);
    pinned_note(temporary, notes, "Rendez-vous le premier jeudi");
    noted(temporary, notes, RECORD_NOTE, "La salle est froide");
    treated(temporary, item_titled(temporary, meeting, "A"));
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    MUST_CHANGE(temporary, meeting_open(gesture, next, &problem));
    assert_int_equal(general_notes_find(temporary->store, next, &found, NULL), STATUS_DONE);
    struct record_list list = records_of(temporary, found);
    assert_int_equal(list.count, 1);
    assert_string_equal(list.records[0].fact.text, "Rendez-vous le premier jeudi");
    // Without its pin, nothing returns.
    MUST_CHANGE(temporary, record_set_pinned(gesture, list.records[0].id, false, &problem));
    closed(temporary, next);
    int64_t third = offered(temporary, "COTECH", third_day);
    MUST_CHANGE(temporary, meeting_open(gesture, third, &problem));
    assert_int_equal(general_notes_find(temporary->store, third, &found, NULL), STATUS_DONE);
    assert_true(found != 0);
    assert_int_equal(records_of(temporary, found).count, 0);
    MUST_REFUSE(temporary, "close",
        general_notes_make(gesture, store_new_id(temporary->store), meeting, &problem));
}

// «Skipped»: neither on the agenda nor in the minutes, and it comes back to be treated.
static void case_15_what_waits_returns_to_be_treated(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A\nB\nC");
    MUST_CHANGE(temporary, item_park(gesture, item_titled(temporary, meeting, "B"), &problem));
    agenda_is(temporary, meeting, "1 A|2 C");
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM lecture_points WHERE numero IS NULL"
                                          " AND intitule = 'B' AND etat = 'en-attente'"),
        1);
    treated(temporary, item_titled(temporary, meeting, "A"));
    treated(temporary, item_titled(temporary, meeting, "C"));
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    agenda_is(temporary, next, APPROVAL "|2 B (en attente depuis la séance du 05/03/2026)");
    assert_string_equal(agenda_of(temporary, next).items[1].state, "a-traiter");
}

static void case_19_a_treated_item_opens_again_an_open_one_does_not(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A\nB");
    int64_t b = item_titled(temporary, meeting, "B");
    treated(temporary, b);
    MUST_CHANGE(temporary, item_set_state(gesture, b, "a-traiter", &problem));
    MUST_REFUSE(temporary, "déjà", item_set_state(gesture, b, "a-traiter", &problem));
}

static void cases_23_24_an_item_of_before_is_settled_with_its_tasks(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t task = task_on(temporary, a, "Chiffrer", third_day);
    MUST_CHANGE(temporary, item_set_state(gesture, a, "reporte", &problem));
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    int64_t taken = item_titled(temporary, next, "A");
    MUST_CHANGE(temporary, meeting_open(gesture, next, &problem));
    noted(temporary, taken, RECORD_NOTE, "Dit");
    struct item_removal removal = {0};
    MUST_CHANGE(temporary, item_take_away(gesture, taken, &removal, &problem));
    assert_true(removal.settled);
    assert_int_equal(removal.tasks, 1);
    assert_string_equal(record_of(temporary, task).task_state, "abandonnee");
    struct agenda agenda = agenda_of(temporary, next);
    assert_string_equal(agenda_find(&agenda, taken)->state, "retire");
    MUST_REFUSE(temporary, "déjà clos", item_take_away(gesture, taken, NULL, &problem));
    closed(temporary, next);
    struct carry_over offers;
    int64_t third = prepared_meeting(temporary, "COTECH", third_day);
    agenda_offers(temporary->store, third, &temporary->arena, &offers, NULL);
    for (size_t i = 0; i < offers.count; i++)
        assert_string_not_equal(offers.proposals[i].title, "A");
}

// Off the agenda for this time only: it does not nag, and the next meeting gets it.
static void what_is_taken_off_comes_to_the_next_meeting(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    MUST_CHANGE(temporary,
        item_set_state(gesture, item_titled(temporary, meeting, "A"), "reporte", &problem));
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    MUST_CHANGE(
        temporary, item_take_away(gesture, item_titled(temporary, next, "A"), NULL, &problem));
    struct carry_over offers;
    agenda_offers(temporary->store, next, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 0);
    MUST_CHANGE(temporary, meeting_open(gesture, next, &problem));
    treated(temporary, agenda_of(temporary, next).items[0].id);
    closed(temporary, next);
    agenda_is(temporary, offered(temporary, "COTECH", third_day),
        "1 Approbation du compte rendu du 02/04/2026"
        " (compte rendu de la séance du 02/04/2026 à approuver)"
        "|2 A (reporté de la séance du 05/03/2026)");
}

static void the_sub_items_of_an_offered_item_go_with_it(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A\nB");
    MUST_CHANGE(
        temporary, item_indent(gesture, item_titled(temporary, meeting, "B"), true, &problem));
    MUST_CHANGE(temporary,
        item_set_state(gesture, item_titled(temporary, meeting, "A"), "reporte", &problem));
    closed(temporary, meeting);
    int64_t next = offered(temporary, "COTECH", second_day);
    MUST_CHANGE(
        temporary, item_take_away(gesture, item_titled(temporary, next, "A"), NULL, &problem));
    agenda_is(temporary, next, APPROVAL);
    struct carry_over offers;
    agenda_offers(temporary->store, next, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 0);
}

static void case_28_the_next_meeting_opens_once_the_last_is_closed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A\nB");
    int64_t next = offered(temporary, "COTECH", second_day);
    agenda_is(temporary, next, "");
    MUST_REFUSE(temporary, "n'est pas close", meeting_open(gesture, next, &problem));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    MUST_REFUSE(temporary, "n'est pas close", meeting_open(gesture, next, &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    // What the last one left is offered to the one that was prepared before it ended.
    struct carry_over offers;
    agenda_offers(temporary->store, next, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 2);
    MUST_CHANGE(temporary, agenda_take(gesture, next, 1, &problem));
    agenda_is(temporary, next, "1 B (non traité à la séance du 05/03/2026)");
    MUST_REFUSE(temporary, "plus proposé", agenda_take(gesture, next, 1, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, next, &problem));
}

static void case_29_meetings_follow_one_another(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t id = store_new_id(temporary->store);
    int64_t cotech = committee_of_code(temporary, "COTECH");
    MUST_REFUSE(temporary, "déjà été tenue",
        meeting_add(gesture, id, cotech, (struct date){DATE_DAY, 2026, 3, 4}, &problem));
    int64_t same = prepared_meeting(temporary, "COTECH", first_day);
    assert_string_equal(meeting_of(temporary, same).reference, "COTECH-2026-03-05-2");
    (void)meeting;
}

static void case_38_next_and_previous_meeting_of_the_committee(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t first = prepared_meeting(temporary, "COTECH", first_day);
    int64_t third = prepared_meeting(temporary, "COTECH", third_day);
    int64_t second = prepared_meeting(temporary, "COTECH", second_day);
    prepared_meeting(temporary, "COPIL", second_day);
    int64_t found = 0;
    meeting_neighbour(temporary->store, first, 1, &found, NULL);
    assert_int_equal(found, second);
    meeting_neighbour(temporary->store, second, 1, &found, NULL);
    assert_int_equal(found, third);
    meeting_neighbour(temporary->store, third, 1, &found, NULL);
    assert_int_equal(found, 0);
    meeting_neighbour(temporary->store, third, -1, &found, NULL);
    assert_int_equal(found, second);
}

static void case_77_what_waits_takes_no_number(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    added_item(temporary, meeting, "A\nB\nC\nD");
    MUST_CHANGE(
        temporary, item_indent(gesture, item_titled(temporary, meeting, "C"), true, &problem));
    MUST_CHANGE(temporary, item_park(gesture, item_titled(temporary, meeting, "A"), &problem));
    agenda_is(temporary, meeting, "1 B|1.1 C|2 D");
    MUST_CHANGE(temporary, item_move(gesture, item_titled(temporary, meeting, "D"), -1, &problem));
    agenda_is(temporary, meeting, "1 D|2 B|2.1 C");
}

static void lecture_is(struct temporary_store *temporary, const char *numbers)
{
    char sql[256];
    snprintf(sql, sizeof sql,
        "SELECT '%s' = (SELECT group_concat(numero, ' ') FROM (SELECT numero FROM lecture_points))",
        numbers);
    assert_int_equal(temporary_store_number(temporary, sql), 1);
}

// Roman, behind a prefix, of one meeting or of the committee for those to come.
static void case_77_items_are_numbered_as_the_meeting_has_it(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    added_item(temporary, meeting, "A\nB\nC\nD");
    MUST_CHANGE(
        temporary, item_indent(gesture, item_titled(temporary, meeting, "C"), true, &problem));
    MUST_CHANGE(temporary, meeting_set_numbering(gesture, meeting, "I", &problem));
    agenda_is(temporary, meeting, "I A|II B|II.1 C|III D");
    lecture_is(temporary, "I II II.1 III");
    MUST_CHANGE(temporary, item_move(gesture, item_titled(temporary, meeting, "D"), -1, &problem));
    agenda_is(temporary, meeting, "I A|II D|III B|III.1 C");
    MUST_CHANGE(temporary, item_park(gesture, item_titled(temporary, meeting, "A"), &problem));
    agenda_is(temporary, meeting, "I D|II B|II.1 C");
    MUST_REFUSE(temporary, "tapez 1, I", meeting_set_numbering(gesture, meeting, "A", &problem));
    MUST_CHANGE(temporary, committee_rules_set(gesture, committee_of_code(temporary, "COTECH"),
                               COMMITTEE_NUMBERING, "2026/1", &problem));
    agenda_is(temporary, meeting, "I D|II B|II.1 C");
    int64_t next = prepared_meeting(temporary, "COTECH", second_day);
    added_item(temporary, next, "E");
    agenda_is(temporary, next, "2026/1 E");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    closed(temporary, meeting);
    MUST_REFUSE(temporary, "close", meeting_set_numbering(gesture, meeting, "1", &problem));
}

static void fill(struct temporary_store *temporary, int64_t meeting, int items)
{
    struct gesture *gesture = gesture_must_begin(temporary->store);
    for (int i = 0; i < items; i++)
        assert_int_equal(
            item_add(gesture, store_new_id(temporary->store), meeting, 0, 0, "Point", NULL),
            STATUS_DONE);
    gesture_must_commit(gesture, "points");
}

static void case_77_the_view_and_the_agenda_number_alike(void **state)
{
    struct temporary_store *temporary = *state;
    enum { ITEMS = 401 };
    static const char *const models[] = {"1", "I", "A-I"};
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    fill(temporary, meeting, ITEMS);
    for (size_t m = 0; m < sizeof models / sizeof models[0]; m++) {
        char sql[160];
        MUST_CHANGE(temporary, meeting_set_numbering(gesture, meeting, "B1", &problem));
        MUST_CHANGE(temporary, meeting_set_numbering(gesture, meeting, models[m], &problem));
        struct agenda agenda = agenda_of(temporary, meeting);
        for (size_t i = 0; i < agenda.count; i += i < 30 ? 1 : 37) {
            snprintf(sql, sizeof sql, "SELECT number = '%s' FROM item_number WHERE item_id = %lld",
                agenda.items[i].number, (long long)agenda.items[i].id);
            assert_int_equal(temporary_store_number(temporary, sql), 1);
        }
    }
}

static void case_78_an_item_does_not_go_under_its_own_child(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    added_item(temporary, meeting, "A\nB\nC\nD");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t b = item_titled(temporary, meeting, "B");
    int64_t d = item_titled(temporary, meeting, "D");
    MUST_CHANGE(temporary, item_indent(gesture, b, true, &problem));
    MUST_REFUSE(temporary, "son propre sous-point", item_place(gesture, a, b, 0, &problem));
    MUST_REFUSE(temporary, "sous lui-même", item_place(gesture, a, a, 0, &problem));
    MUST_REFUSE(temporary, "sous-points", item_place(gesture, a, d, 0, &problem));
    MUST_REFUSE(temporary, "plus là", item_place(gesture, d, a, 42, &problem));
    MUST_CHANGE(temporary, item_place(gesture, d, a, 0, &problem));
    agenda_is(temporary, meeting, "1 A|1.1 B|1.2 D|2 C");
    MUST_CHANGE(temporary, item_place(gesture, d, 0, a, &problem));
    MUST_CHANGE(temporary, item_move(gesture, a, 1, &problem));
    agenda_is(temporary, meeting, "1 D|2 A|2.1 B|3 C");
}

static void call_sent(struct temporary_store *temporary, int64_t meeting)
{
    char sql[256];
    snprintf(sql, sizeof sql,
        "INSERT INTO dispatch (id, meeting_id, kind, at, recipients)"
        " VALUES (1, %lld, 'convocation', '2026-02-20T09:00:00', 'tous')",
        (long long)meeting);
    assert_int_equal(temporary_store_execute(temporary, sql), SQLITE_OK);
}

static void case_79_an_item_added_once_the_call_was_sent_is_late(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    added_item(temporary, meeting, "A\nB");
    int64_t a = item_titled(temporary, meeting, "A");
    bool sent = true;
    meeting_call_was_sent(temporary->store, meeting, &sent, NULL);
    assert_false(sent);
    call_sent(temporary, meeting);
    MUST_CHANGE(
        temporary, item_add(gesture, store_new_id(temporary->store), meeting, 0, a, "C", &problem));
    agenda_is(temporary, meeting, "1 A|2 B|3 C");
    struct agenda agenda = agenda_of(temporary, meeting);
    assert_false(agenda.items[0].late);
    assert_true(agenda.items[2].late);
    // The call taken back, the item is as any other.
    assert_int_equal(temporary_store_execute(temporary, "DELETE FROM dispatch"), SQLITE_OK);
    assert_false(agenda_of(temporary, meeting).items[2].late);
}

static int64_t standing(
    struct temporary_store *temporary, const char *title, bool at_end, bool active)
{
    int64_t id = store_new_id(temporary->store);
    int64_t committee = committee_of_code(temporary, "COTECH");
    MUST_CHANGE(temporary, standing_item_add(gesture, id, committee, title, &problem));
    if (at_end)
        MUST_CHANGE(temporary, standing_item_set_at_end(gesture, id, true, &problem));
    if (!active)
        MUST_CHANGE(temporary, standing_item_set_active(gesture, id, false, &problem));
    return id;
}

static void case_80_standing_items_stand_in_their_place(void **state)
{
    struct temporary_store *temporary = *state;
    standing(temporary, "Questions diverses", true, true);
    standing(temporary, "Ouverture (5 min)", false, true);
    standing(temporary, "Abandonné", false, false);
    int64_t meeting = offered(temporary, "COTECH", first_day);
    agenda_is(
        temporary, meeting, "1 Ouverture (point permanent)|2 Questions diverses (point permanent)");
    assert_int_equal(agenda_of(temporary, meeting).planned_minutes, 5);
    // What is added comes before the items of the end.
    added_item(temporary, meeting, "A");
    agenda_is(temporary, meeting,
        "1 Ouverture (point permanent)|2 A|3 Questions diverses (point permanent)");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    treated(temporary, item_titled(temporary, meeting, "Ouverture"));
    MUST_CHANGE(
        temporary, item_set_state(gesture, item_titled(temporary, meeting, "Questions diverses"),
                       "reporte", &problem));
    closed(temporary, meeting);
    // Postponed, a standing item comes once, and its thread goes on.
    int64_t next = offered(temporary, "COTECH", second_day);
    agenda_is(temporary, next,
        "1 Ouverture (point permanent)"
        "|2 Approbation du compte rendu du 05/03/2026"
        " (compte rendu de la séance du 05/03/2026 à approuver)"
        "|3 A (non traité à la séance du 05/03/2026)"
        "|4 Questions diverses (point permanent, reporté de la séance du 05/03/2026)");
    assert_int_not_equal(agenda_of(temporary, next).items[0].continues, 0);
}

static void standing_items_are_kept_in_order(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t a = standing(temporary, "A\nB", false, true);
    int64_t c = standing(temporary, "C", false, true);
    MUST_REFUSE(temporary, "premier", standing_item_move(gesture, a, -1, &problem));
    MUST_REFUSE(temporary, "dernier", standing_item_move(gesture, c, 1, &problem));
    MUST_CHANGE(temporary, standing_item_move(gesture, c, -1, &problem));
    agenda_is(temporary, offered(temporary, "COTECH", first_day),
        "1 A (point permanent)|2 C (point permanent)|3 B (point permanent)");
    MUST_REFUSE(temporary, "de côté", standing_item_remove(gesture, a, &problem));
    MUST_REFUSE(temporary, "titre", standing_item_set_title(gesture, a, " ", &problem));
    MUST_REFUSE(temporary, "n'existe plus", standing_item_set_title(gesture, 42, "X", &problem));
    int64_t d = standing(temporary, "D", false, true);
    MUST_CHANGE(temporary, standing_item_set_kind(gesture, d, "avis", &problem));
    MUST_CHANGE(temporary, standing_item_remove(gesture, d, &problem));
}

static void case_81_the_agenda_tells_where_it_overruns(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    added_item(temporary, meeting, "A\nB\nC");
    for (size_t i = 0; i < 3; i++)
        MUST_CHANGE(temporary,
            item_set_minutes(gesture, agenda_of(temporary, meeting).items[i].id, "25", &problem));
    assert_int_equal(agenda_of(temporary, meeting).overrun, AGENDA_NO_OVERRUN);
    MUST_CHANGE(temporary, meeting_set_hours(gesture, meeting, "14h-15h", &problem));
    MUST_REFUSE(temporary, "heures", meeting_set_hours(gesture, meeting, "16h-15h", &problem));
    struct agenda agenda = agenda_of(temporary, meeting);
    assert_int_equal(agenda.items[1].total_minutes, 50);
    assert_int_equal(agenda.items[2].total_minutes, 75);
    assert_int_equal(agenda.allowed_minutes, 60);
    assert_int_equal(agenda.overrun, 2);
    assert_string_equal(meeting_of(temporary, meeting).planned_end, "15:00");
    MUST_CHANGE(temporary, meeting_set_hours(gesture, meeting, "", &problem));
    assert_null(meeting_of(temporary, meeting).planned_hour);
}

static void case_82_one_backlog_for_all_meetings_of_the_committee(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t first = prepared_meeting(temporary, "COTECH", first_day);
    int64_t second = prepared_meeting(temporary, "COTECH", second_day);
    added_item(temporary, first, "A\nB\nC");
    int64_t a = item_titled(temporary, first, "A");
    struct entry_link link = {
        PLAN_AXIS, temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 6"), "6"};
    MUST_CHANGE(temporary, item_link(gesture, a, &link, 1, &problem));
    MUST_CHANGE(temporary, item_set_minutes(gesture, a, "20", &problem));
    MUST_CHANGE(temporary, item_document_add(gesture, store_new_id(temporary->store), a,
                               "Note de cadrage : notes/cadrage.odt", &problem));
    MUST_CHANGE(
        temporary, item_indent(gesture, item_titled(temporary, first, "B"), true, &problem));
    MUST_CHANGE(temporary, item_park(gesture, a, &problem));
    struct parked_items parked;
    parked_items_load(temporary->store, second, &temporary->arena, &parked, NULL);
    assert_int_equal(parked.count, 2);
    assert_string_equal(parked.items[0].title, "A");
    assert_false(parked.items[0].own);
    // There and back.
    MUST_CHANGE(temporary, item_unpark(gesture, a, first, &problem));
    agenda_is(temporary, first, "1 C|2 A|2.1 B");
    MUST_CHANGE(temporary, item_park(gesture, a, &problem));
    MUST_CHANGE(temporary, item_unpark(gesture, a, second, &problem));
    agenda_is(temporary, second,
        "1 A (en attente depuis la séance du 05/03/2026)"
        "|1.1 B (en attente depuis la séance du 05/03/2026)");
    struct agenda agenda = agenda_of(temporary, second);
    assert_int_equal(agenda.items[0].link_count, 1);
    assert_int_equal(agenda.items[0].planned_minutes, 20);
    assert_int_equal(agenda.items[0].documents, 1);
    parked_items_load(temporary->store, first, &temporary->arena, &parked, NULL);
    assert_int_equal(parked.count, 0);
    // The first meeting is gone: the item of the second keeps its text.
    MUST_CHANGE(temporary, meeting_remove(gesture, first, &problem));
    assert_int_equal(agenda_of(temporary, second).items[0].continues, 0);
}

static void a_sub_item_waits_alone_and_keeps_what_it_concerns(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    added_item(temporary, meeting, "A\nB");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t b = item_titled(temporary, meeting, "B");
    struct entry_link link = {
        PLAN_AXIS, temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 6"), "6"};
    MUST_CHANGE(temporary, item_link(gesture, a, &link, 1, &problem));
    MUST_CHANGE(temporary, item_indent(gesture, b, true, &problem));
    MUST_CHANGE(temporary, item_park(gesture, b, &problem));
    MUST_REFUSE(temporary, "en attente", item_move(gesture, b, 1, &problem));
    MUST_REFUSE(temporary, "en attente", item_place(gesture, b, a, 0, &problem));
    MUST_REFUSE(temporary, "déjà", item_park(gesture, b, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    struct entry fact = {.kind = RECORD_NOTE, .text = "Dit"};
    MUST_REFUSE(temporary, "en attente",
        record_add(gesture, store_new_id(temporary->store), b, &fact, &problem));
    MUST_CHANGE(temporary, item_unpark(gesture, b, meeting, &problem));
    agenda_is(temporary, meeting, "1 A|2 B");
    assert_int_equal(agenda_of(temporary, meeting).items[1].link_count, 1);
    noted(temporary, b, RECORD_NOTE, "Dit");
    MUST_REFUSE(temporary, "notes", item_park(gesture, b, &problem));
}

// A cancelled or postponed meeting gives what it held to the next one.
static void case_85_a_meeting_on_which_nothing_was_noted_can_be_cancelled(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    added_item(temporary, meeting, "A\nB");
    int64_t note =
        noted(temporary, item_titled(temporary, meeting, "A"), RECORD_PRIVATE_NOTE, "À part");
    MUST_REFUSE(temporary, "notes", meeting_cancel(gesture, meeting, &problem));
    MUST_CHANGE(temporary, record_remove(gesture, note, &problem));
    MUST_CHANGE(temporary, meeting_cancel(gesture, meeting, &problem));
    MUST_REFUSE(temporary, "annulée", meeting_open(gesture, meeting, &problem));
    agenda_is(temporary, offered(temporary, "COTECH", second_day),
        "1 A (séance du 05/03/2026 annulée)|2 B (séance du 05/03/2026 annulée)");
    MUST_CHANGE(temporary, meeting_prepare_again(gesture, meeting, &problem));
    MUST_CHANGE(temporary, meeting_postpone(gesture, meeting, &problem));
    int64_t id = store_new_id(temporary->store);
    MUST_CHANGE(temporary, meeting_call_again(gesture, id, meeting, third_day, &problem));
    assert_int_equal(meeting_of(temporary, id).recalls, meeting);
    MUST_CHANGE(temporary, meeting_open(gesture, id, &problem));
    MUST_REFUSE(temporary, "ouverte", meeting_cancel(gesture, id, &problem));
}

static void a_meeting_without_quorum_is_called_again(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A\nB");
    MUST_CHANGE(temporary, meeting_set_place(gesture, meeting, "Mairie", &problem));
    int64_t id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "manqué de rien",
        meeting_call_again(gesture, id, meeting, second_day, &problem));
    MUST_CHANGE(temporary, meeting_adjourn_without_quorum(gesture, meeting, &problem));
    assert_true(meeting_of(temporary, meeting).lacks_quorum);
    assert_string_equal(agenda_of(temporary, meeting).items[0].state, "reporte");
    MUST_CHANGE(temporary, meeting_call_again(gesture, id, meeting, second_day, &problem));
    agenda_is(temporary, id,
        "1 A (séance du 05/03/2026 levée faute de quorum)"
        "|2 B (séance du 05/03/2026 levée faute de quorum)");
    assert_string_equal(meeting_of(temporary, id).place, "Mairie");
    int64_t again = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "est déjà convoquée à nouveau, sous",
        meeting_call_again(gesture, again, meeting, third_day, &problem));
    MUST_REFUSE(temporary, "n'est pas close", meeting_open(gesture, id, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    assert_false(meeting_of(temporary, meeting).lacks_quorum);
}

static void case_87_outcomes_only_while_the_meeting_is_held(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    int64_t item = added_item(temporary, meeting, "A");
    struct entry fact = {.kind = RECORD_DECISION, .text = "Décidé"};
    int64_t id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "pas ouverte", record_add(gesture, id, item, &fact, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    MUST_CHANGE(temporary, record_add(gesture, id, item, &fact, &problem));
    closed(temporary, meeting);
    MUST_REFUSE(temporary, "close", record_set(gesture, id, &fact, &problem));
    MUST_REFUSE(temporary, "close", record_remove(gesture, id, &problem));
}

// The seed's own chain: cotech, copil, council; each end shows the other.
static void a_proposition_goes_to_the_copil_then_to_the_council(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "Places");
    int64_t item = item_titled(temporary, meeting, "Places");
    struct entry_link link = {
        PLAN_AXIS, temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 6"), "6"};
    MUST_CHANGE(temporary, item_link(gesture, item, &link, 1, &problem));
    int64_t proposition = noted(temporary, item, RECORD_DECISION, "Ouvrir douze places");
    treated(temporary, item);
    closed(temporary, meeting);
    int64_t copil = offered(temporary, "COPIL", second_day);
    agenda_is(temporary, copil, "1 Ouvrir douze places (proposé par le COTECH du 05/03/2026)");
    int64_t answer = agenda_of(temporary, copil).items[0].id;
    assert_int_equal(agenda_of(temporary, copil).items[0].link_count, 1);
    MUST_CHANGE(temporary, meeting_open(gesture, copil, &problem));
    int64_t decision = noted(temporary, answer, RECORD_DECISION, "Les places sont ouvertes");
    assert_int_equal(
        temporary_store_execute(temporary, "UPDATE decision SET outcome = 'a-deliberer'"
                                           " WHERE outcome = 'adoptee'"),
        SQLITE_OK);
    treated(temporary, answer);
    closed(temporary, copil);
    int64_t council = offered(temporary, "CONSEIL", third_day);
    agenda_is(temporary, council,
        "1 Les places sont ouvertes (à délibérer, décision COPIL-2026-001 du 02/04/2026)");
    struct decision_chain chain;
    decision_chain_load(temporary->store, proposition, &temporary->arena, &chain, NULL);
    assert_int_equal(chain.count, 1);
    assert_int_equal(chain.links[0].decision, decision);
    assert_false(chain.links[0].answers);
    decision_chain_load(temporary->store, decision, &temporary->arena, &chain, NULL);
    assert_int_equal(chain.count, 2);
    assert_true(chain.links[0].answers);
    assert_int_equal(chain.links[0].decision, proposition);
    assert_int_equal(chain.links[1].decision, 0);
    assert_int_equal(chain.links[1].meeting, council);
    // Treated there, it is not offered again.
    struct carry_over offers;
    int64_t again = prepared_meeting(temporary, "COPIL", third_day);
    agenda_offers(temporary->store, again, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 1); // the minutes
}

static void a_question_returns_until_it_is_answered(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t a = item_titled(temporary, meeting, "A");
    int64_t question = noted(temporary, a, RECORD_QUESTION, "Combien ?");
    treated(temporary, a);
    closed(temporary, meeting);
    int64_t next = prepared_meeting(temporary, "COTECH", second_day);
    struct carry_over offers;
    agenda_offers(temporary->store, next, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 2);
    assert_string_equal(
        offers.proposals[1].reason, "question sans réponse de la séance du 05/03/2026");
    MUST_CHANGE(temporary, question_set_answered(gesture, question, true, "Douze", &problem));
    assert_true(record_of(temporary, question).answered);
    agenda_offers(temporary->store, next, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 1);
    MUST_CHANGE(temporary, question_set_answered(gesture, question, false, NULL, &problem));
    MUST_REFUSE(
        temporary, "pas une question", question_set_answered(gesture, 42, true, NULL, &problem));
}

static void a_decision_to_review_returns_on_its_day(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t a = item_titled(temporary, meeting, "A");
    struct entry fact = {.kind = RECORD_DECISION, .text = "Décidé", .date = third_day};
    MUST_CHANGE(temporary, record_add(gesture, store_new_id(temporary->store), a, &fact, &problem));
    treated(temporary, a);
    closed(temporary, meeting);
    agenda_is(temporary, offered(temporary, "COTECH", second_day), APPROVAL);
    int64_t third = prepared_meeting(temporary, "COTECH", third_day);
    struct carry_over offers;
    agenda_offers(temporary->store, third, &temporary->arena, &offers, NULL);
    assert_int_equal(offers.count, 1);
    assert_string_equal(
        offers.proposals[0].reason, "décision COTECH-2026-001 à revoir le 07/05/2026");
}

static void since_the_last_meeting(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened(temporary, "A");
    int64_t a = item_titled(temporary, meeting, "A");
    struct entry_mention caf = {"Caf", 0, true};
    struct entry late = {.kind = RECORD_TASK,
        .text = "En retard",
        .date = first_day,
        .mentions = &caf,
        .mention_count = 1};
    noted(temporary, a, RECORD_DECISION, "Décidé");
    MUST_CHANGE(temporary, record_add(gesture, store_new_id(temporary->store), a, &late, &problem));
    int64_t done = task_on(temporary, a, "Faite", third_day);
    task_on(temporary, a, "Muette", third_day);
    int64_t begun = task_on(temporary, a, "Commencée", third_day);
    closed(temporary, meeting);
    MUST_CHANGE(temporary, task_set_state(gesture, done, "faite", &problem));
    MUST_CHANGE(temporary, task_set_state(gesture, begun, "en-cours", &problem));
    int64_t next = prepared_meeting(temporary, "COTECH", second_day);
    struct since since;
    assert_int_equal(
        since_load(temporary->store, next, &temporary->arena, &since, NULL), STATUS_DONE);
    assert_int_equal(since.last, meeting);
    static const char *const texts[] = {"Décidé", "Faite", "En retard", "Muette"};
    assert_int_equal(since.count, 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(since.rows[i].part, i);
        assert_string_equal(since.rows[i].text, texts[i]);
    }
    assert_int_equal(since.owner_count, 1);
    assert_string_equal(since.owners[0].name, "Caf");
    assert_int_equal(since.owners[0].late, 1);
}

static void documents_are_read_from_one_line(void **state)
{
    static const struct {
        const char *typed, *title, *place;
    } lines[] = {
        {"Bilan 2025 : docs/bilan.pdf", "Bilan 2025", "docs/bilan.pdf"},
        {"Bilan | https://ctg.example/bilan", "Bilan", "https://ctg.example/bilan"},
        {"Bilan https://ctg.example/bilan", "Bilan", "https://ctg.example/bilan"},
        {"docs/bilan.pdf", "bilan.pdf", "docs/bilan.pdf"},
        {"Bilan remis sur table", "Bilan remis sur table", ""},
    };
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COTECH", first_day);
    int64_t item = added_item(temporary, meeting, "A");
    struct item_documents documents;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        MUST_CHANGE(temporary, item_document_add(gesture, store_new_id(temporary->store), item,
                                   lines[i].typed, &problem));
    MUST_REFUSE(temporary, "pièce",
        item_document_add(gesture, store_new_id(temporary->store), item, " ", &problem));
    item_documents_load(temporary->store, item, &temporary->arena, &documents, NULL);
    assert_int_equal(documents.count, sizeof lines / sizeof lines[0]);
    for (size_t i = 0; i < documents.count; i++) {
        assert_string_equal(documents.documents[i].title, lines[i].title);
        assert_string_equal(documents.documents[i].place, lines[i].place);
    }
    MUST_CHANGE(temporary, item_document_remove(gesture, documents.documents[0].id, &problem));
    MUST_REFUSE(temporary, "plus jointe",
        item_document_remove(gesture, documents.documents[0].id, &problem));
    MUST_CHANGE(temporary, item_take_away(gesture, item, NULL, &problem));
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(minutes_that_are_approved_by_then_do_not_come),
        TEST(case_2_a_treated_item_without_task_does_not_return),
        TEST(cases_3_14_what_is_not_treated_returns_in_its_order),
        TEST(case_4_an_item_not_treated_returns_though_its_task_is_done),
        TEST(case_6_a_late_task_returns_until_it_is_done),
        TEST(many_late_tasks_are_gathered),
        TEST(cases_7_8_a_pinned_item_returns_until_it_is_unpinned),
        TEST(cases_9_11_26_a_pinned_note_stays_with_its_item),
        TEST(case_15_what_waits_returns_to_be_treated),
        TEST(case_20_general_notes_return_when_they_are_pinned),
        TEST(case_19_a_treated_item_opens_again_an_open_one_does_not),
        TEST(cases_23_24_an_item_of_before_is_settled_with_its_tasks),
        TEST(what_is_taken_off_comes_to_the_next_meeting),
        TEST(the_sub_items_of_an_offered_item_go_with_it),
        TEST(case_28_the_next_meeting_opens_once_the_last_is_closed),
        TEST(case_29_meetings_follow_one_another),
        TEST(case_38_next_and_previous_meeting_of_the_committee),
        TEST(case_77_what_waits_takes_no_number),
        TEST(case_77_items_are_numbered_as_the_meeting_has_it),
        TEST(case_77_the_view_and_the_agenda_number_alike),
        TEST(case_78_an_item_does_not_go_under_its_own_child),
        TEST(case_79_an_item_added_once_the_call_was_sent_is_late),
        TEST(case_80_standing_items_stand_in_their_place),
        TEST(standing_items_are_kept_in_order),
        TEST(case_81_the_agenda_tells_where_it_overruns),
        TEST(case_82_one_backlog_for_all_meetings_of_the_committee),
        TEST(a_sub_item_waits_alone_and_keeps_what_it_concerns),
        TEST(case_85_a_meeting_on_which_nothing_was_noted_can_be_cancelled),
        TEST(a_meeting_without_quorum_is_called_again),
        TEST(case_87_outcomes_only_while_the_meeting_is_held),
        TEST(a_proposition_goes_to_the_copil_then_to_the_council),
        TEST(a_question_returns_until_it_is_answered),
        TEST(a_decision_to_review_returns_on_its_day),
        TEST(since_the_last_meeting),
        TEST(documents_are_read_from_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
