// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "held_meeting.h"
#include "store/item_add.h"
#include "store/meeting.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

static int64_t opened_meeting(struct temporary_store *temporary, const char *code, struct date date)
{
    int64_t meeting = prepared_meeting(temporary, code, date);
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    return meeting;
}

static void committees_are_those_of_the_convention(void **state)
{
    struct temporary_store *temporary = *state;
    struct committee *committees = NULL;
    size_t count = 0;
    assert_int_equal(committee_list(temporary->store, &temporary->arena, &committees, &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 5);
    assert_string_equal(committees[0].code, "COPIL");
    assert_string_equal(committees[0].label, "Comité de pilotage");
    assert_false(committees[0].proposes);
    assert_null(committees[0].next_code);
    assert_true(committees[1].proposes);
    assert_string_equal(committees[1].next_code, "COPIL");
}

static void a_new_committee_is_a_working_group(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t id = store_new_id(temporary->store);
    MUST_REFUSE(temporary, "code", committee_add(gesture, id, "gt", "Groupe", &problem));
    MUST_REFUSE(temporary, "existe déjà", committee_add(gesture, id, "COPIL", "Autre", &problem));
    MUST_REFUSE(temporary, "nom", committee_add(gesture, id, "GT-SANTE", "\t ", &problem));
    MUST_CHANGE(
        temporary, committee_add(gesture, id, "GT-SANTE", " Groupe\tsanté\x1b[31m ", &problem));
    struct committee *committees = NULL;
    size_t count = 0;
    committee_list(temporary->store, &temporary->arena, &committees, &count, NULL);
    assert_int_equal(count, 6);
    assert_string_equal(committees[5].label, "Groupe santé[31m");
    assert_string_equal(committees[5].next_code, "COTECH");
    assert_true(committees[5].proposes);
}

static void references_tell_meetings_of_a_day_apart(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t first = prepared_meeting(temporary, "COPIL", day);
    int64_t second = prepared_meeting(temporary, "COPIL", day);
    int64_t third = prepared_meeting(temporary, "COTECH", day);
    assert_string_equal(meeting_of(temporary, first).reference, "COPIL-2026-03-12");
    assert_string_equal(meeting_of(temporary, second).reference, "COPIL-2026-03-12-2");
    assert_string_equal(meeting_of(temporary, third).reference, "COTECH-2026-03-12");
    // What is free is taken again; a meeting keeps its own.
    MUST_CHANGE(temporary, meeting_remove(gesture, first, &problem));
    MUST_CHANGE(temporary, meeting_set_date(gesture, second, day, &problem));
    assert_string_equal(meeting_of(temporary, second).reference, "COPIL-2026-03-12-2");
    int64_t fourth = prepared_meeting(temporary, "COPIL", day);
    assert_string_equal(meeting_of(temporary, fourth).reference, "COPIL-2026-03-12");
    MUST_CHANGE(temporary, meeting_set_date(gesture, second, date_of_day(2026, 4, 2), &problem));
    assert_string_equal(meeting_of(temporary, second).reference, "COPIL-2026-04-02");
    assert_int_equal(meeting_of(temporary, second).date.month, 4);
}

static void a_meeting_is_on_a_day_that_does_not_precede_the_last_one(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t id = store_new_id(temporary->store);
    int64_t copil = committee_of_code(temporary, "COPIL");
    struct date month = {DATE_MONTH, 2026, 3, 0};
    MUST_REFUSE(temporary, "un jour", meeting_add(gesture, id, copil, month, &problem));
    MUST_REFUSE(temporary, "instance", meeting_add(gesture, id, 424242, day, &problem));
    int64_t held = opened_meeting(temporary, "COPIL", day);
    MUST_REFUSE(temporary, "COPIL-2026-03-12",
        meeting_add(gesture, id, copil, date_of_day(2026, 3, 11), &problem));
    // The same day, and another committee's meetings, are free.
    prepared_meeting(temporary, "COPIL", day);
    prepared_meeting(temporary, "COTECH", date_of_day(2026, 3, 11));
    // The meeting itself may go back.
    MUST_CHANGE(temporary, meeting_set_date(gesture, held, date_of_day(2026, 3, 10), &problem));
    int64_t next = prepared_meeting(temporary, "COPIL", date_of_day(2026, 5, 4));
    MUST_REFUSE(temporary, "COPIL-2026-03-10",
        meeting_set_date(gesture, next, date_of_day(2026, 3, 9), &problem));
}

static void a_place_is_kept_clean(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    MUST_CHANGE(temporary, meeting_set_place(gesture, meeting, "  Hôtel\nde ville ", &problem));
    assert_string_equal(meeting_of(temporary, meeting).place, "Hôtel de ville");
    MUST_CHANGE(temporary, meeting_set_place(gesture, meeting, " ", &problem));
    assert_null(meeting_of(temporary, meeting).place);
    MUST_REFUSE(temporary, "n'existe plus", meeting_set_place(gesture, 42, "Salle", &problem));
}

static void only_a_prepared_meeting_without_notes_is_removed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t item = added_item(temporary, meeting, "Bilan");
    struct entry_link link = {PLAN_AXIS, 0, "6"};
    link.id = temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 6");
    MUST_CHANGE(temporary, item_link(gesture, item, &link, 1, &problem));
    MUST_CHANGE(temporary,
        item_add(gesture, store_new_id(temporary->store), meeting, item, 0, "Détail", &problem));
    int64_t hidden = noted(temporary, item, RECORD_PRIVATE_NOTE, "À part");
    MUST_REFUSE(temporary, "notes", meeting_remove(gesture, meeting, &problem));
    MUST_CHANGE(temporary, record_remove(gesture, hidden, &problem));
    MUST_CHANGE(temporary, meeting_remove(gesture, meeting, &problem));
    int64_t held = opened_meeting(temporary, "COPIL", day);
    MUST_REFUSE(temporary, "préparation", meeting_remove(gesture, held, &problem));
}

static void opening_needs_the_last_one_closed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t first = opened_meeting(temporary, "COPIL", day);
    int64_t second = prepared_meeting(temporary, "COPIL", date_of_day(2026, 4, 2));
    MUST_REFUSE(temporary, "COPIL-2026-03-12", meeting_open(gesture, second, &problem));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, first, &problem));
    MUST_REFUSE(temporary, "COPIL-2026-03-12", meeting_open(gesture, second, &problem));
    opened_meeting(temporary, "COTECH", day);
    MUST_CHANGE(temporary, meeting_close(gesture, first, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, second, &problem));
    MUST_REFUSE(temporary, "déjà", meeting_open(gesture, second, &problem));
}

static void opening_makes_the_first_item_current(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t withdrawn = added_item(temporary, meeting, "Retiré");
    int64_t first = added_item(temporary, meeting, "Premier");
    int64_t second = added_item(temporary, meeting, "Second");
    MUST_CHANGE(temporary, item_set_state(gesture, withdrawn, "retire", &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    struct agenda agenda = agenda_of(temporary, meeting);
    assert_int_equal(agenda_current(&agenda)->id, first);
    assert_string_equal(agenda_current(&agenda)->opened_at, "2026-03-12T14:00:00");
    assert_string_equal(meeting_of(temporary, meeting).opened_at, "2026-03-12T14:00:00");
    // Opened again, the meeting is where it was, and began when it began.
    temporary_store_advance(temporary, INT64_C(3600000));
    MUST_CHANGE(temporary, item_open(gesture, second, &problem));
    temporary_store_advance(temporary, INT64_C(60000));
    MUST_CHANGE(temporary, item_open(gesture, first, &problem));
    temporary_store_advance(temporary, INT64_C(60000));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    agenda = agenda_of(temporary, meeting);
    assert_null(agenda_current(&agenda));
    assert_string_equal(agenda_find(&agenda, first)->state, "traite");
    assert_string_equal(meeting_of(temporary, meeting).adjourned_at, "2026-03-12T15:02:00");
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    agenda = agenda_of(temporary, meeting);
    assert_int_equal(agenda_current(&agenda)->id, first);
    assert_null(agenda_current(&agenda)->closed_at);
    assert_string_equal(meeting_of(temporary, meeting).opened_at, "2026-03-12T14:00:00");
    assert_null(meeting_of(temporary, meeting).adjourned_at);
}

static void closing_numbers_in_the_order_of_the_agenda(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    int64_t last = added_item(temporary, meeting, "Dernier");
    int64_t first = added_item(temporary, meeting, "Premier");
    int64_t below = store_new_id(temporary->store);
    MUST_CHANGE(temporary, item_add(gesture, below, meeting, first, 0, "Dessous", &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    int64_t decisions[5] = {
        [3] = noted(temporary, last, RECORD_DECISION, "quatre"),
        [2] = noted(temporary, below, RECORD_DECISION, "trois"),
        [0] = noted(temporary, first, RECORD_DECISION, "un"),
        [4] = noted(temporary, last, RECORD_DECISION, "cinq"),
        [1] = noted(temporary, first, RECORD_DECISION, "deux"),
    };
    MUST_CHANGE(temporary, item_move(gesture, last, 1, &problem));
    struct closing_preview preview;
    assert_int_equal(
        meeting_preview_closing(temporary->store, meeting, &temporary->arena, &preview, NULL),
        STATUS_DONE);
    assert_int_equal(preview.decisions, 5);
    assert_string_equal(preview.first_number, "COPIL-2026-001");
    assert_string_equal(preview.last_number, "COPIL-2026-005");
    MUST_REFUSE(temporary, "close", meeting_close(gesture, meeting, &problem));
    assert_null(record_of(temporary, decisions[0]).number);
    closed(temporary, meeting);
    for (int i = 0; i < 5; i++) {
        char number[32];
        snprintf(number, sizeof number, "COPIL-2026-%03d", i + 1);
        assert_string_equal(record_of(temporary, decisions[i]).number, number);
    }
    assert_string_equal(meeting_of(temporary, meeting).state, "close");
    MUST_REFUSE(temporary, "close", meeting_close(gesture, meeting, &problem));
}

static const char *number_of_next_decision(
    struct temporary_store *temporary, const char *code, struct date date)
{
    int64_t meeting = opened_meeting(temporary, code, date);
    int64_t item = added_item(temporary, meeting, "Point");
    int64_t decision = noted(temporary, item, RECORD_DECISION, "Le comité décide.");
    closed(temporary, meeting);
    return record_of(temporary, decision).number;
}

static void numbers_run_on_by_committee_and_year(void **state)
{
    struct temporary_store *temporary = *state;
    assert_string_equal(number_of_next_decision(temporary, "COPIL", day), "COPIL-2026-001");
    assert_string_equal(number_of_next_decision(temporary, "COPIL", day), "COPIL-2026-002");
    assert_string_equal(number_of_next_decision(temporary, "COTECH", day), "COTECH-2026-001");
    assert_string_equal(
        number_of_next_decision(temporary, "COPIL", date_of_day(2026, 12, 31)), "COPIL-2026-003");
    assert_string_equal(
        number_of_next_decision(temporary, "COPIL", date_of_day(2027, 1, 1)), "COPIL-2027-001");
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT numero FROM lecture_seances WHERE reference = 'COPIL-2026-12-31'"),
        3);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT numero FROM lecture_seances WHERE reference = 'COPIL-2027-01-01'"),
        1);
}

static void the_town_numbers_its_own_acts(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened_meeting(temporary, "CONSEIL", day);
    int64_t item = added_item(temporary, meeting, "Point");
    int64_t decision = noted(temporary, item, RECORD_DECISION, "Le conseil approuve.");
    struct closing_preview preview;
    meeting_preview_closing(temporary->store, meeting, &temporary->arena, &preview, NULL);
    assert_int_equal(preview.decisions, 1);
    assert_null(preview.first_number);
    closed(temporary, meeting);
    assert_null(record_of(temporary, decision).number);
    assert_string_equal(record_of(temporary, decision).outcome, "adoptee");
}

static void the_preview_tells_what_is_missing(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = prepared_meeting(temporary, "COPIL", day);
    MUST_CHANGE(temporary, item_add(gesture, store_new_id(temporary->store), meeting, 0, 0,
                               "Un\nDeux\nTrois\nQuatre", &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    struct agenda agenda = agenda_of(temporary, meeting);
    int64_t item = agenda.items[0].id;
    struct entry_mention owner = {"Caf", 0, true};
    struct entry facts[] = {
        {.kind = RECORD_TASK, .text = "Sans rien"},
        {.kind = RECORD_TASK, .text = "À quelqu'un", .mentions = &owner, .mention_count = 1},
        {.kind = RECORD_TASK, .text = "Un jour", .date = day, .doubtful = true},
        {.kind = RECORD_NOTE, .text = "le 31/02", .doubt = ENTRY_IMPOSSIBLE_DATE},
    };
    for (size_t i = 0; i < 4; i++)
        MUST_CHANGE(temporary,
            record_add(gesture, store_new_id(temporary->store), item, &facts[i], &problem));
    MUST_CHANGE(temporary, item_set_state(gesture, agenda.items[1].id, "en-attente", &problem));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, meeting, &problem));
    struct closing_preview preview;
    meeting_preview_closing(temporary->store, meeting, &temporary->arena, &preview, NULL);
    assert_int_equal(preview.untreated_items, 2);
    assert_int_equal(preview.doubtful_records, 2);
    assert_int_equal(preview.tasks_without_owner, 2);
    assert_int_equal(preview.tasks_without_date, 2);
    MUST_CHANGE(temporary, meeting_postpone_untreated(gesture, meeting, &problem));
    agenda = agenda_of(temporary, meeting);
    for (size_t i = 1; i < agenda.count; i++)
        assert_string_equal(agenda.items[i].state, "reporte");
    assert_string_equal(agenda.items[0].state, "traite");
    MUST_CHANGE(temporary, meeting_close(gesture, meeting, &problem));
    MUST_REFUSE(temporary, "close", meeting_postpone_untreated(gesture, meeting, &problem));
}

static void a_copy_of_the_file_comes_first(void **state)
{
    struct temporary_store *temporary = *state;
    struct stat facts;
    int64_t meeting = opened_meeting(temporary, "COPIL", day);
    assert_int_not_equal(stat(temporary->backups, &facts), 0);
    closed(temporary, meeting);
    assert_int_equal(stat(temporary->backups, &facts), 0);
    // A folder that cannot be made: nothing is closed.
    int64_t next = opened_meeting(temporary, "COPIL", date_of_day(2026, 4, 2));
    MUST_CHANGE(temporary, meeting_adjourn(gesture, next, &problem));
    store_destroy(temporary->store);
    temporary->store = NULL;
    temporary->options.backup_folder = "/dev/null/sauvegardes";
    temporary_store_reopen(temporary);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    struct problem problem = {0};
    assert_int_equal(meeting_close(gesture, next, &problem), STATUS_SYSTEM);
    gesture_cancel(gesture);
    assert_string_equal(meeting_of(temporary, next).state, "levee");
}

static void closing_is_counted_in_the_tally(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t meeting = opened_meeting(temporary, "COPIL", day);
    int64_t item = added_item(temporary, meeting, "Deux axes");
    added_item(temporary, meeting, "Rien dit");
    struct entry_link links[] = {{PLAN_AXIS, 0, "6"}, {PLAN_ACTION, 0, "9.1"}};
    links[0].id = temporary_store_number(temporary, "SELECT id FROM axis WHERE number = 6");
    links[1].id = temporary_store_number(temporary, "SELECT id FROM action WHERE code = '9.1'");
    MUST_CHANGE(temporary, item_link(gesture, item, links, 2, &problem));
    noted(temporary, item, RECORD_DECISION, "Sur les deux");
    struct entry own = {.kind = RECORD_DECISION, .text = "Un", .links = links, .link_count = 1};
    MUST_CHANGE(
        temporary, record_add(gesture, store_new_id(temporary->store), item, &own, &problem));
    closed(temporary, meeting);
    // What the views count from the rows themselves.
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_axes LEFT JOIN axis ON axis.number = numero"
                         " LEFT JOIN decision_tally ON plan_id = axis.id"
                         " WHERE lecture_axes.decisions <> ifnull(decision_tally.decisions, 0)"
                         " OR derniere_seance IS NOT last_meeting"),
        0);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_champs LEFT JOIN field ON field.code = "
                         "lecture_champs.code"
                         " LEFT JOIN decision_tally ON plan_id = field.id"
                         " WHERE lecture_champs.decisions <> ifnull(decision_tally.decisions, 0)"),
        0);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT decisions FROM decision_tally JOIN axis ON axis.id = plan_id"
                         " WHERE number = 6"),
        2);
}

static int64_t found(struct temporary_store *temporary, const char *reference)
{
    int64_t id = 0;
    enum status status = meeting_find(temporary->store, reference, &id, NULL);
    return status == STATUS_DONE ? id : -(int64_t)status;
}

static void meetings_are_found_by_reference_and_by_word(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t id = 0;
    assert_int_equal(found(temporary, "ouverte"), -STATUS_REFUSED);
    assert_int_equal(found(temporary, "derniere"), -STATUS_REFUSED);
    assert_int_equal(found(temporary, "prochaine"), -STATUS_REFUSED);
    int64_t late = prepared_meeting(temporary, "COTECH", date_of_day(2026, 3, 1));
    assert_int_equal(found(temporary, "prochaine"), late);
    int64_t held = opened_meeting(temporary, "COPIL", day);
    int64_t next = prepared_meeting(temporary, "COPIL", date_of_day(2026, 6, 2));
    int64_t nearer = prepared_meeting(temporary, "COPIL", date_of_day(2026, 5, 2));
    assert_int_equal(found(temporary, "ouverte"), held);
    assert_int_equal(found(temporary, "derniere"), held);
    assert_int_equal(found(temporary, "prochaine"), nearer);
    assert_int_equal(found(temporary, "copil-2026-06-02"), next);
    assert_int_equal(found(temporary, "COPIL-2026-06-03"), -STATUS_REFUSED);
    assert_int_equal(meeting_for_agenda(temporary->store, &id, NULL), STATUS_DONE);
    assert_int_equal(id, held);
    struct date date;
    assert_int_equal(meeting_next_date(temporary->store, held, &date, NULL), STATUS_DONE);
    assert_int_equal(date.month, 5);
    assert_int_equal(meeting_next_date(temporary->store, late, &date, NULL), STATUS_DONE);
    assert_int_equal(date.precision, DATE_NONE);
    closed(temporary, held);
    assert_int_equal(found(temporary, "derniere"), held);
    assert_int_equal(meeting_for_agenda(temporary->store, &id, NULL), STATUS_DONE);
    assert_int_equal(id, nearer);
}

static size_t spoke_of(struct temporary_store *temporary, enum plan_level level, const char *sql)
{
    struct meeting_list list;
    int64_t element = temporary_store_number(temporary, sql);
    assert_true(element > 0);
    assert_int_equal(meeting_list(temporary->store, level, element, &temporary->arena, &list, NULL),
        STATUS_DONE);
    return list.count;
}

static void meetings_that_spoke_of_an_element(void **state)
{
    struct temporary_store *temporary = *state;
    static const char axis[] = "SELECT id FROM axis WHERE number = 9";
    static const char field[] = "SELECT field_id FROM axis WHERE number = 9";
    static const char action[] = "SELECT id FROM action WHERE code = '9.1'";
    int64_t first = prepared_meeting(temporary, "COPIL", day);
    int64_t second = prepared_meeting(temporary, "COTECH", date_of_day(2026, 3, 13));
    int64_t item = added_item(temporary, first, "Point");
    int64_t other = added_item(temporary, second, "Autre");
    struct entry_link link = {PLAN_ACTION, temporary_store_number(temporary, action), "9.1"};
    MUST_CHANGE(temporary, item_link(gesture, item, &link, 1, &problem));
    // On the agenda is not spoken of.
    assert_int_equal(spoke_of(temporary, PLAN_ACTION, action), 0);
    MUST_CHANGE(temporary, meeting_open(gesture, first, &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, second, &problem));
    assert_int_equal(spoke_of(temporary, PLAN_ACTION, action), 1);
    assert_int_equal(spoke_of(temporary, PLAN_AXIS, axis), 1);
    assert_int_equal(spoke_of(temporary, PLAN_FIELD, field), 1);
    struct entry fact = {.kind = RECORD_NOTE, .text = "Voir #9.1", .links = &link, .link_count = 1};
    MUST_CHANGE(
        temporary, record_add(gesture, store_new_id(temporary->store), other, &fact, &problem));
    assert_int_equal(spoke_of(temporary, PLAN_ACTION, action), 2);
    assert_int_equal(spoke_of(temporary, PLAN_AXIS, "SELECT id FROM axis WHERE number = 6"), 0);
    struct meeting_list list;
    meeting_page(temporary->store, 0, 9, &temporary->arena, &list, NULL);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.meetings[0].id, second);
    assert_int_equal(list.meetings[1].items, 1);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(committees_are_those_of_the_convention),
        TEST(a_new_committee_is_a_working_group),
        TEST(references_tell_meetings_of_a_day_apart),
        TEST(a_meeting_is_on_a_day_that_does_not_precede_the_last_one),
        TEST(a_place_is_kept_clean),
        TEST(only_a_prepared_meeting_without_notes_is_removed),
        TEST(opening_needs_the_last_one_closed),
        TEST(opening_makes_the_first_item_current),
        TEST(closing_numbers_in_the_order_of_the_agenda),
        TEST(numbers_run_on_by_committee_and_year),
        TEST(the_town_numbers_its_own_acts),
        TEST(the_preview_tells_what_is_missing),
        TEST(a_copy_of_the_file_comes_first),
        TEST(closing_is_counted_in_the_tally),
        TEST(meetings_are_found_by_reference_and_by_word),
        TEST(meetings_that_spoke_of_an_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
