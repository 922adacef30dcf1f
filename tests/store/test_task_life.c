// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of tasks, and their register over all committees.
#include <stdio.h>
#include <stdlib.h>

#include "held_meeting.h"
#include "store/task.h"
#include "store/task_follow_up.h"
#include "store/task_note.h"
#include "store/task_register.h"
#include "store/task_sheet.h"

static const struct date day = {DATE_DAY, 2026, 3, 12};

struct room {
    struct temporary_store *temporary;
    int64_t meeting, item;
};

static struct room open_room(struct temporary_store *temporary, const char *committee)
{
    struct room room = {.temporary = temporary};
    room.meeting = prepared_meeting(temporary, committee, day);
    room.item = added_item(temporary, room.meeting, "Premier");
    MUST_CHANGE(temporary, meeting_open(gesture, room.meeting, &problem));
    return room;
}

static int64_t organisation(const struct temporary_store *temporary, const char *code)
{
    char sql[96];
    snprintf(sql, sizeof sql, "SELECT id FROM organisation WHERE code = '%s'", code);
    return temporary_store_number(temporary, sql);
}

static int64_t taken(
    const struct room *room, const char *text, const char *owner, struct date due, int priority)
{
    struct entry_mention mention = {owner, 0, true};
    int64_t id = store_new_id(room->temporary->store);
    struct entry fact = {.kind = RECORD_TASK,
        .text = text,
        .mentions = &mention,
        .mention_count = owner != NULL,
        .date = due,
        .priority = priority};
    MUST_CHANGE(room->temporary, record_add(gesture, id, room->item, &fact, &problem));
    return id;
}

static struct task_sheet task_of(struct temporary_store *temporary, int64_t id)
{
    struct task_sheet task;
    struct problem problem = {0};
    if (task_sheet_load(temporary->store, id, &temporary->arena, &task, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return task;
}

struct page {
    struct register_task *tasks;
    size_t count;
};

static struct page read_page(struct temporary_store *temporary, const struct task_filter *filter)
{
    struct page page = {0};
    struct problem problem = {0};
    if (task_register_read(temporary->store, filter, 0, 100, &temporary->arena, &page.tasks,
            &page.count, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return page;
}

static struct task_counts counts_of(
    struct temporary_store *temporary, const struct task_filter *filter)
{
    struct task_counts counts;
    assert_int_equal(task_register_count(temporary->store, filter, &counts, NULL), STATUS_DONE);
    return counts;
}

// The texts of a page in one line, for a comparison that shows what differs.
static void must_list(
    struct temporary_store *temporary, const struct task_filter *filter, const char *expected)
{
    struct page page = read_page(temporary, filter);
    struct buffer texts = {0};
    for (size_t i = 0; i < page.count; i++)
        buffer_append_format(&texts, "%s%s", i > 0 ? " | " : "", page.tasks[i].text);
    assert_string_equal(buffer_text(&texts), expected);
    assert_int_equal(counts_of(temporary, filter).tasks, page.count);
    buffer_clear(&texts);
}

static void case_88_owners_are_one_or_several_people_or_organisations(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t id = taken(&room, "Chiffrer", "Mme Prévention", day, 0);
    const struct entry_mention owners[] = {
        {"Caf", organisation(temporary, "caf"), true}, {"a.b@exemple.fr", 0, true}};
    closed(temporary, room.meeting);
    MUST_CHANGE(temporary, task_set_owners(gesture, id, owners, 2, &problem));
    struct task_sheet task = task_of(temporary, id);
    assert_int_equal(task.owners.count, 2);
    assert_string_equal(task.owners.owners[1].name, "a.b@exemple.fr");
    assert_true(task.owners.owners[0].organisation != 0);
    // What was taken stays.
    assert_int_equal(task.taken_owners.count, 1);
    assert_string_equal(task.taken_owners.owners[0].name, "Mme Prévention");
    MUST_CHANGE(temporary, task_set_owners(gesture, id, owners, 1, &problem));
    MUST_CHANGE(temporary, task_set_owners(gesture, id, owners, 0, &problem));
    assert_int_equal(task_of(temporary, id).owners.count, 0);
}

static void case_90_a_date_is_late_from_the_night_on(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t due_today = taken(&room, "Aujourd'hui", NULL, day, 0);
    taken(&room, "Demain", NULL, date_of_day(2026, 3, 13), 0);
    taken(&room, "Ce mois", NULL, (struct date){DATE_MONTH, 2026, 3, 0}, 0);
    taken(&room, "Sans date", NULL, (struct date){0}, 0);
    struct task_filter late = {.late = true, .today = day};
    must_list(temporary, &late, "");
    late.today = date_of_day(2026, 3, 13);
    must_list(temporary, &late, "Aujourd'hui");
    late.today = date_of_day(2026, 3, 31);
    must_list(temporary, &late, "Aujourd'hui | Demain");
    late.today = date_of_day(2026, 4, 1);
    must_list(temporary, &late, "Aujourd'hui | Demain | Ce mois");
    MUST_CHANGE(temporary, task_set_state(gesture, due_today, "faite", &problem));
    must_list(temporary, &late, "Demain | Ce mois");
}

static void case_91_a_priority_is_3_and_from_1_to_5(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t id = taken(&room, "Chiffrer", NULL, day, 0);
    assert_int_equal(task_of(temporary, id).priority, 3);
    MUST_CHANGE(temporary, task_set_priority(gesture, id, 1, &problem));
    MUST_CHANGE(temporary, task_set_priority(gesture, id, 5, &problem));
    MUST_REFUSE(temporary, "de 1", task_set_priority(gesture, id, 0, &problem));
    MUST_REFUSE(temporary, "à 5", task_set_priority(gesture, id, 6, &problem));
    assert_int_equal(task_of(temporary, id).taken_priority, 3);
}

// The same owner over two committees, whatever the accents, what presses most first.
static void case_92_the_tasks_of_one_owner_over_all_committees(void **state)
{
    struct temporary_store *temporary = *state;
    struct room copil = open_room(temporary, "COPIL");
    struct room cotech = open_room(temporary, "COTECH");
    taken(&copil, "Loin", "Coordinatrice Prévention", date_of_day(2026, 9, 1), 0);
    taken(&copil, "D'un autre", "Coordinatrice Prévention-Voirie", day, 0);
    taken(&cotech, "Proche", "Coordinatrice Prévention", date_of_day(2026, 4, 1), 0);
    const struct task_filter filter = {.owner = "coordinatrice PREVENTION", .today = day};
    must_list(temporary, &filter, "Proche | Loin");
    struct task_debtor *debtors = NULL;
    size_t count = 0;
    assert_int_equal(task_debtors(temporary->store, day, &temporary->arena, &debtors, &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 2);
    assert_string_equal(debtors[0].name, "Coordinatrice Prévention");
    assert_int_equal(debtors[0].open, 2);
    assert_int_equal(debtors[0].late, 0);
}

static void case_93_filters_hold_together_and_change_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    struct room copil = open_room(temporary, "COPIL");
    struct room cotech = open_room(temporary, "COTECH");
    int64_t done = taken(&copil, "Évaluer l'accueil", "Caf", day, 0);
    taken(&copil, "Évaluer les coûts", "Caf", day, 0);
    taken(&cotech, "Évaluer les besoins", "Caf", day, 0);
    taken(&copil, "Chiffrer", "Ville", day, 0);
    MUST_CHANGE(temporary, task_set_state(gesture, done, "faite", &problem));
    char *before = file_text(temporary);
    struct task_filter filter = {.text = "EVALUER", .today = date_of_day(2026, 3, 20)};
    must_list(temporary, &filter, "Évaluer les coûts | Évaluer les besoins | Évaluer l'accueil");
    filter.owner = "caf";
    filter.committee = committee_of_code(temporary, "COPIL");
    must_list(temporary, &filter, "Évaluer les coûts | Évaluer l'accueil");
    filter.state = TASK_OPEN;
    filter.late = true;
    must_list(temporary, &filter, "Évaluer les coûts");
    filter.state = "faite";
    must_list(temporary, &filter, "");
    const struct task_filter all = {.today = day};
    assert_int_equal(read_page(temporary, &all).count, 4);
    char *after = file_text(temporary);
    assert_string_equal(after, before);
    free(before);
    free(after);
}

// Pages of what is looked for follow each other too.
static void pages_of_what_is_looked_for_follow_each_other(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    for (int i = 0; i < 7; i++)
        taken(&room, i % 2 == 0 ? "Relancer" : "Chiffrer", NULL, day, 0);
    const struct task_filter filter = {.text = "relancer", .today = day};
    struct register_task *tasks = NULL;
    size_t count = 0;
    int64_t last = 0;
    for (size_t offset = 0; offset < 4; offset++) {
        assert_int_equal(task_register_read(temporary->store, &filter, offset, 1, &temporary->arena,
                             &tasks, &count, NULL),
            STATUS_DONE);
        assert_int_equal(count, 1);
        assert_true(tasks[0].id > last);
        last = tasks[0].id;
    }
    task_register_read(temporary->store, &filter, 4, 1, &temporary->arena, &tasks, &count, NULL);
    assert_int_equal(count, 0);
}

static void case_95_what_presses_most_comes_first(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    taken(&room, "Dans un mois", NULL, date_of_day(2026, 4, 12), 0);
    taken(&room, "Demain, plus ancienne", NULL, date_of_day(2026, 3, 13), 0);
    taken(&room, "Demain", NULL, date_of_day(2026, 3, 13), 0);
    taken(&room, "Demain, pressante", NULL, date_of_day(2026, 3, 13), 1);
    taken(&room, "Sans date", NULL, (struct date){0}, 1);
    int64_t done = taken(&room, "Finie", NULL, date_of_day(2026, 3, 1), 1);
    MUST_CHANGE(temporary, task_set_state(gesture, done, "faite", &problem));
    struct task_filter filter = {.today = day};
    must_list(temporary, &filter,
        "Demain, pressante | Demain, plus ancienne | Demain | Dans un mois | Sans date | Finie");
    filter.order = TASK_BY_PRIORITY;
    must_list(temporary, &filter,
        "Demain, pressante | Sans date | Demain, plus ancienne | Demain | Dans un mois | Finie");
    filter.order = TASK_LATEST;
    must_list(temporary, &filter,
        "Finie | Sans date | Demain, pressante | Demain | Demain, plus ancienne | Dans un mois");
}

static void case_95_what_is_blocked_comes_after_what_is_not(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t first = taken(&room, "Chiffrer", NULL, date_of_day(2026, 6, 1), 0);
    int64_t second = taken(&room, "Signer", NULL, date_of_day(2026, 3, 13), 1);
    int64_t third = taken(&room, "Ouvrir", NULL, date_of_day(2026, 3, 14), 0);
    const struct task_filter filter = {.today = day};
    must_list(temporary, &filter, "Signer | Ouvrir | Chiffrer");
    MUST_CHANGE(temporary, task_dependency_set(gesture, second, &first, 1, &problem));
    must_list(temporary, &filter, "Ouvrir | Chiffrer | Signer");
    assert_string_equal(read_page(temporary, &filter).tasks[2].awaits, "T-2026-001");
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM lecture_taches WHERE attend = 'T-2026-001'"),
        1);
    MUST_CHANGE(temporary, task_set_state(gesture, first, "faite", &problem));
    must_list(temporary, &filter, "Signer | Ouvrir | Chiffrer");
    assert_null(read_page(temporary, &filter).tasks[0].awaits);
    assert_int_equal(task_of(temporary, second).needs.count, 1);
    assert_int_equal(task_of(temporary, first).waiting.count, 1);
    // Nothing waits in a circle, by whatever way, nor for itself.
    MUST_CHANGE(temporary, task_dependency_set(gesture, third, &second, 1, &problem));
    MUST_REFUSE(temporary, "T-2026-003 attend déjà T-2026-001",
        task_dependency_set(gesture, first, &third, 1, &problem));
    MUST_REFUSE(temporary, "elle-même", task_dependency_set(gesture, first, &first, 1, &problem));
    MUST_REFUSE(
        temporary, "n'existe plus", task_dependency_set(gesture, first, &room.item, 1, &problem));
    const int64_t both[] = {first, second, first};
    MUST_CHANGE(temporary, task_dependency_set(gesture, third, both, 3, &problem));
    assert_int_equal(task_of(temporary, third).needs.count, 2);
    // It leaves with the line that took it.
    MUST_CHANGE(temporary, record_remove(gesture, second, &problem));
    assert_int_equal(task_of(temporary, third).needs.count, 1);
    MUST_CHANGE(temporary, task_dependency_set(gesture, third, NULL, 0, &problem));
    assert_int_equal(task_of(temporary, third).needs.count, 0);
}

// Three at once are one gesture: undo answers, no question is asked.
static void case_96_several_change_as_one_gesture(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t ids[3];
    for (int i = 0; i < 3; i++)
        ids[i] = taken(&room, "Relancer", NULL, day, 0);
    char *before = file_text(temporary);
    struct problem problem = {0};
    struct gesture *gesture = gesture_must_begin(temporary->store);
    enum status status = STATUS_DONE;
    for (int i = 0; status == STATUS_DONE && i < 3; i++)
        status = task_set_state(gesture, ids[i], "faite", &problem);
    change_is_proved(temporary, gesture, status, &problem, before);
    const struct task_filter filter = {.state = "faite", .today = day};
    assert_int_equal(read_page(temporary, &filter).count, 3);
}

static void case_97_news_are_asked_for_before_they_are_given(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t id = taken(&room, "Chiffrer", NULL, day, 0);
    int64_t other = taken(&room, "Relancer", NULL, day, 0);
    closed(temporary, room.meeting);
    const struct task_filter all = {.today = day};
    struct task_filter awaited = {.awaited = true, .today = day};
    struct task_filter given = {.given = true, .today = day};
    MUST_REFUSE(temporary, "demandé", task_follow_up_give(gesture, id, "Fait", &problem));
    MUST_REFUSE(temporary, "demandé", task_follow_up_drop(gesture, id, &problem));
    int64_t asked = store_new_id(temporary->store);
    MUST_CHANGE(temporary, task_follow_up_ask(gesture, asked, id, &problem));
    MUST_CHANGE(
        temporary, task_follow_up_ask(gesture, store_new_id(temporary->store), other, &problem));
    MUST_REFUSE(temporary, "déjà",
        task_follow_up_ask(gesture, store_new_id(temporary->store), id, &problem));
    must_list(temporary, &awaited, "Chiffrer | Relancer");
    MUST_REFUSE(temporary, "vide", task_follow_up_give(gesture, id, "  ", &problem));
    MUST_CHANGE(temporary, task_follow_up_give(gesture, id, "Le devis est là", &problem));
    MUST_CHANGE(temporary, task_follow_up_drop(gesture, other, &problem));
    must_list(temporary, &awaited, "");
    must_list(temporary, &given, "Chiffrer");
    assert_int_equal(counts_of(temporary, &all).awaited, read_page(temporary, &awaited).count);
    assert_int_equal(counts_of(temporary, &all).given, read_page(temporary, &given).count);
    struct task_sheet task = task_of(temporary, id);
    assert_int_equal(task.event_count, 1);
    assert_false(task.awaited);
    assert_string_equal(task.events[0].text, "Le devis est là");
    // Asked again, for later news.
    MUST_CHANGE(
        temporary, task_follow_up_ask(gesture, store_new_id(temporary->store), id, &problem));
    assert_true(task_of(temporary, id).awaited);
}

static void notes_are_dated_and_latest_first(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t id = taken(&room, "Chiffrer", NULL, day, 0);
    closed(temporary, room.meeting);
    int64_t note = store_new_id(temporary->store);
    MUST_CHANGE(temporary, task_note_add(gesture, note, id, "Devis demandé", &problem));
    temporary_store_advance(temporary, INT64_C(86400000));
    MUST_CHANGE(temporary,
        task_note_add(gesture, store_new_id(temporary->store), id, "Devis reçu", &problem));
    MUST_REFUSE(temporary, "vide",
        task_note_add(gesture, store_new_id(temporary->store), id, " ", &problem));
    struct task_sheet task = task_of(temporary, id);
    assert_int_equal(task.event_count, 2);
    assert_string_equal(task.events[0].text, "Devis reçu");
    assert_true(date_compare(task.events[1].day, day) == 0);
    MUST_CHANGE(temporary, task_note_set(gesture, note, "Devis demandé à trois", &problem));
    MUST_CHANGE(temporary, task_note_remove(gesture, note, &problem));
    MUST_REFUSE(temporary, "plus là", task_note_set(gesture, note, "x", &problem));
    assert_int_equal(task_of(temporary, id).event_count, 1);
}

// A task is taken away while its meeting is open, with all that was noted of it.
static void a_task_goes_with_its_life(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t id = taken(&room, "Chiffrer", "Caf", day, 0);
    MUST_CHANGE(
        temporary, task_note_add(gesture, store_new_id(temporary->store), id, "Devis", &problem));
    MUST_CHANGE(
        temporary, task_follow_up_ask(gesture, store_new_id(temporary->store), id, &problem));
    MUST_CHANGE(temporary, record_remove(gesture, id, &problem));
    MUST_REFUSE(temporary, "n'existe plus", task_set_due(gesture, id, day, &problem));
}

static void a_date_changes_and_what_was_taken_stays(void **state)
{
    struct temporary_store *temporary = *state;
    struct room room = open_room(temporary, "COPIL");
    int64_t id = taken(&room, "Chiffrer", NULL, day, 0);
    closed(temporary, room.meeting);
    MUST_CHANGE(temporary, task_set_due(gesture, id, date_of_day(2026, 5, 4), &problem));
    assert_true(date_compare(task_of(temporary, id).taken_due, day) == 0);
    MUST_CHANGE(temporary, task_set_due(gesture, id, (struct date){0}, &problem));
    assert_int_equal(task_of(temporary, id).due.precision, DATE_NONE);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(case_88_owners_are_one_or_several_people_or_organisations),
        TEST(case_90_a_date_is_late_from_the_night_on),
        TEST(case_91_a_priority_is_3_and_from_1_to_5),
        TEST(case_92_the_tasks_of_one_owner_over_all_committees),
        TEST(case_93_filters_hold_together_and_change_nothing),
        TEST(pages_of_what_is_looked_for_follow_each_other),
        TEST(case_95_what_presses_most_comes_first),
        TEST(case_95_what_is_blocked_comes_after_what_is_not),
        TEST(case_96_several_change_as_one_gesture),
        TEST(case_97_news_are_asked_for_before_they_are_given),
        TEST(notes_are_dated_and_latest_first),
        TEST(a_task_goes_with_its_life),
        TEST(a_date_changes_and_what_was_taken_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
