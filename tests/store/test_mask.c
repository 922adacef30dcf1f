// SPDX-License-Identifier: GPL-3.0-or-later
// What is private or confidential is left out of all that a projected window reads, and never lost.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "held_meeting.h"
#include "store/confidential.h"
#include "store/decision.h"
#include "store/item_thread.h"
#include "store/journal.h"
#include "store/mask.h"
#include "store/register.h"
#include "store/task.h"
#include "store/task_note.h"
#include "store/task_sheet.h"

static const struct date today = {.year = 2026, .month = 3, .day = 12, .precision = DATE_DAY};

// A meeting with a confidential decision, an open one, a private note, and a confidential item.
struct secrets {
    struct temporary_store *temporary;
    int64_t meeting, item, hidden_item, decision, task, note, waiting;
};

static struct secrets kept_secrets(void **state)
{
    struct secrets secrets = {.temporary = *state};
    secrets.meeting = prepared_meeting(secrets.temporary, "COPIL", today);
    secrets.item = added_item(secrets.temporary, secrets.meeting, "Accueil");
    secrets.hidden_item = added_item(secrets.temporary, secrets.meeting, "Secret");
    MUST_CHANGE(secrets.temporary, meeting_open(gesture, secrets.meeting, &problem));
    secrets.decision = noted(secrets.temporary, secrets.item, RECORD_DECISION, "Secret un");
    secrets.note = noted(secrets.temporary, secrets.item, RECORD_PRIVATE_NOTE, "Secret deux");
    secrets.task = noted(secrets.temporary, secrets.hidden_item, RECORD_TASK, "Secret trois");
    noted(secrets.temporary, secrets.item, RECORD_NOTE, "Public");
    MUST_CHANGE(secrets.temporary, task_note_add(gesture, store_new_id(secrets.temporary->store),
                                       secrets.task, "Secret quatre", &problem));
    const struct entry_mention owner = {.name = "Secret cinq"};
    MUST_CHANGE(secrets.temporary, task_set_owners(gesture, secrets.task, &owner, 1, &problem));
    secrets.waiting = noted(secrets.temporary, secrets.hidden_item, RECORD_TASK, "Secret quatre");
    MUST_CHANGE(secrets.temporary,
        task_dependency_set(gesture, secrets.waiting, &secrets.task, 1, &problem));
    MUST_CHANGE(
        secrets.temporary, record_set_confidential(gesture, secrets.decision, true, &problem));
    MUST_CHANGE(
        secrets.temporary, item_set_confidential(gesture, secrets.hidden_item, true, &problem));
    return secrets;
}

static void must_hide(const char *text)
{
    assert_non_null(text);
    assert_null(strstr(text, "Secret"));
}

static void must_wait_for_a_secret(const struct secrets *secrets)
{
    struct task_needs needs = {0};
    struct temporary_store *temporary = secrets->temporary;
    assert_int_equal(task_dependency_list(temporary->store, secrets->waiting, false,
                         &temporary->arena, &needs, NULL),
        STATUS_DONE);
    assert_int_equal(needs.count, 1);
    must_hide(needs.needs[0].text);
}

static void a_masked_window_reads_no_secret(void **state)
{
    struct secrets secrets = kept_secrets(state);
    struct temporary_store *temporary = secrets.temporary;
    struct store *store = temporary->store;
    struct record_list list;
    struct decision decision;
    struct task_sheet sheet;
    struct item_thread thread;
    store_set_masked(store, true);
    assert_int_equal(record_list(store, secrets.item, &temporary->arena, &list, NULL), STATUS_DONE);
    assert_int_equal(list.count, 3);
    for (size_t i = 0; i < list.count; i++)
        must_hide(list.records[i].fact.text);
    assert_string_equal(list.records[2].fact.text, "Public");
    must_hide(record_of(temporary, secrets.task).fact.text);
    must_hide(agenda_of(temporary, secrets.meeting).items[1].title);
    assert_string_equal(agenda_of(temporary, secrets.meeting).items[0].title, "Accueil");
    assert_int_equal(
        decision_load(store, secrets.decision, &temporary->arena, &decision, NULL), STATUS_DONE);
    must_hide(decision.text);
    assert_null(decision.reserve);
    assert_int_equal(
        task_sheet_load(store, secrets.task, &temporary->arena, &sheet, NULL), STATUS_DONE);
    must_hide(sheet.text);
    must_hide(sheet.item_title);
    assert_int_equal(sheet.event_count, 1);
    must_hide(sheet.events[0].text);
    assert_int_equal(sheet.owners.count, 1);
    must_hide(sheet.owners.owners[0].name);
    must_wait_for_a_secret(&secrets);
    assert_int_equal(item_thread_load(store, secrets.hidden_item, &temporary->arena, &thread, NULL),
        STATUS_DONE);
    for (size_t i = 0; i < thread.count; i++)
        must_hide(thread.rows[i].title);
    store_set_masked(store, false);
    assert_string_equal(record_of(temporary, secrets.note).fact.text, "Secret deux");
}

static void what_was_done_is_told_without_what_it_quotes(void **state)
{
    struct secrets secrets = kept_secrets(state);
    struct temporary_store *temporary = secrets.temporary;
    assert_string_equal(
        mask_sentence(temporary->store, &temporary->arena, "tâche : Secret"), "tâche : Secret");
    store_set_masked(temporary->store, true);
    assert_string_equal(
        mask_sentence(temporary->store, &temporary->arena, "tâche : Secret"), "tâche");
    assert_string_equal(
        mask_sentence(temporary->store, &temporary->arena, "ligne ôtée"), "ligne ôtée");
}

// A gesture reads what is there, whatever the window shows.
static void a_gesture_under_the_mask_keeps_what_is_there(void **state)
{
    struct secrets secrets = kept_secrets(state);
    struct temporary_store *temporary = secrets.temporary;
    store_set_masked(temporary->store, true);
    struct record record = record_of(temporary, secrets.decision);
    MUST_REFUSE(temporary, "Ce texte est masqué",
        record_set(gesture, secrets.decision, &record.fact, &problem));
    MUST_CHANGE(temporary, record_move(gesture, secrets.decision, secrets.hidden_item, &problem));
    store_set_masked(temporary->store, false);
    assert_string_equal(record_of(temporary, secrets.decision).fact.text, "Secret un");
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_masked_window_reads_no_secret),
        TEST(what_was_done_is_told_without_what_it_quotes),
        TEST(a_gesture_under_the_mask_keeps_what_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
