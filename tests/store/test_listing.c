// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the views `lecture_*`, filtered.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "meeting_maker.h"
#include "store/listing.h"
#include "temporary_store.h"

static const struct tie untied = {PLAN_FIELD, 0};

static struct listing *open_listing(const struct temporary_store *temporary, const char *view,
    const struct listing_condition *conditions, size_t count)
{
    struct listing *listing = NULL;
    struct problem problem = {0};
    if (listing_open(temporary->store, view, conditions, count, &listing, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    return listing;
}

static bool next(struct listing *listing)
{
    bool more = false;
    assert_int_equal(listing_next(listing, &more, NULL), STATUS_DONE);
    return more;
}

static int count_where(const struct temporary_store *temporary, const char *view,
    const struct listing_condition *conditions, size_t count)
{
    struct listing *listing = open_listing(temporary, view, conditions, count);
    int rows = 0;
    while (next(listing))
        rows++;
    listing_destroy(listing);
    return rows;
}

static int count_one(const struct temporary_store *temporary, const char *view, const char *column,
    enum listing_match match, const char *value)
{
    const struct listing_condition condition = {column, match, value};
    return count_where(temporary, view, &condition, 1);
}

static void reads_the_columns_of_the_view(void **state)
{
    struct listing *listing = open_listing(*state, "lecture_axes", NULL, 0);
    assert_int_equal(listing_column_count(listing), 12);
    assert_string_equal(listing_column_name(listing, 0), "numero");
    assert_string_equal(listing_column_name(listing, 11), "derniere_seance");
    assert_true(next(listing));
    assert_int_equal(listing_value(listing, 0).type, LISTING_INTEGER);
    assert_int_equal(listing_value(listing, 0).integer, 1);
    assert_int_equal(listing_value(listing, 1).type, LISTING_TEXT);
    assert_string_equal(listing_value(listing, 1).text, "transversal");
    assert_int_equal(listing_value(listing, 11).type, LISTING_NULL);
    assert_null(listing_value(listing, 11).text);
    int rows = 1;
    while (next(listing))
        assert_int_equal(listing_value(listing, 0).integer, ++rows);
    assert_int_equal(rows, 25);
    listing_destroy(listing);
    listing_destroy(NULL);
}

static void every_view_of_the_schema_can_be_listed_and_nothing_else(void **state)
{
    static const char *const views[] = {"lecture_champs", "lecture_axes", "lecture_objectifs",
        "lecture_actions", "lecture_instances", "lecture_seances", "lecture_points",
        "lecture_decisions", "lecture_taches", "lecture_votes", "lecture_historique"};
    static const char *const others[] = {"lecture_rien", "record_concern", "private_note"};
    const struct temporary_store *temporary = *state;
    for (size_t i = 0; i < sizeof views / sizeof views[0]; i++)
        count_where(temporary, views[i], NULL, 0);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        struct listing *listing = NULL;
        assert_int_equal(
            listing_open(temporary->store, others[i], NULL, 0, &listing, NULL), STATUS_USAGE);
        assert_null(listing);
    }
}

static void a_column_is_compared_as_asked(void **state)
{
    struct temporary_store *temporary = *state;
    static const struct {
        const char *view, *column, *value;
        enum listing_match match;
        int rows;
    } cases[] = {
        {"lecture_axes", "champ", "Petite-Enfance", LISTING_IS, 3},
        {"lecture_axes", "champ", "petite", LISTING_IS, 0},
        {"lecture_axes", "numero", "6", LISTING_IS, 1},
        {"lecture_axes", "derniere_seance", "", LISTING_IS, 0},
        {"lecture_axes", "derniere_seance", "", LISTING_STARTS, 0},
        {"lecture_axes", "numero", "9", LISTING_NOT_BEFORE, 17},
        {"lecture_axes", "champ", "transversal", LISTING_NOT_BEFORE, 4},
        {"lecture_axes", "libelle", "développer", LISTING_STARTS, 4},
        {"lecture_axes", "libelle", "Développer", LISTING_STARTS, 4},
        {"lecture_axes", "libelle", "DéVELOPPER", LISTING_STARTS, 4},
        {"lecture_axes", "libelle", "%", LISTING_STARTS, 0},
        {"lecture_actions", "autres_axes", "5", LISTING_CONTAINS, 1},
        {"lecture_actions", "autres_axes", "1", LISTING_CONTAINS, 0},
        {"lecture_actions", "autres_axes", "15", LISTING_CONTAINS, 1},
        {"lecture_actions", "autres_axes", "5 ; 15", LISTING_CONTAINS, 1},
        {"lecture_actions", "code", "6.1", LISTING_CONTAINS, 1},
        {"lecture_actions", "code", "6.1' OR '1'='1", LISTING_IS, 0},
    };
    assert_int_equal(temporary_store_execute(temporary,
                         "INSERT INTO action_axis SELECT action.id, axis.id FROM action, axis"
                         " WHERE code = '6.1' AND number IN (5, 15)"),
        0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int rows =
            count_one(temporary, cases[i].view, cases[i].column, cases[i].match, cases[i].value);
        if (rows != cases[i].rows)
            fail_msg("%s, %s: %d rows", cases[i].column, cases[i].value, rows);
    }
}

static void conditions_are_joined(void **state)
{
    const struct listing_condition conditions[] = {
        {"champ", LISTING_IS, "jeunesse"},
        {"numero", LISTING_NOT_BEFORE, "12"},
        {"libelle", LISTING_STARTS, "Dév"},
    };
    assert_int_equal(count_where(*state, "lecture_axes", conditions, 1), 4);
    assert_int_equal(count_where(*state, "lecture_axes", conditions, 2), 3);
    assert_int_equal(count_where(*state, "lecture_axes", conditions, 3), 1);
}

static void unknown_names_are_named(void **state)
{
    const struct temporary_store *temporary = *state;
    static const struct {
        const char *view, *column;
    } names[] = {
        {"lecture_rien", "seance"},
        {"private_note", "text"},
        {"lecture_axes", "position"},
        {"lecture_axes", "numero\" OR \"numero"},
        {"lecture_axes\" --", "numero"},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct listing_condition condition = {names[i].column, LISTING_IS, "6"};
        struct listing *listing = NULL;
        struct problem problem = {0};
        assert_int_equal(
            listing_open(temporary->store, names[i].view, &condition, 1, &listing, &problem),
            STATUS_USAGE);
        assert_null(listing);
        assert_true(problem.sentence[0] != '\0');
    }
}

static void decisions_and_tasks_are_listed(void **state)
{
    struct temporary_store *temporary = *state;
    int64_t item;
    int64_t meeting = make_meeting(temporary, "COPIL", date_of_day(2026, 3, 12), &item);
    make_record(temporary, item, RECORD_DECISION, "Ouvrir",
        (struct tie){PLAN_AXIS, axis_numbered(temporary, 6)});
    make_task(temporary, item, "Chiffrer", date_of_day(2026, 4, 30), untied);
    assert_int_equal(
        count_one(temporary, "lecture_decisions", "etat", LISTING_IS, "provisoire"), 1);
    close_meeting(temporary, meeting);
    assert_int_equal(
        count_one(temporary, "lecture_decisions", "numero", LISTING_IS, "copil-2026-001"), 1);
    assert_int_equal(count_one(temporary, "lecture_decisions", "axes", LISTING_CONTAINS, "6"), 1);
    assert_int_equal(count_one(temporary, "lecture_decisions", "date", LISTING_STARTS, "2026"), 1);
    assert_int_equal(
        count_one(temporary, "lecture_decisions", "date", LISTING_NOT_BEFORE, "2026-03-13"), 0);
    assert_int_equal(count_one(temporary, "lecture_taches", "responsables", LISTING_CONTAINS,
                         "ville de perpignan"),
        1);
}

#define TEST(FUNCTION)                                                                             \
    cmocka_unit_test_setup_teardown(FUNCTION, temporary_store_setup, temporary_store_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_the_columns_of_the_view),
        TEST(every_view_of_the_schema_can_be_listed_and_nothing_else),
        TEST(a_column_is_compared_as_asked),
        TEST(conditions_are_joined),
        TEST(unknown_names_are_named),
        TEST(decisions_and_tasks_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
