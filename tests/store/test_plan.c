// SPDX-License-Identifier: GPL-3.0-or-later
// The plan as the tableau reads it, and what a line may name.
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "meeting_maker.h"
#include "store/connection.h"
#include "store/plan.h"
#include "temporary_store.h"

static const struct tie untied = {PLAN_FIELD, 0};
static const struct date no_date = {0};

static struct plan load(struct temporary_store *temporary, bool archived_too)
{
    struct plan plan;
    struct problem problem = {0};
    if (plan_load(temporary->store, date_of_day(2026, 3, 12), archived_too, &temporary->arena,
            &plan, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return plan;
}

static const struct plan_axis *axis_of(const struct plan *plan, int number)
{
    for (size_t i = 0; i < plan->axis_count; i++)
        if (plan->axes[i].number == number)
            return &plan->axes[i];
    fail_msg("no axis %d", number);
    return NULL;
}

static int64_t add_objective(struct temporary_store *temporary, int64_t axis, const char *label)
{
    struct problem problem = {0};
    int64_t id = store_new_id(temporary->store);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(plan_add_objective(gesture, id, axis, label, &problem), STATUS_DONE);
    gesture_must_commit(gesture, "objectif");
    return id;
}

static int64_t add_action(
    struct temporary_store *temporary, int64_t axis, int64_t objective, const char *title)
{
    struct problem problem = {0};
    int64_t id = store_new_id(temporary->store);
    struct gesture *gesture = gesture_must_begin(temporary->store);
    assert_int_equal(plan_add_action(gesture, id, axis, objective, title, &problem), STATUS_DONE);
    gesture_must_commit(gesture, "action");
    return id;
}

static void reads_the_whole_tree_in_order(void **state)
{
    struct temporary_store *temporary = *state;
    struct plan plan = load(temporary, false);
    assert_string_equal(plan.title, "CTG de Perpignan 2024-2028");
    assert_int_equal(plan.field_count, 8);
    assert_int_equal(plan.axis_count, 25);
    assert_int_equal(plan.objective_count, 0);
    assert_int_equal(plan.action_count, 6);
    assert_true(plan.fields[0].transversal);
    assert_string_equal(plan.fields[1].code, "petite-enfance");
    assert_string_equal(plan.fields[6].other_names, "logement");
    assert_null(plan.fields[3].other_names);
    size_t axis = 0;
    for (size_t i = 0; i < plan.field_count; i++) {
        assert_int_equal(plan.fields[i].first_axis, axis);
        axis += plan.fields[i].axis_count;
    }
    assert_int_equal(axis, 25);
    for (size_t i = 0; i < plan.axis_count; i++)
        assert_int_equal(plan.axes[i].number, i + 1);
    static const char *const codes[] = {"3.1", "6.1", "9.1", "20.1", "22.1", "25.1"};
    for (size_t i = 0; i < plan.action_count; i++)
        assert_string_equal(plan.actions[i].code, codes[i]);
}

static void a_new_file_has_decided_nothing(void **state)
{
    struct plan plan = load(*state, false);
    for (size_t i = 0; i < plan.axis_count; i++) {
        const struct plan_axis *axis = &plan.axes[i];
        assert_int_equal(axis->decisions + axis->open_tasks + axis->late_tasks, 0);
        assert_null(axis->last_meeting);
    }
    assert_int_equal(axis_of(&plan, 6)->actions, 1);
    assert_int_equal(axis_of(&plan, 6)->progress, 0);
    assert_int_equal(axis_of(&plan, 7)->progress, -1);
}

static void finds_rows_by_their_ids(void **state)
{
    struct plan plan = load(*state, false);
    assert_ptr_equal(plan_find_field(&plan, plan.fields[3].id), &plan.fields[3]);
    assert_ptr_equal(plan_find_axis(&plan, plan.axes[5].id), &plan.axes[5]);
    assert_ptr_equal(plan_find_action(&plan, plan.actions[2].id), &plan.actions[2]);
    assert_null(plan_find_axis(&plan, plan.actions[2].id));
    assert_null(plan_find_objective(&plan, 0));
}

static void progress_is_the_mean_of_the_actions(void **state)
{
    struct temporary_store *temporary = *state;
    add_action(temporary, axis_numbered(temporary, 6), 0, "Ouvrir une crèche");
    add_action(temporary, axis_numbered(temporary, 6), 0, "Former");
    temporary_store_execute(temporary, "UPDATE action SET progress = 50 WHERE code = '6.1';"
                                       "UPDATE action SET state = 'terminee' WHERE code = '6.2'");
    struct plan plan = load(temporary, false);
    assert_int_equal(axis_of(&plan, 6)->actions, 3);
    assert_int_equal(axis_of(&plan, 6)->actions_done, 1);
    assert_int_equal(axis_of(&plan, 6)->progress, 50);
    assert_int_equal(plan.actions[2].progress, 100);
    assert_string_equal(plan.actions[2].category, "terminee");
}

static void leaves_out_what_is_archived(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t objective = add_objective(temporary, axis_numbered(temporary, 6), "Accueillir");
    int64_t action =
        add_action(temporary, axis_numbered(temporary, 6), objective, "Ouvrir une crèche");
    temporary_store_execute(temporary, "UPDATE objective SET archived = 1;"
                                       "UPDATE axis SET archived = 1 WHERE number = 9;"
                                       "UPDATE action SET archived = 1 WHERE code = '3.1'");
    struct plan plan = load(temporary, false);
    assert_int_equal(plan.axis_count, 24);
    assert_int_equal(plan.objective_count, 0);
    assert_int_equal(plan.action_count, 5);
    assert_int_equal(axis_of(&plan, 3)->actions, 0);
    assert_int_equal(plan_find_action(&plan, action)->objective, 0);
    struct plan whole = load(temporary, true);
    assert_int_equal(whole.axis_count, 25);
    assert_int_equal(whole.objective_count, 1);
    assert_int_equal(whole.action_count, 7);
    assert_true(axis_of(&whole, 9)->archived);
    assert_int_equal(axis_of(&whole, 3)->actions, 0);
    assert_int_equal(plan_find_action(&whole, action)->objective, objective);
}

static void a_task_is_late_after_the_last_day_of_its_date(void **state)
{
    struct temporary_store *temporary = *state;
    static const struct {
        struct date due;
        bool late;
    } tasks[] = {
        {{DATE_DAY, 2026, 3, 11}, true},
        {{DATE_DAY, 2026, 3, 12}, false},
        {{DATE_MONTH, 2026, 2, 0}, true},
        {{DATE_MONTH, 2026, 3, 0}, false},
        {{DATE_YEAR, 2025, 0, 0}, true},
        {{DATE_YEAR, 2026, 0, 0}, false},
        {{DATE_NONE, 0, 0, 0}, false},
    };
    int64_t item;
    make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    for (size_t i = 0; i < sizeof tasks / sizeof tasks[0]; i++) {
        int number = (int)i + 1;
        make_task(temporary, item, "Chiffrer", tasks[i].due,
            (struct tie){PLAN_AXIS, axis_numbered(temporary, number)});
        struct plan plan = load(temporary, false);
        assert_int_equal(axis_of(&plan, number)->open_tasks, 1);
        assert_int_equal(axis_of(&plan, number)->late_tasks, tasks[i].late);
    }
}

static void what_concerns_two_axes_counts_once_in_their_field(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    int64_t both =
        make_item(temporary, meeting, 0, (struct tie){PLAN_AXIS, axis_numbered(temporary, 5)});
    char sql[128];
    snprintf(sql, sizeof sql, "INSERT INTO item_axis VALUES (%lld, %lld)", (long long)both,
        (long long)axis_numbered(temporary, 6));
    assert_int_equal(temporary_store_execute(temporary, sql), SQLITE_OK);
    make_record(temporary, both, RECORD_DECISION, "Ouvrir", untied);
    make_task(temporary, both, "Chiffrer", date_of_day(2026, 1, 1), untied);
    for (int closed = 0; closed < 2; closed++) {
        struct plan plan = load(temporary, false);
        assert_int_equal(axis_of(&plan, 5)->decisions, 1);
        assert_int_equal(axis_of(&plan, 6)->decisions, 1);
        assert_int_equal(axis_of(&plan, 6)->late_tasks, 1);
        assert_int_equal(plan.fields[1].decisions, 1);
        assert_int_equal(plan.fields[1].late_tasks, 1);
        assert_string_equal(axis_of(&plan, 6)->last_meeting, "2026-03-12");
        if (!closed)
            close_meeting(temporary, meeting);
    }
}

static void what_is_only_prepared_was_not_spoken_of(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    int64_t planned =
        make_item(temporary, meeting, 0, (struct tie){PLAN_AXIS, axis_numbered(temporary, 7)});
    struct plan plan = load(temporary, false);
    assert_null(axis_of(&plan, 7)->last_meeting);
    make_record(temporary, planned, RECORD_NOTE, "Un mot", untied);
    plan = load(temporary, false);
    assert_string_equal(axis_of(&plan, 7)->last_meeting, "2026-03-12");
}

// Of the item above, and of what a record names by itself.
static void a_meeting_speaks_of_what_its_records_concern(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    int64_t parent =
        make_item(temporary, meeting, 0, (struct tie){PLAN_AXIS, axis_numbered(temporary, 7)});
    int64_t child = make_item(temporary, meeting, parent, untied);
    make_record(temporary, child, RECORD_NOTE, "Un mot", untied);
    make_record(temporary, item, RECORD_NOTE, "Un mot",
        (struct tie){PLAN_AXIS, axis_numbered(temporary, 8)});
    struct plan plan = load(temporary, false);
    assert_string_equal(axis_of(&plan, 7)->last_meeting, "2026-03-12");
    assert_string_equal(axis_of(&plan, 8)->last_meeting, "2026-03-12");
}

static unsigned roll(uint64_t *seed, unsigned sides)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (unsigned)(*seed >> 33) % sides;
}

static struct tie roll_tie(const struct plan *plan, uint64_t *seed)
{
    switch (roll(seed, 5)) {
    case 0:
        return (struct tie){PLAN_AXIS, plan->axes[roll(seed, (unsigned)plan->axis_count)].id};
    case 1:
        return (struct tie){
            PLAN_OBJECTIVE, plan->objectives[roll(seed, (unsigned)plan->objective_count)].id};
    case 2:
        return (struct tie){
            PLAN_ACTION, plan->actions[roll(seed, (unsigned)plan->action_count)].id};
    default:
        return untied;
    }
}

static struct date roll_due(uint64_t *seed)
{
    struct date day = date_add_days(date_of_day(2026, 3, 12), (int)roll(seed, 80) - 40);
    switch (roll(seed, 4)) {
    case 0:
        return (struct date){.precision = DATE_MONTH, .year = day.year, .month = day.month};
    case 1:
        return (struct date){.precision = DATE_YEAR, .year = 2025 + (int)roll(seed, 2)};
    case 2:
        return no_date;
    default:
        return day;
    }
}

static void roll_records(
    struct temporary_store *temporary, const struct plan *plan, int64_t item, uint64_t *seed)
{
    for (unsigned i = roll(seed, 4); i > 0; i--) {
        struct tie tie = roll_tie(plan, seed);
        unsigned kind = roll(seed, 3);
        if (kind == 0)
            make_task(temporary, item, "Chiffrer", roll_due(seed), tie);
        else
            make_record(temporary, item, kind == 1 ? RECORD_DECISION : RECORD_NOTE, "Adopter", tie);
    }
}

static void roll_meeting(struct temporary_store *temporary, const struct plan *plan,
    const char *committee, struct date date, uint64_t *seed, bool closed)
{
    int64_t first;
    int64_t meeting = make_meeting(temporary, committee, date, &first);
    int64_t parent = make_item(temporary, meeting, 0, roll_tie(plan, seed));
    for (int i = 0; i < 4; i++) {
        int64_t item =
            make_item(temporary, meeting, roll(seed, 2) ? parent : 0, roll_tie(plan, seed));
        roll_records(temporary, plan, item, seed);
    }
    roll_records(temporary, plan, parent, seed);
    if (closed)
        close_meeting(temporary, meeting);
}

static void roll_file(struct temporary_store *temporary)
{
    uint64_t seed = 0x5EED;
    int64_t objective = add_objective(temporary, axis_numbered(temporary, 6), "Accueillir");
    add_objective(temporary, axis_numbered(temporary, 20), "Animer");
    add_action(temporary, axis_numbered(temporary, 6), objective, "Ouvrir une crèche");
    struct plan plan = load(temporary, true);
    for (int i = 0; i < 4; i++)
        roll_meeting(temporary, &plan, "COPIL", date_of_day(2026, 1, 8 + 7 * i), &seed, i < 3);
    for (int i = 0; i < 3; i++)
        roll_meeting(temporary, &plan, "COTECH", date_of_day(2026, 2, 1 + 7 * i), &seed, i < 2);
}

#define LAST_DAY                                                                                   \
    "CASE length(due) WHEN 4 THEN due || '-12-31'"                                                 \
    " WHEN 7 THEN date(due || '-01', '+1 month', '-1 day') ELSE due END"

static int64_t count_of(
    const struct temporary_store *temporary, const char *from, const char *column, int64_t id)
{
    char sql[512];
    snprintf(sql, sizeof sql, "%s WHERE %s = %lld", from, column, (long long)id);
    return temporary_store_number(temporary, sql);
}

static const char decisions_sql[] =
    "SELECT count(DISTINCT decision.record_id) FROM record_concern"
    " JOIN decision ON decision.record_id = record_concern.record_id";
static const char open_sql[] = "SELECT count(DISTINCT task_id) FROM record_concern"
                               " JOIN open_task ON task_id = record_concern.record_id";
static const char late_sql[] = "SELECT count(DISTINCT task_id) FROM record_concern"
                               " JOIN open_task ON task_id = record_concern.record_id"
                               " AND " LAST_DAY " < '2026-03-12'";
static const char last_sql[] =
    "SELECT CAST(strftime('%Y%m%d', max(meeting.date)) AS INTEGER) FROM meeting_axis"
    " JOIN meeting ON meeting.id = meeting_id";

static int64_t compact_date(const char *iso)
{
    struct date date;
    if (iso == NULL)
        return -1;
    assert_true(date_read_iso(iso, &date));
    return date.year * 10000 + date.month * 100 + date.day;
}

// The counts are those that the schema's views give, which walk everything.
static void counts_as_the_views_do(void **state)
{
    struct temporary_store *temporary = *state;
    roll_file(temporary);
    struct plan plan = load(temporary, false);
    int decisions = 0;
    int late = 0;
    for (size_t i = 0; i < plan.axis_count; i++) {
        const struct plan_axis *axis = &plan.axes[i];
        assert_int_equal(axis->decisions, count_of(temporary, decisions_sql, "axis_id", axis->id));
        assert_int_equal(axis->open_tasks, count_of(temporary, open_sql, "axis_id", axis->id));
        assert_int_equal(axis->late_tasks, count_of(temporary, late_sql, "axis_id", axis->id));
        assert_int_equal(
            compact_date(axis->last_meeting), count_of(temporary, last_sql, "axis_id", axis->id));
        decisions += axis->decisions;
        late += axis->late_tasks;
    }
    for (size_t i = 0; i < plan.field_count; i++) {
        const struct plan_field *field = &plan.fields[i];
        assert_int_equal(
            field->decisions, count_of(temporary, decisions_sql, "field_id", field->id));
        assert_int_equal(field->late_tasks, count_of(temporary, late_sql, "field_id", field->id));
    }
    assert_true(decisions > 10);
    assert_true(late > 0);
}

static int count_statement(unsigned kind, void *context, void *statement, void *sql)
{
    (void)kind;
    (void)statement;
    (void)sql;
    ++*(int *)context;
    return 0;
}

static int queries_of_a_reload(struct temporary_store *temporary)
{
    int queries = 0;
    sqlite3 *database = temporary->store->database;
    sqlite3_trace_v2(database, SQLITE_TRACE_STMT, count_statement, &queries);
    load(temporary, false);
    sqlite3_trace_v2(database, 0, NULL, NULL);
    return queries;
}

static void a_reload_makes_as_many_queries_whatever_the_file_holds(void **state)
{
    struct temporary_store *temporary = *state;
    // With nothing to count, what counts it is not run.
    int empty = queries_of_a_reload(temporary);
    roll_file(temporary);
    int before = queries_of_a_reload(temporary);
    int64_t item = temporary_store_number(temporary, "SELECT max(id) FROM item");
    for (int i = 0; i < 20; i++)
        make_task(temporary, item, "Chiffrer", date_of_day(2026, 4, 1 + i),
            (struct tie){PLAN_AXIS, axis_numbered(temporary, 1 + i)});
    assert_int_equal(queries_of_a_reload(temporary), before);
    assert_true(empty > 0 && empty <= before && before <= 12);
}

static void the_convention_is_read_in_sections(void **state)
{
    struct temporary_store *temporary = *state;
    struct convention_section *sections = NULL;
    size_t count = 0;
    assert_int_equal(
        plan_load_convention(temporary->store, &temporary->arena, &sections, &count, NULL),
        STATUS_DONE);
    assert_int_equal(count, 8);
    assert_string_equal(sections[0].heading, "Objet");
    assert_string_equal(sections[1].heading, "Présentation");
    assert_string_equal(sections[6].heading, "Signataires");
    assert_non_null(strstr(sections[6].body,
        "Claire HÉRY, Directrice adjointe en charge l'action de sociale (Caf des"
        " Pyrénées-Orientales), représentant Pierre Marc BOISTARD, directeur de la Caf des P.O\n"));
    assert_string_equal(sections[7].heading, "Calendrier");
    assert_memory_equal(sections[7].body, "Janvier 2024 : En Comité", 24);
    assert_non_null(strstr(sections[7].body, "\n2025 : signature officielle"));
}

static struct directory load_directory(struct temporary_store *temporary)
{
    struct directory directory;
    assert_int_equal(
        directory_load(temporary->store, &temporary->arena, &directory, NULL), STATUS_DONE);
    return directory;
}

static void a_line_may_name_every_organisation_and_element(void **state)
{
    struct directory directory = load_directory(*state);
    assert_int_equal(directory.name_count, 2);
    assert_string_equal(directory.names[1].code, "caf");
    assert_string_equal(directory.names[1].label, "Caf des Pyrénées-Orientales");
    assert_int_equal(directory.element_count, 31);
    assert_int_equal(directory.elements[5].level, PLAN_AXIS);
    assert_string_equal(directory.elements[5].reference, "6");
    assert_int_equal(directory.elements[25].level, PLAN_ACTION);
    assert_string_equal(directory.elements[25].reference, "3.1");
}

static void guests_are_named_again_and_archived_elements_say_so(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    int64_t first = make_record(temporary, item, RECORD_NOTE, "Un mot", untied);
    int64_t second = make_record(temporary, item, RECORD_NOTE, "Un autre", untied);
    char sql[256];
    snprintf(sql, sizeof sql,
        "INSERT INTO record_mention (record_id, position, name) VALUES (%lld, 1, 'M. Sport'),"
        " (%lld, 2, 'Mme Mobilité'), (%lld, 1, 'Mme Mobilité');"
        "UPDATE action SET archived = 1 WHERE code = '6.1'",
        (long long)first, (long long)first, (long long)second);
    assert_int_equal(temporary_store_execute(temporary, sql), SQLITE_OK);
    struct directory directory = load_directory(temporary);
    assert_int_equal(directory.name_count, 4);
    assert_string_equal(directory.names[2].label, "Mme Mobilité");
    assert_string_equal(directory.names[2].code, "");
    assert_int_equal(directory.names[2].organisation, 0);
    assert_string_equal(directory.names[3].label, "M. Sport");
    const struct directory_element *last = &directory.elements[directory.element_count - 1];
    assert_string_equal(last->reference, "6.1");
    assert_non_null(strstr(last->label, "petite enfance (archivée)"));
}

#define TEST(FUNCTION)                                                                             \
    cmocka_unit_test_setup_teardown(FUNCTION, temporary_store_setup, temporary_store_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_the_whole_tree_in_order),
        TEST(a_new_file_has_decided_nothing),
        TEST(finds_rows_by_their_ids),
        TEST(progress_is_the_mean_of_the_actions),
        TEST(leaves_out_what_is_archived),
        TEST(a_task_is_late_after_the_last_day_of_its_date),
        TEST(what_concerns_two_axes_counts_once_in_their_field),
        TEST(what_is_only_prepared_was_not_spoken_of),
        TEST(a_meeting_speaks_of_what_its_records_concern),
        TEST(counts_as_the_views_do),
        TEST(a_reload_makes_as_many_queries_whatever_the_file_holds),
        TEST(the_convention_is_read_in_sections),
        TEST(a_line_may_name_every_organisation_and_element),
        TEST(guests_are_named_again_and_archived_elements_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
