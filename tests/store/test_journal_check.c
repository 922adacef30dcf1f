// SPDX-License-Identifier: GPL-3.0-or-later
// What follows a closing stands as it was noted, or is found out.
#include <sqlite3.h>

#include "held_meeting.h"
#include "store/approval.h"
#include "store/connection.h"
#include "store/journal_check.h"
#include "store/meeting_dispatch.h"
#include "store/rectification.h"

static const struct date march = {DATE_DAY, 2026, 3, 12};
static const struct date none = {0};

static struct journal_report report_of(struct temporary_store *temporary)
{
    struct journal_report report;
    assert_int_equal(
        journal_check(temporary->store, &temporary->arena, &report, NULL), STATUS_DONE);
    return report;
}

// A closed meeting with a decision, sent twice, rectified and approved.
static void follow_up(struct temporary_store *temporary)
{
    int64_t meeting = prepared_meeting(temporary, "COPIL", march);
    int64_t item = added_item(temporary, meeting, "Places");
    MUST_CHANGE(temporary,
        dispatch_add(gesture, store_new_id(temporary->store), meeting, none, "Membres", &problem));
    MUST_CHANGE(temporary, meeting_open(gesture, meeting, &problem));
    int64_t decision = noted(temporary, item, RECORD_DECISION, "Ouvrir 24 places");
    closed(temporary, meeting);
    MUST_CHANGE(temporary,
        dispatch_add(gesture, store_new_id(temporary->store), meeting, none, "Membres", &problem));
    // Proved by being undone and done again: the journal tells of four changes.
    MUST_CHANGE(temporary, rectification_add(gesture, store_new_id(temporary->store), meeting,
                               decision, "Ouvrir 26 places", "Erreur", &problem));
    MUST_CHANGE(temporary, approval_add(gesture, meeting, 0, "Page 2", &problem));
}

static void what_was_noted_stands(void **state)
{
    struct temporary_store *temporary = *state;
    assert_int_equal(report_of(temporary).noted, 0);
    follow_up(temporary);
    struct journal_report report = report_of(temporary);
    assert_true(report.has_journal);
    assert_int_equal(report.noted, 4);
    assert_int_equal(report.difference_count, 0);
}

static void what_another_program_did_is_found(void **state)
{
    static const struct {
        const char *sql, *difference;
    } changes[] = {
        {"UPDATE dispatch SET recipients = 'Personne' WHERE kind = 'convocation'",
            "modifié : un envoi de COPIL-2026-03-12"},
        {"UPDATE dispatch SET at = at || ' ' WHERE kind = 'compte-rendu'",
            "modifié : un envoi de COPIL-2026-03-12"},
        {"UPDATE rectification SET text = 'Ouvrir 2 places'",
            "modifié : la rectification COPIL-2026-001-BIS"},
        {"UPDATE rectification SET decision_id = NULL",
            "modifié : la rectification COPIL-2026-001-BIS"},
        {"UPDATE approval SET reserves = NULL", "modifié : l'approbation de COPIL-2026-03-12"},
        {"DELETE FROM approval", "disparu : une approbation"},
        {"DELETE FROM rectification", "disparu : une rectification"},
        {"INSERT INTO dispatch SELECT 42, meeting_id, kind, at, recipients FROM dispatch LIMIT 1",
            "ajouté : un envoi de COPIL-2026-03-12"},
    };
    struct temporary_store *temporary = *state;
    follow_up(temporary);
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        sqlite3 *database = temporary->store->database;
        assert_int_equal(sqlite3_exec(database, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_exec(database, changes[i].sql, NULL, NULL, NULL), SQLITE_OK);
        struct journal_report report = report_of(temporary);
        assert_int_equal(report.difference_count, 1);
        assert_string_equal(report.differences[0], changes[i].difference);
        assert_int_equal(sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    }
    assert_int_equal(report_of(temporary).difference_count, 0);
}

static void a_copy_without_a_journal_is_not_compared(void **state)
{
    struct temporary_store *temporary = *state;
    follow_up(temporary);
    assert_int_equal(
        temporary_store_execute(temporary, "UPDATE journal SET undone_by = NULL, target_id = NULL;"
                                           " DELETE FROM journal"),
        SQLITE_OK);
    assert_false(report_of(temporary).has_journal);
    assert_int_equal(report_of(temporary).difference_count, 0);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(what_was_noted_stands),
        TEST(what_another_program_did_is_found),
        TEST(a_copy_without_a_journal_is_not_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
