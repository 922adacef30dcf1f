// SPDX-License-Identifier: GPL-3.0-or-later
// Closing, reopening, correcting, sending, approving; the numbers are those of the acceptance
// cases.
#include <sqlite3.h>

#include "expected_people.h"
#include "held_meeting.h"
#include "rules/workflow.h"
#include "store/approval.h"
#include "store/ballot.h"
#include "store/closing_gap.h"
#include "store/closing_log.h"
#include "store/confidential.h"
#include "store/journal.h"
#include "store/meeting_dispatch.h"
#include "store/meeting_reopening.h"
#include "store/person.h"
#include "store/rectification.h"
#include "store/register.h"
#include "store/seal_check.h"
#include "store/task_register.h"
#include "store/undo.h"

static const struct date march = {DATE_DAY, 2026, 3, 12};
static const struct date april = {DATE_DAY, 2026, 4, 9};
#define DAY INT64_C(86400000)

// A copil without members, opened, with one item.
static int64_t opened(struct temporary_store *temporary, struct date date, int64_t *item)
{
    int64_t meeting = prepared_meeting(temporary, "COPIL", date);
    *item = added_item(temporary, meeting, "Places en petite enfance");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    return meeting;
}

static struct closing_log log_of(struct temporary_store *temporary, int64_t meeting)
{
    struct closing_log log;
    assert_int_equal(
        closing_log_load(temporary->store, meeting, &temporary->arena, &log, NULL), STATUS_DONE);
    return log;
}

static struct seal_report report_of(struct temporary_store *temporary, int64_t meeting)
{
    struct seal_report report;
    assert_int_equal(
        seal_check(temporary->store, meeting, &temporary->arena, &report, NULL), STATUS_DONE);
    return report;
}

static struct closing_gaps gaps_of(struct temporary_store *temporary, int64_t meeting)
{
    struct closing_gaps gaps;
    assert_int_equal(
        closing_gaps_load(temporary->store, meeting, &temporary->arena, &gaps, NULL), STATUS_DONE);
    return gaps;
}

static struct closing_preview preview_of(struct temporary_store *temporary, int64_t meeting)
{
    struct closing_preview preview;
    assert_int_equal(
        meeting_preview_closing(temporary->store, meeting, &temporary->arena, &preview, NULL),
        STATUS_DONE);
    return preview;
}

static struct approval approval_of(struct temporary_store *temporary, int64_t meeting)
{
    struct approval approval;
    assert_int_equal(
        approval_load(temporary->store, meeting, &temporary->arena, &approval, NULL), STATUS_DONE);
    return approval;
}

static const char *decision_state(struct temporary_store *temporary, int64_t decision)
{
    struct register_decision read;
    struct entry_link *concerns;
    size_t count;
    assert_int_equal(register_decision_load(temporary->store, decision, &temporary->arena, &read,
                         &concerns, &count, NULL),
        STATUS_DONE);
    return read.state;
}

static int64_t adopted(struct temporary_store *temporary, int64_t item, const char *text)
{
    int64_t record = store_new_id(temporary->store);
    struct entry_link link = {PLAN_AXIS, 0, "6"};
    link.id = temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 6");
    struct entry fact = {.kind = RECORD_DECISION, .text = text, .links = &link, .link_count = 1};
    MUST_CHANGE(temporary, record_add(gesture, record, item, &fact, &problem));
    return record;
}

static void case_28_no_second_meeting_is_held_while_the_first_is_not_closed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t first = opened(temporary, march, &item);
    int64_t second = prepared_meeting(temporary, "COPIL", april);
    MUST_REFUSE(temporary, "n'est pas close", meeting_open(gesture, second, &problem));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, first, &problem));
    MUST_REFUSE(temporary, "n'est pas close", meeting_open(gesture, second, &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, first, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, second, &problem));
}

static void case_30_each_closing_and_reopening_is_logged(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    adopted(temporary, item, "Adopté");
    closed(temporary, meeting);
    temporary_store_advance(temporary, DAY);
    MUST_CHANGE(temporary, meeting_reopen(gesture, meeting, "Erreur de date", &problem));
    temporary_store_advance(temporary, DAY);
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    struct closing_log log = log_of(temporary, meeting);
    assert_int_equal(log.count, 3);
    assert_int_equal(log.closings[0].kind, CLOSING_DONE);
    assert_int_equal(log.closings[0].version, 1);
    assert_string_equal(log.closings[0].at, "2026-03-12T14:00:00");
    assert_string_equal(log.closings[0].author, "secrétaire");
    assert_null(log.closings[0].reason);
    assert_int_equal(log.closings[1].kind, CLOSING_TAKEN_BACK);
    assert_int_equal(log.closings[1].version, 1);
    assert_string_equal(log.closings[1].reason, "Erreur de date");
    assert_null(log.closings[1].seal);
    assert_int_equal(log.closings[2].kind, CLOSING_DONE);
    assert_int_equal(log.closings[2].version, 2);
    assert_string_equal(log.closings[2].at, "2026-03-14T14:00:00");
    assert_string_not_equal(log.closings[0].seal, log.closings[2].seal);
    assert_string_equal(log.closings[2].seal, report_of(temporary, meeting).seal);
    // In the history too, and nothing else can be done to the log.
    assert_int_equal(
        temporary_store_number(
            temporary, "SELECT count(*) FROM journal WHERE barrier IN ('cloture', 'reouverture')"),
        3);
    static const char *const changes[] = {
        "UPDATE closing SET author = 'X'",
        "UPDATE OR REPLACE closing SET id = id + 1",
        "DELETE FROM closing",
        "INSERT INTO closing (id, meeting_id, kind, version, at, author)"
        " SELECT 42, id, 'cloture', 9, '', '' FROM meeting",
        "INSERT OR REPLACE INTO closing SELECT * FROM closing",
        "UPDATE seal_part SET hash = hash",
        "UPDATE OR REPLACE seal_part SET part_id = part_id",
        "DELETE FROM seal_part",
        "INSERT INTO seal_part (meeting_id, kind, part_id, confidential, hash)"
        " SELECT id, 'record', 42, 0, '' FROM meeting",
        "INSERT OR REPLACE INTO seal_part SELECT * FROM seal_part",
        "UPDATE meeting_name SET label = label",
        "DELETE FROM meeting_name",
        "INSERT INTO meeting_name SELECT id, 'axis', 42, '9', 'Faux' FROM meeting",
        "INSERT OR REPLACE INTO meeting_name SELECT * FROM meeting_name",
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++)
        assert_int_not_equal(temporary_store_execute(temporary, changes[i]), SQLITE_OK);
}

static void case_31_closing_twice_is_refused(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    MUST_REFUSE(temporary, "«ouverte»", meeting_close(gesture, meeting, &problem));
    closed(temporary, meeting);
    MUST_REFUSE(temporary, "close", meeting_close(gesture, meeting, &problem));
    MUST_REFUSE(temporary, "close", meeting_adjourn(gesture, meeting, &problem));
    MUST_REFUSE(temporary, "close", meeting_set_date(gesture, meeting, april, &problem));
    MUST_REFUSE(temporary, "close", meeting_set_place(gesture, meeting, "Ailleurs", &problem));
    MUST_REFUSE(temporary, "close", item_set_title(gesture, item, "Autre", &problem));
    MUST_REFUSE(temporary, "close", item_set_pinned(gesture, item, true, &problem));
    MUST_REFUSE(temporary, "close", item_set_confidential(gesture, item, true, &problem));
    MUST_REFUSE(temporary, "close", meeting_postpone_untreated(gesture, meeting, &problem));
}

static void case_32_only_the_last_meeting_held_is_reopened(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t first = opened(temporary, march, &item);
    MUST_REFUSE(temporary, "n'est pas close", meeting_reopen(gesture, first, "Motif", &problem));
    closed(temporary, first);
    MUST_REFUSE(temporary, "motif", meeting_reopen(gesture, first, "  ", &problem));
    // Ours: a meeting that is planned takes nothing away, one that is opened does.
    int64_t second = prepared_meeting(temporary, "COPIL", april);
    MUST_CHANGE(temporary, meeting_reopen(gesture, first, "Motif", &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, first, &problem));
    struct gesture *opening = gesture_must_begin(temporary->store);
    assert_int_equal(meeting_open(opening, second, NULL), STATUS_DONE);
    gesture_must_commit(opening, "ouverture");
    MUST_REFUSE(temporary, "rectification", meeting_reopen(gesture, first, "Motif", &problem));
    // Undone, the second is planned again, and the first is the last one held again.
    struct journal_entry entry;
    const char *sentence;
    bool found;
    assert_int_equal(
        journal_next_undo(temporary->store, &temporary->arena, &entry, &found, NULL), STATUS_DONE);
    assert_int_equal(
        journal_undo(temporary->store, entry.id, &temporary->arena, &sentence, NULL), STATUS_DONE);
    assert_int_equal(meeting_check_reopening(temporary->store, first, NULL), STATUS_DONE);
    MUST_CHANGE(temporary, meeting_open(gesture, second, &problem));
    closed(temporary, second);
    MUST_REFUSE(temporary, "rectification", meeting_reopen(gesture, first, "Motif", &problem));
    MUST_CHANGE(temporary, meeting_reopen(gesture, second, "Motif", &problem));
    // Another committee has a chain of its own.
    int64_t other = prepared_meeting(temporary, "COTECH", april);
    MUST_CHANGE(temporary, meeting_open(gesture, other, &problem));
    closed(temporary, other);
    assert_int_equal(meeting_check_reopening(temporary->store, other, NULL), STATUS_DONE);
}

static int64_t tally(const struct temporary_store *temporary)
{
    return temporary_store_number(temporary,
        "SELECT decisions FROM decision_tally JOIN axis ON axis.id = plan_id WHERE number = 6");
}

static void case_34_and_36_reopening_makes_decisions_provisional_again(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t first = opened(temporary, march, &item);
    int64_t early = adopted(temporary, item, "Adopté");
    closed(temporary, first);
    assert_int_equal(tally(temporary), 1);
    int64_t second = opened(temporary, april, &item);
    int64_t late = adopted(temporary, item, "Adopté aussi");
    closed(temporary, second);
    assert_int_equal(tally(temporary), 2);
    assert_string_equal(decision_state(temporary, early), "adoptee");
    MUST_CHANGE(temporary, meeting_reopen(gesture, second, "Motif", &problem));
    assert_string_equal(decision_state(temporary, early), "adoptee");
    assert_string_equal(decision_state(temporary, late), "provisoire");
    assert_int_equal(tally(temporary), 1);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_decisions WHERE etat = 'provisoire'"
                         " AND numero = 'COPIL-2026-002'"),
        1);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM decision_tally"
                                                       " WHERE last_meeting = '2026-04-09'"),
        0);
    MUST_CHANGE(temporary, meeting_close(gesture, second, &problem));
    assert_int_equal(tally(temporary), 2);
}

// Ours: they are marked again instead of vanishing; what the earlier meeting noted is not.
static void case_36_reopening_marks_what_its_meeting_noted_alone(void **state)
{
    struct temporary_store *temporary = *state;
    const struct task_filter every_task = {.order = TASK_LATEST};
    struct register_task *tasks = NULL;
    int64_t item;
    size_t count = 0;
    int64_t first = opened(temporary, march, &item);
    noted(temporary, item, RECORD_TASK, "Chiffrer");
    closed(temporary, first);
    int64_t second = opened(temporary, april, &item);
    noted(temporary, item, RECORD_TASK, "Relancer");
    closed(temporary, second);
    MUST_CHANGE(temporary, meeting_reopen(gesture, second, "Motif", &problem));
    for (int closed_again = 0; closed_again < 2; closed_again++) {
        assert_int_equal(task_register_read(temporary->store, &every_task, 0, 10, &temporary->arena,
                             &tasks, &count, NULL),
            STATUS_DONE);
        assert_int_equal(count, 2);
        for (size_t i = 0; i < count; i++) {
            bool of_second = strcmp(tasks[i].text, "Relancer") == 0;
            assert_int_equal(tasks[i].provisional, of_second && closed_again == 0);
        }
        if (closed_again == 0)
            MUST_CHANGE(temporary, meeting_close(gesture, second, &problem));
    }
}

// What was counted does not depend on what became of the plan since.
static void case_34_the_tally_is_right_after_a_change_of_the_plan(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    struct entry_link link = {PLAN_ACTION, 0, "6.1"};
    link.id = temporary_store_number(temporary, "SELECT id FROM action WHERE code = '6.1'");
    struct entry fact = {.kind = RECORD_DECISION, .text = "Dit", .links = &link, .link_count = 1};
    MUST_CHANGE(
        temporary, record_add(gesture, store_new_id(temporary->store), item, &fact, &problem));
    closed(temporary, meeting);
    assert_int_equal(temporary_store_execute(temporary,
                         "UPDATE action SET axis_id = (SELECT id FROM axis WHERE number = 7)"
                         " WHERE code = '6.1'"),
        SQLITE_OK);
    MUST_CHANGE(temporary, meeting_reopen(gesture, meeting, "Motif", &problem));
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM decision_tally"), 0);
}

static void case_69_numbers_run_over_the_meetings_of_a_year(void **state)
{
    struct temporary_store *temporary = *state;
    static const struct date dates[] = {
        {DATE_DAY, 2026, 3, 12}, {DATE_DAY, 2026, 12, 31}, {DATE_DAY, 2027, 1, 1}};
    static const char *const numbers[][2] = {{"COPIL-2026-001", "COPIL-2026-002"},
        {"COPIL-2026-003", "COPIL-2026-004"}, {"COPIL-2027-001", "COPIL-2027-002"}};
    for (size_t i = 0; i < 3; i++) {
        int64_t item;
        int64_t meeting = opened(temporary, dates[i], &item);
        int64_t one = noted(temporary, item, RECORD_DECISION, "Une");
        int64_t two = noted(temporary, item, RECORD_DECISION, "Deux");
        closed(temporary, meeting);
        assert_string_equal(record_of(temporary, one).number, numbers[i][0]);
        assert_string_equal(record_of(temporary, two).number, numbers[i][1]);
    }
}

static void case_72_a_number_stays_through_reopening(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    int64_t decision = noted(temporary, item, RECORD_DECISION, "Ouvrir 24 places");
    closed(temporary, meeting);
    MUST_CHANGE(temporary, meeting_reopen(gesture, meeting, "24 ou 26", &problem));
    struct entry corrected = {.kind = RECORD_DECISION, .text = "Ouvrir 26 places"};
    MUST_CHANGE(temporary, record_set(gesture, decision, &corrected, &problem));
    MUST_REFUSE(temporary, "retirée", record_remove(gesture, decision, &problem));
    corrected.kind = RECORD_NOTE;
    MUST_REFUSE(temporary, "retirée", record_set(gesture, decision, &corrected, &problem));
    int64_t added = noted(temporary, item, RECORD_DECISION, "Une autre");
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    assert_string_equal(record_of(temporary, decision).number, "COPIL-2026-001");
    assert_string_equal(record_of(temporary, decision).fact.text, "Ouvrir 26 places");
    assert_string_equal(record_of(temporary, added).number, "COPIL-2026-002");
    assert_int_equal(
        temporary_store_number(temporary, "SELECT number FROM meeting WHERE state = 'close'"), 1);
}

// Ours: what is missing is shown, can be mended, and stops nothing.
static void case_71_closing_shows_what_is_missing(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    int64_t second = added_item(temporary, meeting, "Permis de louer");
    struct entry_mention owner = {"Mme Voirie", 0, true};
    struct entry facts[] = {
        {.kind = RECORD_TASK, .text = "Sans rien"},
        {.kind = RECORD_TASK, .text = "Sans date", .mentions = &owner, .mention_count = 1},
        {.kind = RECORD_TASK,
            .text = "Entière",
            .mentions = &owner,
            .mention_count = 1,
            .date = april},
        {.kind = RECORD_NOTE, .text = "À voir", .doubtful = true},
        {.kind = RECORD_TASK,
            .text = "Date fausse",
            .mentions = &owner,
            .mention_count = 1,
            .date = april,
            .doubt = ENTRY_IMPOSSIBLE_DATE},
    };
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
        MUST_CHANGE(temporary,
            record_add(gesture, store_new_id(temporary->store), item, &facts[i], &problem));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    struct closing_gaps gaps = gaps_of(temporary, meeting);
    assert_int_equal(gaps.count, 5);
    assert_int_equal(gaps.gaps[0].gaps, GAP_ITEM);
    assert_int_equal(gaps.gaps[0].target, second);
    assert_string_equal(gaps.gaps[0].number, "2");
    assert_int_equal(gaps.gaps[1].gaps, GAP_OWNER | GAP_DATE);
    assert_string_equal(gaps.gaps[1].text, "Sans rien");
    assert_int_equal(gaps.gaps[2].gaps, GAP_DATE);
    assert_int_equal(gaps.gaps[3].gaps, GAP_DOUBT);
    assert_int_equal(gaps.gaps[4].gaps, GAP_NOT_UNDERSTOOD);
    MUST_CHANGE(temporary, meeting_postpone_untreated(gesture, meeting, &problem));
    assert_int_equal(gaps_of(temporary, meeting).count, 4);
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
}

static void case_71_closing_needs_somebody_where_members_are_expected(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    people_are_expected(temporary);
    int64_t meeting = opened(temporary, march, &item);
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    struct closing_gaps gaps = gaps_of(temporary, meeting);
    assert_int_equal(gaps.count, 2);
    assert_int_equal(gaps.gaps[0].gaps, GAP_ATTENDANCE);
    assert_int_equal(gaps.gaps[1].gaps, GAP_NOTHING_NOTED);
    assert_int_equal(gaps.gaps[0].count, 6);
    assert_true(preview_of(temporary, meeting).nobody_present);
    MUST_REFUSE(temporary, "F2", meeting_close(gesture, meeting, &problem));
    int64_t chair = attendee_named(temporary, meeting, "Médiatrice Habitat");
    MUST_CHANGE(temporary, attendance_set_presence(gesture, chair, "present", NULL, &problem));
    assert_int_equal(gaps_of(temporary, meeting).gaps[0].count, 5);
    assert_false(preview_of(temporary, meeting).nobody_present);
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    // Nobody came, and it was adjourned for that.
    meeting = opened(temporary, april, &item);
    MUST_CHANGE(temporary, meeting_adjourn_without_quorum(gesture, meeting, &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
}

static void case_71_a_ballot_against_the_rules_is_shown(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    people_are_expected(temporary);
    int64_t meeting = opened(temporary, march, &item);
    int64_t people[2] = {attendee_named(temporary, meeting, "Médiatrice Habitat"),
        attendee_named(temporary, meeting, "Gérant Logement")};
    for (size_t i = 0; i < 2; i++)
        MUST_CHANGE(
            temporary, attendance_set_presence(gesture, people[i], "present", NULL, &problem));
    struct said_ballot said = {.form = BALLOT_FORM_COUNTS, .counts = {2, 0, 0}};
    int64_t ballot = store_new_id(temporary->store);
    MUST_CHANGE(temporary, ballot_hold(gesture, ballot, NULL, item, 0, &said, &problem));
    MUST_CHANGE(temporary, attendance_set_presence(gesture, people[1], "absent", NULL, &problem));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    struct closing_gaps gaps = gaps_of(temporary, meeting);
    const struct closing_gap *last = &gaps.gaps[gaps.count - 1];
    assert_int_equal(last->gaps, GAP_VOTERS);
    assert_int_equal(last->target, ballot);
}

static void case_71_a_consensus_without_the_quorum_is_shown(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    people_are_expected(temporary);
    assert_int_equal(temporary_store_execute(
                         temporary, "UPDATE committee SET majority = 'consensus', quorum = '2'"),
        SQLITE_OK);
    int64_t meeting = opened(temporary, march, &item);
    int64_t decision = noted(temporary, item, RECORD_DECISION, "Adopter la charte");
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    struct closing_gaps gaps = gaps_of(temporary, meeting);
    const struct closing_gap *last = &gaps.gaps[gaps.count - 1];
    assert_int_equal(last->gaps, GAP_CONSENSUS);
    assert_int_equal(last->target, decision);
    // Of two there who suffice, nothing is said.
    MUST_CHANGE(temporary,
        attendance_set_presence(gesture, attendee_named(temporary, meeting, "Médiatrice Habitat"),
            "present", NULL, &problem));
    MUST_CHANGE(temporary,
        attendance_set_presence(gesture, attendee_named(temporary, meeting, "Gérant Logement"),
            "present", NULL, &problem));
    gaps = gaps_of(temporary, meeting);
    for (size_t i = 0; i < gaps.count; i++)
        assert_int_equal(gaps.gaps[i].gaps & GAP_CONSENSUS, 0);
}

static void case_71_closing_shows_an_unknown_owner_an_empty_item_and_a_vote_that_is_due(
    void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    people_are_expected(temporary);
    assert_int_equal(
        temporary_store_execute(temporary, "UPDATE committee SET majority = 'simple'"), SQLITE_OK);
    int64_t meeting = opened(temporary, march, &item);
    int64_t second = added_item(temporary, meeting, "Permis de louer");
    static const char *const present[] = {"Médiatrice Habitat", "Gérant Logement"};
    for (size_t i = 0; i < 2; i++) {
        int64_t person = attendee_named(temporary, meeting, present[i]);
        MUST_CHANGE(temporary, attendance_set_presence(gesture, person, "present", NULL, &problem));
    }
    struct entry_mention owners[] = {{"Gérant Logement", 0, true}, {"Mme Voirie", 0, true}};
    for (size_t i = 0; i < 2; i++) {
        struct entry fact = {.kind = RECORD_TASK,
            .text = owners[i].name,
            .mentions = &owners[i],
            .mention_count = 1,
            .date = april};
        MUST_CHANGE(
            temporary, record_add(gesture, store_new_id(temporary->store), item, &fact, &problem));
    }
    int64_t decision = noted(temporary, item, RECORD_DECISION, "Ouvrir 26 places");
    for (int i = 0; i < 2; i++)
        MUST_CHANGE(temporary, item_set_state(gesture, i == 0 ? item : second,
                                   item_state_code(ITEM_TREATED), &problem));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    struct closing_gaps gaps = gaps_of(temporary, meeting);
    assert_int_equal(gaps.count, 4);
    assert_int_equal(gaps.gaps[0].gaps, GAP_ATTENDANCE);
    assert_int_equal(gaps.gaps[1].gaps, GAP_UNKNOWN_OWNER);
    assert_string_equal(gaps.gaps[1].text, "Mme Voirie");
    assert_int_equal(gaps.gaps[2].gaps, GAP_VOTE);
    assert_int_equal(gaps.gaps[2].target, decision);
    assert_int_equal(gaps.gaps[3].gaps, GAP_NOTHING_NOTED);
    assert_int_equal(gaps.gaps[3].target, second);
    struct said_ballot said = {.form = BALLOT_FORM_COUNTS, .counts = {2, 0, 0}};
    MUST_CHANGE(temporary, ballot_hold(gesture, store_new_id(temporary->store), NULL, item,
                               decision, &said, &problem));
    noted(temporary, second, RECORD_NOTE, "212 demandes");
    assert_int_equal(gaps_of(temporary, meeting).count, 2);
}

static void names_are_those_of_the_day_of_closing(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    adopted(temporary, item, "Adopté");
    closed(temporary, meeting);
    static const char *const changes[] = {
        "UPDATE axis SET label = 'Autrement'", "UPDATE committee SET label = 'Autrement'"};
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(temporary_store_execute(temporary, changes[i]), SQLITE_OK);
    assert_int_equal(
        temporary_store_number(temporary,
            "SELECT count(*) FROM meeting_name JOIN meeting ON meeting.id = meeting_id"
            " WHERE kind = 'axis' AND code = '6' AND meeting_name.label LIKE 'Adapter%'"
            " AND committee_label = 'Comité de pilotage'"),
        1);
    assert_int_equal(report_of(temporary, meeting).state, SEAL_HOLDS);
}

// So are the people, their functions and who presided, whatever the directory says later.
static void people_are_those_of_the_day_of_closing(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    people_are_expected(temporary);
    int64_t meeting = opened(temporary, march, &item);
    static const char *const present[] = {"Médiatrice Habitat", "Référente Numérique"};
    for (size_t i = 0; i < 2; i++) {
        int64_t person = attendee_named(temporary, meeting, present[i]);
        MUST_CHANGE(temporary, attendance_set_presence(gesture, person, "present", NULL, &problem));
    }
    closed(temporary, meeting);
    const struct person_facts facts[] = {
        {.name = "Médiatrice Logement", .function = "maire"}, {.name = "Référente Réseaux"}};
    MUST_CHANGE(temporary, person_set(gesture, 1001, &facts[0], &problem));
    MUST_CHANGE(temporary, person_set(gesture, 1006, &facts[1], &problem));
    MUST_CHANGE(temporary, attendance_refresh_committee(gesture, 0, &problem));
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT presidence = 'Médiatrice Habitat'"
                         " AND secretaire = 'Référente Numérique' FROM lecture_seances"),
        1);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM lecture_presences"
                                                       " WHERE personne = 'Médiatrice Habitat'"
                                                       " AND fonction = 'maire adjointe'"),
        1);
    assert_int_equal(report_of(temporary, meeting).state, SEAL_HOLDS);
}

static void a_rectification_stands_beside_what_is_sealed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    int64_t decision = noted(temporary, item, RECORD_DECISION, "Ouvrir 24 places");
    int64_t id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "n'est pas close",
        rectification_add(gesture, id, meeting, decision, "26", "Erreur", &problem));
    closed(temporary, meeting);
    MUST_REFUSE(temporary, "pourquoi",
        rectification_add(gesture, id, meeting, decision, "26", " ", &problem));
    MUST_REFUSE(temporary, "texte",
        rectification_add(gesture, id, meeting, decision, "", "Erreur", &problem));
    MUST_REFUSE(temporary, "tel qu'il est scellé",
        rectification_add(gesture, id, meeting, decision, "Ouvrir 24 places", "Erreur", &problem));
    MUST_REFUSE(temporary, "numéro",
        rectification_add(gesture, id, meeting, item, "26", "Erreur", &problem));
    MUST_CHANGE(temporary,
        rectification_add(gesture, id, meeting, decision, "Ouvrir 26 places", "Erreur", &problem));
    MUST_CHANGE(temporary, rectification_add(gesture, store_new_id(temporary->store), meeting,
                               decision, "Ouvrir 28 places", "Encore", &problem));
    MUST_CHANGE(temporary, rectification_add(gesture, store_new_id(temporary->store), meeting, 0,
                               "Mme Voirie était là", "Oubli", &problem));
    struct rectification_list list;
    assert_int_equal(
        rectifications_of_decision(temporary->store, decision, &temporary->arena, &list, NULL),
        STATUS_DONE);
    assert_int_equal(list.count, 2);
    assert_string_equal(list.rectifications[0].number, "COPIL-2026-001-BIS");
    assert_string_equal(list.rectifications[1].number, "COPIL-2026-001-TER");
    assert_string_equal(list.rectifications[0].author, "secrétaire");
    assert_string_equal(list.rectifications[0].at, "2026-03-12T14:00:00");
    assert_int_equal(
        rectifications_of_meeting(temporary->store, meeting, &temporary->arena, &list, NULL),
        STATUS_DONE);
    assert_int_equal(list.count, 3);
    assert_string_equal(list.rectifications[2].number, "COPIL-2026-03-12-BIS");
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT rectifications = 'COPIL-2026-001-BIS ; COPIL-2026-001-TER'"
                         " AND texte = 'Ouvrir 24 places' FROM lecture_decisions"),
        1);
    assert_int_equal(report_of(temporary, meeting).state, SEAL_HOLDS);
}

// A number is given once, undone or not.
static void case_72_the_number_of_a_rectification_is_given_once(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    closed(temporary, meeting);
    struct journal_entry entry;
    const char *sentence;
    bool found;
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(rectification_add(
                         gesture, store_new_id(temporary->store), meeting, 0, "Une", "Motif", NULL),
        STATUS_DONE);
    gesture_must_commit(gesture, "une");
    assert_int_equal(
        journal_next_undo(temporary->store, &temporary->arena, &entry, &found, NULL), STATUS_DONE);
    assert_int_equal(
        journal_undo(temporary->store, entry.id, &temporary->arena, &sentence, NULL), STATUS_DONE);
    gesture = gesture_must_begin(temporary->store);
    assert_int_equal(rectification_add(gesture, store_new_id(temporary->store), meeting, 0, "Deux",
                         "Motif", NULL),
        STATUS_DONE);
    gesture_must_commit(gesture, "deux");
    assert_int_equal(
        temporary_store_number(
            temporary, "SELECT count(*) FROM rectification WHERE number = 'COPIL-2026-03-12-TER'"),
        1);
}

static void is_refused_at_the_barrier(struct temporary_store *temporary, const char *words)
{
    struct journal_entry entry;
    struct problem problem = {0};
    const char *sentence;
    bool found;
    assert_int_equal(
        journal_next_undo(temporary->store, &temporary->arena, &entry, &found, NULL), STATUS_DONE);
    assert_true(found);
    assert_int_equal(
        journal_undo(temporary->store, entry.id, &temporary->arena, &sentence, &problem),
        STATUS_REFUSED);
    if (strstr(problem.sentence, words) == NULL)
        fail_msg("«%s» does not say «%s»", problem.sentence, words);
}

static void what_was_sent_is_noted_and_not_taken_back(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", march);
    int64_t item = added_item(temporary, meeting, "Point");
    const struct date today = march;
    const struct date earlier = {DATE_DAY, 2026, 3, 5};
    const struct date none = {0};
    int64_t id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "à qui", dispatch_add(gesture, id, meeting, none, " ", &problem));
    MUST_REFUSE(temporary, "à venir", dispatch_add(gesture, id, meeting, april, "Tous", &problem));
    MUST_CHANGE(temporary, dispatch_add(gesture, id, meeting, earlier, "Tous", &problem));
    is_refused_at_the_barrier(temporary, "ne s'annule pas");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "clôturez", dispatch_add(gesture, id, meeting, none, "Tous", &problem));
    noted(temporary, item, RECORD_NOTE, "Dit");
    closed(temporary, meeting);
    is_refused_at_the_barrier(temporary, "réouverture");
    MUST_REFUSE(
        temporary, "plus tard", dispatch_add(gesture, id, meeting, earlier, "Tous", &problem));
    id = store_new_id(temporary->store);
    MUST_CHANGE(temporary, dispatch_add(gesture, id, meeting, today, "Membres", &problem));
    struct dispatch_list list;
    assert_int_equal(
        dispatch_list_load(temporary->store, meeting, &temporary->arena, &list, NULL), STATUS_DONE);
    assert_true(list.minutes_are_out);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.dispatches[0].kind, DISPATCH_CALL);
    assert_string_equal(list.dispatches[0].at, "2026-03-05");
    assert_int_equal(list.dispatches[1].kind, DISPATCH_MINUTES);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_diffusions WHERE piece = 'compte-rendu'"
                         " AND date = '2026-03-12' AND destinataires = 'Membres'"),
        1);
    // Closed again, they say something else: they are to be sent again.
    MUST_CHANGE(temporary, meeting_reopen(gesture, meeting, "Motif", &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    assert_int_equal(
        dispatch_list_load(temporary->store, meeting, &temporary->arena, &list, NULL), STATUS_DONE);
    assert_int_equal(list.count, 2);
    assert_false(list.minutes_are_out);
}

static void minutes_are_approved_at_the_next_meeting(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t first = opened(temporary, march, &item);
    MUST_REFUSE(temporary, "clôturez", approval_add(gesture, first, 0, "", &problem));
    closed(temporary, first);
    assert_null(approval_of(temporary, first).day);
    int64_t second = opened(temporary, april, &item);
    int64_t awaited = 0;
    assert_int_equal(approval_awaited(temporary->store, second, &awaited, NULL), STATUS_DONE);
    assert_int_equal(awaited, first);
    temporary_store_advance(temporary, 28 * DAY);
    MUST_REFUSE(temporary, "autre séance", approval_add(gesture, first, first, "", &problem));
    int64_t other = prepared_meeting(temporary, "COTECH", april);
    MUST_REFUSE(temporary, "autre séance", approval_add(gesture, first, other, "", &problem));
    MUST_CHANGE(temporary, approval_add(gesture, first, second, "Page 2", &problem));
    is_refused_at_the_barrier(temporary, "rectification");
    struct approval approval = approval_of(temporary, first);
    assert_string_equal(approval.day, "2026-04-09");
    assert_false(approval.tacit);
    assert_string_equal(approval.reserves, "Page 2");
    assert_string_equal(approval.meeting, "COPIL-2026-04-09");
    MUST_REFUSE(temporary, "déjà", approval_add(gesture, first, second, "", &problem));
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT etat = 'approuvee' AND approuvee_le = '2026-04-09'"
                         " AND length(empreinte) = 64 FROM lecture_seances"
                         " WHERE reference = 'COPIL-2026-03-12'"),
        1);
}

static void approved_minutes_are_not_reopened(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = opened(temporary, march, &item);
    closed(temporary, meeting);
    MUST_CHANGE(temporary, approval_add(gesture, meeting, 0, "", &problem));
    MUST_REFUSE(temporary, "rectification", meeting_reopen(gesture, meeting, "Motif", &problem));
}

static void silence_approves_once_the_delay_has_passed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    assert_int_equal(
        temporary_store_execute(temporary, "UPDATE committee SET approval_days = 15"), SQLITE_OK);
    int64_t meeting = opened(temporary, march, &item);
    closed(temporary, meeting);
    assert_int_equal(approval_of(temporary, meeting).delay, 15);
    assert_null(approval_of(temporary, meeting).due);
    const struct date none = {0};
    MUST_CHANGE(temporary,
        dispatch_add(gesture, store_new_id(temporary->store), meeting, none, "Tous", &problem));
    assert_string_equal(approval_of(temporary, meeting).due, "2026-03-27");
    // Reopened and closed again, they are to be sent again.
    temporary_store_advance(temporary, DAY);
    MUST_CHANGE(temporary, meeting_reopen(gesture, meeting, "Motif", &problem));
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    assert_null(approval_of(temporary, meeting).due);
    temporary_store_advance(temporary, DAY);
    MUST_CHANGE(temporary,
        dispatch_add(gesture, store_new_id(temporary->store), meeting, none, "Tous", &problem));
    assert_string_equal(approval_of(temporary, meeting).due, "2026-03-29");
    temporary_store_advance(temporary, 14 * DAY);
    assert_null(approval_of(temporary, meeting).day);
    assert_false(meeting_of(temporary, meeting).approved);
    temporary_store_advance(temporary, DAY);
    assert_true(meeting_of(temporary, meeting).approved);
    assert_string_equal(approval_of(temporary, meeting).day, "2026-03-29");
    assert_true(approval_of(temporary, meeting).tacit);
    MUST_REFUSE(temporary, "délai", approval_add(gesture, meeting, 0, "", &problem));
    MUST_REFUSE(temporary, "rectification", meeting_reopen(gesture, meeting, "Motif", &problem));
}

static void what_is_confidential_stays_so_from_meeting_to_meeting(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    bool confidential = false;
    int64_t meeting = opened(temporary, march, &item);
    int64_t record = noted(temporary, item, RECORD_NOTE, "Dit");
    MUST_CHANGE(temporary, record_set_confidential(gesture, record, true, &problem));
    assert_true(record_of(temporary, record).confidential);
    MUST_CHANGE(temporary, record_set_confidential(gesture, record, false, &problem));
    MUST_REFUSE(temporary, "ligne notée", record_set_confidential(gesture, item, true, &problem));
    MUST_CHANGE(temporary, item_set_confidential(gesture, item, true, &problem));
    assert_true(agenda_of(temporary, meeting).items[0].confidential);
    MUST_CHANGE(temporary, item_set_state(gesture, item, "reporte", &problem));
    closed(temporary, meeting);
    MUST_REFUSE(temporary, "close", record_set_confidential(gesture, record, true, &problem));
    assert_int_equal(
        temporary_store_number(temporary, "SELECT confidentiel FROM lecture_points"), 1);
    assert_int_equal(
        item_is_confidential(temporary->store, item, &confidential, NULL), STATUS_DONE);
    assert_true(confidential);
}

int main(void)
{
#define CASE(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        CASE(case_28_no_second_meeting_is_held_while_the_first_is_not_closed),
        CASE(case_30_each_closing_and_reopening_is_logged),
        CASE(case_31_closing_twice_is_refused),
        CASE(case_32_only_the_last_meeting_held_is_reopened),
        CASE(case_34_and_36_reopening_makes_decisions_provisional_again),
        CASE(case_36_reopening_marks_what_its_meeting_noted_alone),
        CASE(case_34_the_tally_is_right_after_a_change_of_the_plan),
        CASE(case_69_numbers_run_over_the_meetings_of_a_year),
        CASE(case_72_a_number_stays_through_reopening),
        CASE(case_71_closing_shows_what_is_missing),
        CASE(case_71_closing_needs_somebody_where_members_are_expected),
        CASE(case_71_closing_shows_an_unknown_owner_an_empty_item_and_a_vote_that_is_due),
        CASE(case_71_a_ballot_against_the_rules_is_shown),
        CASE(case_71_a_consensus_without_the_quorum_is_shown),
        CASE(names_are_those_of_the_day_of_closing),
        CASE(people_are_those_of_the_day_of_closing),
        CASE(a_rectification_stands_beside_what_is_sealed),
        CASE(case_72_the_number_of_a_rectification_is_given_once),
        CASE(what_was_sent_is_noted_and_not_taken_back),
        CASE(minutes_are_approved_at_the_next_meeting),
        CASE(approved_minutes_are_not_reopened),
        CASE(silence_approves_once_the_delay_has_passed),
        CASE(what_is_confidential_stays_so_from_meeting_to_meeting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
