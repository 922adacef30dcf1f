// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the plan: codes, texts, what is refused, and that nothing else moves.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "meeting_maker.h"
#include "store/journal.h"
#include "store/plan.h"
#include "store/plan_edit.h"
#include "store/undo.h"
#include "temporary_store.h"

static enum status finish(struct gesture *gesture, enum status status)
{
    if (status == STATUS_DONE)
        gesture_must_commit(gesture, "essai");
    else
        gesture_cancel(gesture);
    return status;
}

static enum status add_objective(
    struct temporary_store *temporary, int axis, const char *label, int64_t *id)
{
    int64_t parent = axis_numbered(temporary, axis);
    *id = store_new_id(temporary->store);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    return finish(gesture, plan_add_objective(gesture, *id, parent, label, NULL));
}

static enum status add_action(
    struct temporary_store *temporary, int axis, int64_t objective, const char *title, int64_t *id)
{
    int64_t parent = axis_numbered(temporary, axis);
    *id = store_new_id(temporary->store);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    return finish(gesture, plan_add_action(gesture, *id, parent, objective, title, NULL));
}

static enum status set(struct temporary_store *temporary, int64_t action,
    enum plan_action_column column, const char *value)
{
    struct gesture *gesture = gesture_must_begin(temporary->store);
    return finish(gesture, plan_set_action_column(gesture, action, column, value, NULL));
}

static enum status set_state(struct temporary_store *temporary, int64_t action, const char *state)
{
    struct gesture *gesture = gesture_must_begin(temporary->store);
    return finish(gesture, plan_set_action_state(gesture, action, state, NULL));
}

static enum status remove_action(struct temporary_store *temporary, int64_t action, bool *archived)
{
    struct gesture *gesture = gesture_must_begin(temporary->store);
    return finish(gesture, plan_remove_action(gesture, action, archived, NULL));
}

static enum status remove_objective(
    struct temporary_store *temporary, int64_t objective, bool *archived)
{
    struct gesture *gesture = gesture_must_begin(temporary->store);
    return finish(gesture, plan_remove_objective(gesture, objective, archived, NULL));
}

static void undo_last(struct temporary_store *temporary)
{
    struct journal_entry entry;
    const char *sentence = NULL;
    bool found = false;
    assert_int_equal(
        journal_next_undo(temporary->store, &temporary->arena, &entry, &found, NULL), STATUS_DONE);
    assert_true(found);
    assert_int_equal(
        journal_undo(temporary->store, entry.id, &temporary->arena, &sentence, NULL), STATUS_DONE);
}

static const struct plan_action *read(struct temporary_store *temporary, int64_t id)
{
    struct plan plan;
    assert_int_equal(
        plan_load(temporary->store, date_of_day(2026, 3, 12), true, &temporary->arena, &plan, NULL),
        STATUS_DONE);
    return plan_find_action(&plan, id);
}

static const char *code_of(struct temporary_store *temporary, int64_t action)
{
    return read(temporary, action)->code;
}

static int64_t journal_length(const struct temporary_store *temporary)
{
    return temporary_store_number(temporary, "SELECT count(*) FROM journal");
}

static void new_elements_get_the_next_code_at_the_end(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t objective, first, second, below;
    assert_int_equal(add_objective(temporary, 6, "  Accueillir\tplus\n", &objective), STATUS_DONE);
    assert_int_equal(add_action(temporary, 6, 0, "Ouvrir", &first), STATUS_DONE);
    assert_int_equal(add_action(temporary, 6, 0, "Former", &second), STATUS_DONE);
    assert_int_equal(add_action(temporary, 6, objective, "Former", &below), STATUS_DONE);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT count(*) FROM objective WHERE code = '6.A' AND position = 1"
                         " AND label = 'Accueillir plus'"),
        1);
    assert_string_equal(code_of(temporary, first), "6.2");
    assert_string_equal(code_of(temporary, second), "6.3");
    assert_string_equal(code_of(temporary, below), "6.A.1");
    assert_string_equal(read(temporary, below)->state, "programmee");
    assert_true(read(temporary, below)->objective == objective);
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM action AS one JOIN action AS two"
                                          " ON two.position > one.position"
                                          " WHERE one.code = '6.2' AND two.code = '6.3'"),
        1);
}

static void adding_is_refused_where_it_makes_no_sense(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t objective, id;
    assert_int_equal(add_objective(temporary, 6, "Accueillir", &objective), STATUS_DONE);
    int64_t journal = journal_length(temporary);
    assert_int_equal(add_objective(temporary, 6, " \n\t", &id), STATUS_REFUSED);
    assert_int_equal(add_action(temporary, 6, 0, "", &id), STATUS_REFUSED);
    assert_int_equal(add_action(temporary, 7, objective, "Ouvrir", &id), STATUS_REFUSED);
    assert_int_equal(add_action(temporary, 99, 0, "Ouvrir", &id), STATUS_REFUSED);
    temporary_store_execute(temporary, "UPDATE axis SET archived = 1 WHERE number = 8;"
                                       "UPDATE objective SET archived = 1");
    assert_int_equal(add_action(temporary, 8, 0, "Ouvrir", &id), STATUS_REFUSED);
    assert_int_equal(add_action(temporary, 6, objective, "Ouvrir", &id), STATUS_REFUSED);
    assert_int_equal(journal_length(temporary), journal);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM action"), 6);
}

static void a_code_is_never_given_twice(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t first, second, third, fourth;
    bool archived = true;
    assert_int_equal(add_action(temporary, 6, 0, "Ouvrir", &first), STATUS_DONE);
    undo_last(temporary);
    assert_int_equal(add_action(temporary, 6, 0, "Ouvrir", &second), STATUS_DONE);
    assert_string_equal(code_of(temporary, second), "6.3");
    assert_int_equal(
        remove_action(temporary, action_coded(temporary, "6.1"), &archived), STATUS_DONE);
    assert_false(archived);
    assert_int_equal(add_action(temporary, 6, 0, "Former", &third), STATUS_DONE);
    assert_string_equal(code_of(temporary, third), "6.4");
    assert_int_equal(set(temporary, third, PLAN_ACTION_CODE, "formation"), STATUS_DONE);
    assert_int_equal(add_action(temporary, 6, 0, "Bâtir", &fourth), STATUS_DONE);
    assert_string_equal(code_of(temporary, fourth), "6.5");
}

static void a_cancelled_gesture_gives_no_code(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t id;
    struct gesture *gesture = gesture_must_begin(temporary->store);
    int64_t axis = axis_numbered(temporary, 6);
    assert_int_equal(plan_add_action(gesture, 12345678, axis, 0, "Ouvrir", NULL), STATUS_DONE);
    gesture_cancel(gesture);
    assert_int_equal(add_action(temporary, 6, 0, "Ouvrir", &id), STATUS_DONE);
    assert_string_equal(code_of(temporary, id), "6.2");
}

static void what_no_meeting_spoke_of_goes_for_good(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t action;
    bool archived = true;
    assert_int_equal(add_action(temporary, 6, 0, "Ouvrir", &action), STATUS_DONE);
    assert_int_equal(set(temporary, action, PLAN_ACTION_OTHER_AXES, "9"), STATUS_DONE);
    assert_int_equal(remove_action(temporary, action, &archived), STATUS_DONE);
    assert_false(archived);
    assert_null(read(temporary, action));
    undo_last(temporary);
    assert_string_equal(code_of(temporary, action), "6.2");
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM action_axis"), 1);
    assert_int_equal(remove_action(temporary, 1, &archived), STATUS_REFUSED);
}

static void what_a_meeting_spoke_of_is_archived(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t objective, item;
    bool archived = false;
    int64_t action = action_coded(temporary, "6.1");
    assert_int_equal(add_objective(temporary, 6, "Accueillir", &objective), STATUS_DONE);
    make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    make_record(temporary, item, RECORD_NOTE, "Un mot", (struct tie){PLAN_ACTION, action});
    make_record(temporary, item, RECORD_NOTE, "Un mot", (struct tie){PLAN_OBJECTIVE, objective});
    assert_int_equal(remove_action(temporary, action, &archived), STATUS_DONE);
    assert_true(archived);
    assert_true(read(temporary, action)->archived);
    archived = false;
    assert_int_equal(remove_objective(temporary, objective, &archived), STATUS_DONE);
    assert_true(archived);
    assert_int_equal(remove_action(temporary, action, &archived), STATUS_REFUSED);
}

static void an_objective_with_actions_stays(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t objective, action;
    bool archived = true;
    assert_int_equal(add_objective(temporary, 6, "Accueillir", &objective), STATUS_DONE);
    assert_int_equal(add_action(temporary, 6, objective, "Ouvrir", &action), STATUS_DONE);
    assert_int_equal(remove_objective(temporary, objective, &archived), STATUS_REFUSED);
    temporary_store_execute(temporary, "UPDATE action SET archived = 1 WHERE code = '6.A.1'");
    assert_int_equal(remove_objective(temporary, objective, &archived), STATUS_DONE);
    assert_true(archived);
    assert_int_equal(add_objective(temporary, 6, "Animer", &objective), STATUS_DONE);
    assert_int_equal(remove_objective(temporary, objective, &archived), STATUS_DONE);
    assert_false(archived);
}

static void an_objective_is_renamed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t objective;
    assert_int_equal(add_objective(temporary, 6, "Accueillir", &objective), STATUS_DONE);
    int64_t journal = journal_length(temporary);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(
        plan_set_objective_label(gesture, objective, " Accueillir ", NULL), STATUS_DONE);
    assert_int_equal(plan_set_objective_label(gesture, objective, " ", NULL), STATUS_REFUSED);
    assert_int_equal(plan_set_objective_label(gesture, 1, "Rien", NULL), STATUS_REFUSED);
    gesture_must_commit(gesture, "rien");
    assert_int_equal(journal_length(temporary), journal);
    gesture = gesture_must_begin(temporary->store);
    assert_int_equal(plan_set_objective_label(gesture, objective, "Animer", NULL), STATUS_DONE);
    gesture_must_commit(gesture, "renommé");
    assert_int_equal(
        temporary_store_number(temporary, "SELECT count(*) FROM objective WHERE label = 'Animer'"),
        1);
}

static void a_state_goes_by_its_links(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t action = action_coded(temporary, "6.1");
    assert_int_equal(set_state(temporary, action, "en-cours"), STATUS_DONE);
    assert_int_equal(set_state(temporary, action, "terminee"), STATUS_DONE);
    assert_int_equal(read(temporary, action)->progress, 100);
    assert_int_equal(set_state(temporary, action, "terminee"), STATUS_REFUSED);
    assert_int_equal(set_state(temporary, action, "inconnu"), STATUS_REFUSED);
    assert_int_equal(set_state(temporary, 1, "en-cours"), STATUS_REFUSED);
    assert_string_equal(read(temporary, action)->state, "terminee");
}

static void each_column_of_the_sheet_is_kept(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t objective;
    int64_t action = action_coded(temporary, "6.1");
    assert_int_equal(add_objective(temporary, 6, "Accueillir", &objective), STATUS_DONE);
    static const struct {
        enum plan_action_column column;
        const char *value;
    } values[] = {
        {PLAN_ACTION_TITLE, " Ouvrir\x1b 24 places "},
        {PLAN_ACTION_CODE, "6.petite"},
        {PLAN_ACTION_OBJECTIVE, "6.a"},
        {PLAN_ACTION_OTHER_AXES, "9, 5;5"},
        {PLAN_ACTION_PILOT, "Caf"},
        {PLAN_ACTION_PRIORITY, "1"},
        {PLAN_ACTION_PROGRESS, "040"},
        {PLAN_ACTION_STARTS, "2024-01"},
        {PLAN_ACTION_ENDS, "2025"},
        {PLAN_ACTION_DESCRIPTION, "Un.\r\nDeux.\n"},
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        assert_int_equal(set(temporary, action, values[i].column, values[i].value), STATUS_DONE);
    const struct plan_action *read_back = read(temporary, action);
    assert_string_equal(read_back->title, "Ouvrir 24 places");
    assert_string_equal(read_back->code, "6.PETITE");
    assert_true(read_back->objective == objective);
    assert_string_equal(read_back->pilot, "Caf");
    assert_int_equal(read_back->priority, 1);
    assert_int_equal(read_back->progress, 40);
    assert_string_equal(read_back->starts, "2024-01");
    assert_string_equal(read_back->ends, "2025");
    assert_string_equal(read_back->description, "Un.\nDeux.");
    const char *others = NULL;
    assert_int_equal(
        plan_action_other_axes(temporary->store, action, &temporary->arena, &others, NULL),
        STATUS_DONE);
    assert_string_equal(others, "5 ; 9");
    int64_t journal = journal_length(temporary);
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        assert_int_equal(set(temporary, action, values[i].column, values[i].value), STATUS_DONE);
    assert_int_equal(journal_length(temporary), journal);
}

static void an_empty_value_takes_away_what_may_be_absent(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t action = action_coded(temporary, "6.1");
    static const enum plan_action_column columns[] = {PLAN_ACTION_OBJECTIVE, PLAN_ACTION_OTHER_AXES,
        PLAN_ACTION_PILOT, PLAN_ACTION_STARTS, PLAN_ACTION_ENDS, PLAN_ACTION_DESCRIPTION};
    assert_int_equal(set(temporary, action, PLAN_ACTION_PILOT, "Caf"), STATUS_DONE);
    assert_int_equal(set(temporary, action, PLAN_ACTION_OTHER_AXES, "5 ; 9"), STATUS_DONE);
    assert_int_equal(set(temporary, action, PLAN_ACTION_OTHER_AXES, "9 10"), STATUS_DONE);
    assert_int_equal(temporary_store_number(temporary,
                         "SELECT sum(number) FROM action_axis JOIN axis ON axis.id = axis_id"),
        19);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        assert_int_equal(set(temporary, action, columns[i], " "), STATUS_DONE);
    assert_null(read(temporary, action)->pilot);
    assert_int_equal(temporary_store_number(temporary, "SELECT count(*) FROM action_axis"), 0);
}

static void a_wrong_value_is_refused_and_changes_nothing(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t objective;
    int64_t action = action_coded(temporary, "6.1");
    assert_int_equal(add_objective(temporary, 7, "Animer", &objective), STATUS_DONE);
    assert_int_equal(set(temporary, action, PLAN_ACTION_ENDS, "2025-06"), STATUS_DONE);
    static const struct {
        enum plan_action_column column;
        const char *value;
    } values[] = {
        {PLAN_ACTION_TITLE, " "},
        {PLAN_ACTION_CODE, ""},
        {PLAN_ACTION_CODE, "6"},
        {PLAN_ACTION_CODE, "axe-6"},
        {PLAN_ACTION_CODE, "9.1"},
        {PLAN_ACTION_CODE, "7.a"},
        {PLAN_ACTION_CODE, "6 1"},
        {PLAN_ACTION_CODE, "6.é"},
        {PLAN_ACTION_CODE, "6.1."},
        {PLAN_ACTION_CODE, "#6.1"},
        {PLAN_ACTION_CODE, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
        {PLAN_ACTION_OBJECTIVE, "7.A"},
        {PLAN_ACTION_OBJECTIVE, "6.Z"},
        {PLAN_ACTION_OTHER_AXES, "5 99"},
        {PLAN_ACTION_OTHER_AXES, "6"},
        {PLAN_ACTION_OTHER_AXES, "cinq"},
        {PLAN_ACTION_PRIORITY, ""},
        {PLAN_ACTION_PRIORITY, "0"},
        {PLAN_ACTION_PRIORITY, "6"},
        {PLAN_ACTION_PROGRESS, "101"},
        {PLAN_ACTION_PROGRESS, "-1"},
        {PLAN_ACTION_PROGRESS, "1e2"},
        {PLAN_ACTION_STARTS, "2025-07-01"},
        {PLAN_ACTION_STARTS, "2025-02-30"},
        {PLAN_ACTION_ENDS, "avril"},
    };
    int64_t journal = journal_length(temporary);
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        struct problem problem = {0};
        struct gesture *gesture = gesture_must_begin(temporary->store);
        enum status status =
            plan_set_action_column(gesture, action, values[i].column, values[i].value, &problem);
        gesture_must_commit(gesture, "rien");
        if (status != STATUS_REFUSED)
            fail_msg("«%s» taken", values[i].value);
        assert_true(problem.sentence[0] != '\0');
    }
    assert_int_equal(journal_length(temporary), journal);
    assert_int_equal(set(temporary, 1, PLAN_ACTION_PILOT, "Caf"), STATUS_REFUSED);
}

static void a_code_may_come_back_to_its_element(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t action = action_coded(temporary, "6.1");
    assert_int_equal(set(temporary, action, PLAN_ACTION_CODE, "PLACES"), STATUS_DONE);
    assert_int_equal(set(temporary, action, PLAN_ACTION_CODE, "6.1"), STATUS_DONE);
    assert_string_equal(code_of(temporary, action), "6.1");
}

#define TEST(FUNCTION)                                                                             \
    cmocka_unit_test_setup_teardown(FUNCTION, temporary_store_setup, temporary_store_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(new_elements_get_the_next_code_at_the_end),
        TEST(adding_is_refused_where_it_makes_no_sense),
        TEST(a_code_is_never_given_twice),
        TEST(a_cancelled_gesture_gives_no_code),
        TEST(what_no_meeting_spoke_of_goes_for_good),
        TEST(what_a_meeting_spoke_of_is_archived),
        TEST(an_objective_with_actions_stays),
        TEST(an_objective_is_renamed),
        TEST(a_state_goes_by_its_links),
        TEST(each_column_of_the_sheet_is_kept),
        TEST(an_empty_value_takes_away_what_may_be_absent),
        TEST(a_wrong_value_is_refused_and_changes_nothing),
        TEST(a_code_may_come_back_to_its_element),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
