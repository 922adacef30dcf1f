// SPDX-License-Identifier: GPL-3.0-or-later
// The registers of decisions and tasks, page by page, and what becomes of a task.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "meeting_maker.h"
#include "store/action_column.h"
#include "store/plan_edit.h"
#include "store/register.h"
#include "store/task.h"
#include "store/task_register.h"
#include "temporary_store.h"

static const struct tie untied = {PLAN_FIELD, 0};
static const struct date no_date = {0};
static const struct register_filter everything = {PLAN_FIELD, 0, 0};
static const struct task_filter every_task = {0};

// What a test reads of one of the two registers.
struct page {
    struct register_decision *decisions;
    struct register_task *tasks;
    size_t count;
};

static struct page decisions(struct temporary_store *temporary,
    const struct register_filter *filter, int64_t after, size_t limit)
{
    struct page page = {0};
    struct problem problem = {0};
    if (register_decisions(temporary->store, filter, after, limit, &temporary->arena,
            &page.decisions, &page.count, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return page;
}

static struct page tasks(struct temporary_store *temporary, const struct task_filter *filter,
    size_t offset, size_t limit)
{
    struct page page = {0};
    struct problem problem = {0};
    if (task_register_read(temporary->store, filter, offset, limit, &temporary->arena, &page.tasks,
            &page.count, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return page;
}

static enum status set_state(struct temporary_store *temporary, int64_t task, const char *state)
{
    struct problem problem = {0};
    struct gesture *gesture = gesture_must_begin(temporary->store);
    enum status status = task_set_state(gesture, task, state, &problem);
    if (status == STATUS_DONE)
        gesture_must_commit(gesture, "essai");
    else
        gesture_cancel(gesture);
    return status;
}

static struct tie axis_tie(const struct temporary_store *temporary, int number)
{
    return (struct tie){PLAN_AXIS, axis_numbered(temporary, number)};
}

static void an_empty_register_is_an_empty_page(void **state)
{
    assert_int_equal(decisions(*state, &everything, 0, 10).count, 0);
    assert_int_equal(tasks(*state, &every_task, 0, 10).count, 0);
}

static void decisions_come_latest_meeting_first(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item, older;
    int64_t meeting = make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    int64_t first = make_record(temporary, item, RECORD_DECISION, "Ouvrir", untied);
    int64_t second = make_record(temporary, item, RECORD_DECISION, "Former", untied);
    close_meeting(temporary, meeting);
    make_meeting(temporary, "COTECH", date_of_day(2026, 2, 5), &older);
    int64_t third = make_record(temporary, older, RECORD_DECISION, "Proposer", untied);
    make_record(temporary, older, RECORD_NOTE, "Un mot", untied);
    struct page page = decisions(temporary, &everything, 0, 10);
    assert_int_equal(page.count, 3);
    assert_true(page.decisions[0].id == second);
    assert_true(page.decisions[1].id == first);
    assert_true(page.decisions[2].id == third);
    assert_string_equal(page.decisions[0].number, "COPIL-2026-002");
    assert_string_equal(page.decisions[0].state, "adoptee");
    assert_string_equal(page.decisions[0].text, "Former");
    assert_string_equal(page.decisions[0].meeting_reference, "COPIL-2026-03-12");
    assert_true(page.decisions[0].meeting == meeting);
    assert_true(page.decisions[0].item == item);
    assert_null(page.decisions[0].axes);
    assert_null(page.decisions[2].number);
    assert_string_equal(page.decisions[2].state, "provisoire");
    assert_int_equal(page.decisions[2].date.month, 2);
}

// Every page size shows every decision once, in one order.
static void pages_follow_each_other(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    for (int i = 0; i < 3; i++) {
        int64_t meeting = make_meeting(temporary, "COPIL", date_of_day(2026, 1, 5 + 7 * i), &item);
        for (int k = 0; k < 3; k++)
            make_record(temporary, item, RECORD_DECISION, "Ouvrir", untied);
        close_meeting(temporary, meeting);
    }
    struct page whole = decisions(temporary, &everything, 0, 100);
    assert_int_equal(whole.count, 9);
    for (size_t limit = 1; limit <= 10; limit++) {
        int64_t after = 0;
        size_t seen = 0;
        for (;;) {
            struct page page = decisions(temporary, &everything, after, limit);
            for (size_t i = 0; i < page.count; i++)
                assert_true(page.decisions[i].id == whole.decisions[seen++].id);
            if (page.count < limit)
                break;
            after = page.decisions[page.count - 1].id;
        }
        assert_int_equal(seen, 9);
    }
    assert_int_equal(decisions(temporary, &everything, 1, 10).count, 0);
}

static void decisions_are_kept_by_what_they_concern(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item, objective = store_new_id(temporary->store);
    int64_t action = action_coded(temporary, "6.1");
    int64_t axis = axis_numbered(temporary, 6);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(plan_add_objective(gesture, objective, axis, "A", NULL), STATUS_DONE);
    assert_int_equal(
        plan_set_action_column(gesture, action, PLAN_ACTION_OBJECTIVE, "6.A", NULL), STATUS_DONE);
    gesture_must_commit(gesture, "plan");
    int64_t meeting = make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    int64_t on_axis = make_item(temporary, meeting, 0, axis_tie(temporary, 6));
    int64_t below = make_item(temporary, meeting, on_axis, untied);
    int64_t by_parent = make_record(temporary, below, RECORD_DECISION, "Un", untied);
    int64_t by_action =
        make_record(temporary, item, RECORD_DECISION, "Deux", (struct tie){PLAN_ACTION, action});
    int64_t elsewhere =
        make_record(temporary, below, RECORD_DECISION, "Trois", axis_tie(temporary, 7));
    make_record(temporary, item, RECORD_DECISION, "Quatre", untied);
    int64_t field =
        temporary_store_number(temporary, "SELECT id FROM field WHERE code = 'petite-enfance'");
    const struct register_filter by_field = {PLAN_FIELD, field, 0};
    const struct register_filter by_axis = {PLAN_AXIS, axis, 0};
    const struct register_filter by_objective = {PLAN_OBJECTIVE, objective, 0};
    const struct register_filter by_its_action = {PLAN_ACTION, action, 0};
    const struct register_filter by_meeting = {PLAN_AXIS, axis, meeting};
    const struct register_filter by_other_meeting = {PLAN_AXIS, axis, meeting + 1};
    assert_int_equal(decisions(temporary, &everything, 0, 10).count, 4);
    assert_int_equal(decisions(temporary, &by_field, 0, 10).count, 3);
    struct page page = decisions(temporary, &by_axis, 0, 10);
    assert_int_equal(page.count, 2);
    assert_true(page.decisions[0].id == by_action);
    assert_true(page.decisions[1].id == by_parent);
    assert_string_equal(page.decisions[0].axes, "6");
    assert_string_equal(page.decisions[0].actions, "6.1");
    assert_int_equal(decisions(temporary, &by_objective, 0, 10).count, 1);
    assert_int_equal(decisions(temporary, &by_its_action, 0, 10).count, 1);
    assert_int_equal(decisions(temporary, &by_meeting, 0, 10).count, 2);
    assert_int_equal(decisions(temporary, &by_other_meeting, 0, 10).count, 0);
    assert_true(decisions(temporary, &by_field, 0, 1).decisions[0].id == elsewhere);
}

static void a_decision_says_what_it_concerns(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item, objective = store_new_id(temporary->store);
    int64_t axis = axis_numbered(temporary, 6);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(plan_add_objective(gesture, objective, axis, "A", NULL), STATUS_DONE);
    gesture_must_commit(gesture, "plan");
    make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    int64_t decision = make_record(
        temporary, item, RECORD_DECISION, "Ouvrir", (struct tie){PLAN_OBJECTIVE, objective});
    char sql[256];
    snprintf(sql, sizeof sql,
        "INSERT INTO record_action SELECT %lld, id FROM action WHERE code IN ('6.1', '3.1')",
        (long long)decision);
    assert_int_equal(temporary_store_execute(temporary, sql), 0);
    struct register_decision read;
    struct entry_link *concerns = NULL;
    size_t count = 0;
    assert_int_equal(register_decision_load(temporary->store, decision, &temporary->arena, &read,
                         &concerns, &count, NULL),
        STATUS_DONE);
    assert_string_equal(read.text, "Ouvrir");
    assert_int_equal(count, 5);
    static const char *const references[] = {"3", "6", "3.1", "6.1", "6.A"};
    static const enum plan_level levels[] = {
        PLAN_AXIS, PLAN_AXIS, PLAN_ACTION, PLAN_ACTION, PLAN_OBJECTIVE};
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(concerns[i].reference, references[i]);
        assert_int_equal(concerns[i].level, levels[i]);
    }
    assert_true(concerns[4].id == objective);
    struct problem problem = {0};
    assert_int_equal(register_decision_load(temporary->store, 1, &temporary->arena, &read,
                         &concerns, &count, &problem),
        STATUS_REFUSED);
    assert_int_equal(count, 0);
}

// Five open tasks and three closed ones, in the order of the register.
static void make_tasks(struct temporary_store *temporary, int64_t ids[8])
{
    static const struct date dues[] = {
        {DATE_DAY, 2026, 3, 1},
        {DATE_DAY, 2026, 4, 29},
        {DATE_MONTH, 2026, 4, 0},
        {DATE_YEAR, 2026, 0, 0},
        {DATE_NONE, 0, 0, 0},
    };
    int64_t item;
    make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    for (size_t i = 5; i-- > 0;)
        ids[i] = make_task(
            temporary, item, "Chiffrer", dues[i], i % 2 == 0 ? axis_tie(temporary, 6) : untied);
    for (size_t i = 8; i-- > 5;) {
        ids[i] = make_task(temporary, item, "Écrire", no_date, axis_tie(temporary, 6));
        assert_int_equal(
            set_state(temporary, ids[i], i == 6 ? "abandonnee" : "faite"), STATUS_DONE);
    }
}

static void open_tasks_come_first_by_their_dates(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t ids[8];
    make_tasks(temporary, ids);
    struct page page = tasks(temporary, &every_task, 0, 100);
    assert_int_equal(page.count, 8);
    for (size_t i = 0; i < 8; i++)
        assert_true(page.tasks[i].id == ids[i]);
    assert_string_equal(page.tasks[0].owners, "Ville de Perpignan");
    assert_string_equal(page.tasks[0].state, "a-faire");
    assert_int_equal(page.tasks[0].priority, 3);
    assert_int_equal(page.tasks[0].due.day, 1);
    assert_string_equal(page.tasks[0].meeting_reference, "COPIL-2026-03-12");
    assert_memory_equal(page.tasks[0].reference, "T-2026-", 7);
    assert_int_equal(page.tasks[2].due.precision, DATE_MONTH);
    assert_string_equal(page.tasks[6].state, "abandonnee");
}

static void pages_of_tasks_follow_each_other(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t ids[8];
    make_tasks(temporary, ids);
    for (size_t limit = 1; limit <= 9; limit++) {
        size_t seen = 0;
        size_t got = limit;
        while (got == limit) {
            struct page page = tasks(temporary, &every_task, seen, limit);
            for (size_t i = 0; i < page.count; i++)
                assert_true(page.tasks[i].id == ids[seen + i]);
            got = page.count;
            seen += got;
        }
        assert_int_equal(seen, 8);
    }
}

static void tasks_are_kept_by_state_and_subject(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t ids[8];
    make_tasks(temporary, ids);
    struct task_filter filter = {.state = TASK_OPEN};
    assert_int_equal(tasks(temporary, &filter, 0, 100).count, 5);
    filter = (struct task_filter){.level = PLAN_AXIS, .element = axis_numbered(temporary, 6)};
    assert_int_equal(tasks(temporary, &filter, 0, 100).count, 6);
    assert_true(tasks(temporary, &filter, 3, 1).tasks[0].id == ids[5]);
    assert_true(tasks(temporary, &filter, 2, 1).tasks[0].id == ids[4]);
    filter.state = TASK_OPEN;
    assert_int_equal(tasks(temporary, &filter, 0, 100).count, 3);
    filter.meeting = 1;
    assert_int_equal(tasks(temporary, &filter, 0, 100).count, 0);
}

static void a_task_done_is_stamped_with_the_day(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    int64_t task = make_task(temporary, item, "Chiffrer", no_date, untied);
    close_meeting(temporary, meeting);
    temporary_store_advance(temporary, (int64_t)3 * 24 * 3600 * 1000);
    assert_int_equal(set_state(temporary, task, "faite"), STATUS_DONE);
    assert_int_equal(temporary_store_number(
                         temporary, "SELECT count(*) FROM task_life WHERE done_on = '2026-03-15'"),
        1);
    assert_int_equal(set_state(temporary, task, "faite"), STATUS_REFUSED);
    assert_int_equal(set_state(temporary, task, "en-cours"), STATUS_DONE);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM task_life WHERE done_on IS NULL"
                                          " AND state = 'en-cours'"),
        1);
    assert_int_equal(set_state(temporary, task, "perdue"), STATUS_REFUSED);
    assert_int_equal(set_state(temporary, 1, "faite"), STATUS_REFUSED);
}

#define TEST(FUNCTION)                                                                             \
    cmocka_unit_test_setup_teardown(FUNCTION, temporary_store_setup, temporary_store_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_empty_register_is_an_empty_page),
        TEST(decisions_come_latest_meeting_first),
        TEST(pages_follow_each_other),
        TEST(decisions_are_kept_by_what_they_concern),
        TEST(a_decision_says_what_it_concerns),
        TEST(open_tasks_come_first_by_their_dates),
        TEST(pages_of_tasks_follow_each_other),
        TEST(tasks_are_kept_by_state_and_subject),
        TEST(a_task_done_is_stamped_with_the_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
