// SPDX-License-Identifier: GPL-3.0-or-later
// What a new file holds of the embedded convention.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "store/convention_write.h"
#include "store/creation.h"
#include "store/store_open.h"
#include "temporary_store.h"

static void expect(const struct temporary_store *temporary, const char *sql, int64_t number)
{
    int64_t found = temporary_store_number(temporary, sql);
    if (found != number)
        fail_msg("%s: %lld instead of %lld", sql, (long long)found, (long long)number);
}

static void writes_every_row(void **state)
{
    const struct temporary_store *temporary = *state;
    expect(temporary,
        "SELECT count(*) FROM convention WHERE title = 'CTG de Perpignan 2024-2028'"
        " AND first_year = 2024 AND last_year = 2028 AND purpose LIKE 'Renforcer%'",
        1);
    expect(temporary, "SELECT count(*) FROM organisation", 2);
    expect(temporary, "SELECT count(*) FROM committee", 5);
    expect(temporary, "SELECT count(*) FROM signatory", 3);
    expect(temporary, "SELECT count(*) FROM convention_text", 5);
    expect(temporary, "SELECT count(*) FROM milestone", 7);
    expect(temporary, "SELECT count(*) FROM field", 8);
    expect(temporary, "SELECT count(*) FROM axis", 25);
    expect(temporary, "SELECT count(*) FROM objective", 0);
    expect(temporary, "SELECT count(*) FROM action", 6);
    expect(temporary, "SELECT count(*) FROM journal", 0);
}

static void keeps_the_order_of_the_convention(void **state)
{
    const struct temporary_store *temporary = *state;
    expect(temporary,
        "SELECT count(*) FROM field WHERE code = 'transversal' AND transversal = 1"
        " AND position = 1",
        1);
    expect(temporary, "SELECT position FROM field WHERE code = 'inclusion'", 8);
    expect(temporary, "SELECT sum(position = number) FROM axis", 25);
    expect(temporary,
        "SELECT number FROM axis JOIN action ON action.axis_id = axis.id"
        " ORDER BY action.position LIMIT 1",
        6);
    expect(temporary, "SELECT count(*) FROM milestone WHERE position = 7 AND date = '2025'", 1);
    expect(temporary, "SELECT count(*) FROM milestone WHERE position = 2 AND date = '2024-03'", 1);
}

static void ties_rows_by_their_codes(void **state)
{
    const struct temporary_store *temporary = *state;
    expect(temporary,
        "SELECT count(*) FROM axis JOIN field ON field.id = field_id"
        " WHERE number BETWEEN 5 AND 7 AND code = 'petite-enfance'",
        3);
    expect(temporary,
        "SELECT count(*) FROM committee JOIN committee AS next"
        " ON next.id = committee.next_id"
        " WHERE committee.code = 'GT' AND next.code = 'COTECH'",
        1);
    expect(temporary, "SELECT count(*) FROM committee WHERE next_id IS NULL", 2);
    expect(temporary,
        "SELECT count(*) FROM signatory JOIN organisation"
        " ON organisation.id = organisation_id"
        " WHERE code = 'caf' AND representing LIKE 'Pierre Marc BOISTARD%'",
        1);
    expect(temporary,
        "SELECT count(*) FROM action WHERE state = 'programmee' AND priority = 3"
        " AND objective_id IS NULL AND origin = 'exemple publié, rattachement proposé'",
        6);
}

#define IDS                                                                                        \
    "(SELECT id FROM convention UNION ALL SELECT id FROM organisation UNION ALL"                   \
    " SELECT id FROM committee UNION ALL SELECT id FROM signatory UNION ALL"                       \
    " SELECT id FROM convention_text UNION ALL SELECT id FROM milestone UNION ALL"                 \
    " SELECT id FROM field UNION ALL SELECT id FROM axis UNION ALL SELECT id FROM action)"

static void gives_ids_that_are_small_and_disjoint(void **state)
{
    const struct temporary_store *temporary = *state;
    expect(temporary, "SELECT count(DISTINCT id) FROM " IDS, 1 + 2 + 5 + 3 + 5 + 7 + 8 + 25 + 6);
    assert_true(temporary_store_number(temporary, "SELECT min(id) FROM " IDS) > 0);
    assert_true(temporary_store_number(temporary, "SELECT max(id) FROM " IDS) <
                store_new_id(temporary->store));
    expect(temporary, "SELECT count(DISTINCT id / 100000) FROM " IDS, 9);
}

// An id that changed would tear two files of one convention apart.
static void gives_the_ids_that_were_always_given(void **state)
{
    const struct temporary_store *temporary = *state;
    expect(temporary, "SELECT id FROM field WHERE code = 'petite-enfance'", 700002);
    expect(temporary, "SELECT id FROM axis WHERE number = 25", 800025);
    expect(temporary, "SELECT id FROM action WHERE code = '6.1'", 1000001);
    expect(temporary, "SELECT id FROM organisation WHERE code = 'caf'", 200002);
    expect(temporary, "SELECT id FROM committee WHERE code = 'COPIL'", 300001);
}

static void a_convention_may_have_more(void **state)
{
    struct temporary_store *temporary = *state;
    struct convention_committee committees[] = {
        {.code = "GT", .label = "Groupe", .kind = "groupe", .authority = "propose", "COPIL"},
        {.code = "COPIL", .label = "Comité", .kind = "copil", .authority = "decide"},
    };
    struct convention_field field = {.code = "jeunesse", .label = "Jeunesse"};
    struct convention_axis axis = {.number = 40, .field = "jeunesse", .label = "Agir"};
    struct convention_objective objective = {.code = "40.A", .label = "Informer", .axis = 40};
    struct convention_action action = {.code = "40.1",
        .title = "Ouvrir",
        .axis = 40,
        .objective = "40.A",
        .state = "en-cours",
        .starts = "2025-03",
        .ends = "2026"};
    struct convention convention = {.title = "CTG",
        .committees = committees,
        .committee_count = 2,
        .fields = &field,
        .field_count = 1,
        .axes = &axis,
        .axis_count = 1,
        .objectives = &objective,
        .objective_count = 1,
        .actions = &action,
        .action_count = 1};
    struct problem problem = {0};
    struct store_options options = temporary->options;
    struct temporary_store other = *temporary;
    snprintf(other.path, sizeof other.path, "%s/autre.ctg", temporary->folder);
    options.path = other.path;
    assert_int_equal(store_create(&options, &convention, &problem), STATUS_DONE);
    assert_int_equal(sqlite3_open(other.path, &other.outside), SQLITE_OK);
    expect(&other,
        "SELECT count(*) FROM action JOIN objective ON objective.id = objective_id"
        " WHERE action.axis_id = 800040 AND objective.code = '40.A'"
        " AND state = 'en-cours' AND starts = '2025-03' AND ends = '2026'",
        1);
    expect(&other,
        "SELECT count(*) FROM committee AS gt JOIN committee AS copil"
        " ON copil.id = gt.next_id WHERE gt.code = 'GT' AND copil.code = 'COPIL'",
        1);
    expect(
        &other, "SELECT count(*) FROM convention WHERE first_year IS NULL AND purpose IS NULL", 1);
    assert_int_equal(sqlite3_close(other.outside), SQLITE_OK);
}

#define TEST(FUNCTION)                                                                             \
    cmocka_unit_test_setup_teardown(FUNCTION, temporary_store_setup, temporary_store_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(writes_every_row),
        TEST(keeps_the_order_of_the_convention),
        TEST(ties_rows_by_their_codes),
        TEST(gives_ids_that_are_small_and_disjoint),
        TEST(gives_the_ids_that_were_always_given),
        TEST(a_convention_may_have_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
