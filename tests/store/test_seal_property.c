// SPDX-License-Identifier: GPL-3.0-or-later
// Hundreds of random meetings, and what people do around them: undo, redo, reopening, members
// imported, the plan renamed, minutes sent, approved, rectified. Every seal holds, every number is
// unique, and the journal tells the same as the file.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "expected_people.h"
#include "held_meeting.h"
#include "intake/members_import.h"
#include "store/approval.h"
#include "store/ballot.h"
#include "store/confidential.h"
#include "store/connection.h"
#include "store/item_add.h"
#include "store/journal.h"
#include "store/journal_check.h"
#include "store/meeting_dispatch.h"
#include "store/meeting_reopening.h"
#include "store/rectification.h"
#include "store/seal_check.h"
#include "store/undo.h"

enum { CHECK_EACH = 100, COMMITTEES = 3, PEOPLE = 8 };

// What the sanitizers look for stands in the first of them as well.
#ifdef __SANITIZE_ADDRESS__
enum { MEETINGS = 200 };
#else
enum { MEETINGS = 1000 };
#endif
static const char *const committees[COMMITTEES] = {"COPIL", "COTECH", "SEMINAIRE"};

struct world {
    struct temporary_store *temporary;
    uint64_t random;
    int64_t last[COMMITTEES]; // closed; 0 for none yet
    struct date day;
    int reopened, imported, voted, followed;
};

static unsigned choose(struct world *world, unsigned count)
{
    world->random = world->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(world->random >> 33) % count;
}

static const char *text(struct world *world, const char *word)
{
    return arena_format(&world->temporary->arena, "%s %u", word, choose(world, 1000));
}

// Kept, or refused; never anything else.
static bool settle(struct gesture *gesture, enum status status, const struct problem *problem)
{
    if (status == STATUS_DONE) {
        gesture_must_commit(gesture, "essai");
        return true;
    }
    if (status != STATUS_REFUSED)
        fail_msg("%s", problem->sentence);
    gesture_cancel(gesture);
    return false;
}

// CALL uses `gesture` and `&problem`; KEPT counts.
#define TRY_AND_COUNT(WORLD, KEPT, CALL)                                                           \
    do {                                                                                           \
        struct problem problem = {0};                                                              \
        struct gesture *gesture = gesture_must_begin((WORLD)->temporary->store);                   \
        enum status status = (CALL);                                                               \
        *(KEPT) += settle(gesture, status, &problem);                                              \
    } while (0)

#define TRY(WORLD, CALL)                                                                           \
    do {                                                                                           \
        int kept = 0;                                                                              \
        TRY_AND_COUNT((WORLD), &kept, (CALL));                                                     \
    } while (0)

static int64_t number(const struct world *world, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    assert_int_equal(
        sqlite3_prepare_v2(world->temporary->store->database, sql, -1, &statement, NULL),
        SQLITE_OK);
    int64_t found = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    return found;
}

// What is around a meeting
// --------------------------------------------------------------------------

static void step_back_and_forth(struct world *world)
{
    struct store *store = world->temporary->store;
    struct arena arena = {0};
    struct journal_entry entry;
    const char *sentence;
    bool found;
    assert_int_equal(journal_next_undo(store, &arena, &entry, &found, NULL), STATUS_DONE);
    if (found && journal_undo(store, entry.id, &arena, &sentence, NULL) == STATUS_DONE &&
        choose(world, 2) == 0) {
        assert_int_equal(journal_next_redo(store, &arena, &entry, &found, NULL), STATUS_DONE);
        if (found)
            assert_int_equal(journal_redo(store, entry.id, &arena, &sentence, NULL), STATUS_DONE);
    }
    arena_clear(&arena);
}

// Some of the same people again, in other functions, organisations, roles.
static void import_members(struct world *world)
{
    static const char *const roles[] = {"membre", "membre", "presidence", "secretaire"};
    struct csv_table table = {0};
    struct members_report report = {0};
    struct problem problem = {0};
    struct buffer list = {0};
    buffer_append(&list, "nom;fonction;organisme;college;instance;role;voix\n");
    for (unsigned i = 0; i < 1 + choose(world, 4); i++)
        buffer_append_format(&list, "Référente %u;%s;%s;Collège %u;%s;%s;%s\n",
            choose(world, PEOPLE), text(world, "fonction"), choose(world, 2) == 0 ? "caf" : "ville",
            choose(world, 3), committees[choose(world, COMMITTEES)], roles[choose(world, 4)],
            choose(world, 4) == 0 ? "consultative" : "deliberative");
    enum status status =
        csv_table_read_text(&table, "membres.csv", buffer_text(&list), list.length, &problem);
    if (status == STATUS_DONE)
        status = members_import(world->temporary->store, &table, false, &report, &problem);
    if (status != STATUS_DONE && status != STATUS_REFUSED)
        fail_msg("%s", problem.sentence);
    world->imported += status == STATUS_DONE && !members_report_is_empty(&report);
    members_report_clear(&report);
    csv_table_clear(&table);
    buffer_clear(&list);
}

// What the plan or the people become is living.
static void rename_things(struct world *world)
{
    assert_int_equal(temporary_store_execute(world->temporary,
                         "UPDATE axis SET label = label || '.' WHERE number = 6;"
                         "UPDATE organisation SET label = label || '.' WHERE code = 'caf'"),
        SQLITE_OK);
}

static void say_presences(struct world *world, int64_t meeting)
{
    static const char *const codes[] = {"present", "present", "visio", "excuse", "absent"};
    struct attendance_sheet sheet = sheet_of(world->temporary, meeting);
    for (size_t i = 0; i < sheet.count; i++)
        if (choose(world, 4) > 0)
            TRY(world, attendance_set_presence(
                           gesture, sheet.people[i].id, codes[choose(world, 5)], NULL, &problem));
}

// Somebody is there by then, where anybody was expected.
static void close_meeting(struct world *world, int64_t meeting)
{
    int closed_now = 0;
    TRY_AND_COUNT(world, &closed_now, meeting_close(gesture, meeting, &problem));
    struct attendance_sheet sheet = sheet_of(world->temporary, meeting);
    for (size_t i = 0; closed_now == 0 && i < sheet.count; i++)
        TRY(world, attendance_set_presence(gesture, sheet.people[i].id, "present", NULL, &problem));
    if (closed_now == 0)
        TRY(world, meeting_close(gesture, meeting, &problem));
}

static void reopen(struct world *world)
{
    int64_t meeting = world->last[choose(world, COMMITTEES)];
    int reopened = 0;
    TRY_AND_COUNT(
        world, &reopened, meeting_reopen(gesture, meeting, text(world, "motif"), &problem));
    if (reopened == 0)
        return;
    world->reopened++;
    if (choose(world, 2) == 0)
        import_members(world);
    if (choose(world, 2) == 0)
        step_back_and_forth(world);
    close_meeting(world, meeting);
}

// What comes after a closing.
static void follow_up(struct world *world)
{
    struct store *store = world->temporary->store;
    const struct date now = {0};
    int64_t meeting = world->last[choose(world, COMMITTEES)];
    char sql[160];
    snprintf(sql, sizeof sql,
        "SELECT max(record_id) FROM decision JOIN record ON record.id = record_id"
        " WHERE meeting_id = %lld AND number IS NOT NULL",
        (long long)meeting);
    int64_t decision = number(world, sql);
    switch (choose(world, 4)) {
    case 0:
        TRY_AND_COUNT(world, &world->followed,
            dispatch_add(gesture, store_new_id(store), meeting, now, "Membres", &problem));
        break;
    case 1:
        TRY_AND_COUNT(world, &world->followed,
            approval_add(gesture, meeting, 0, choose(world, 2) == 0 ? "" : "Page 2", &problem));
        break;
    default:
        TRY_AND_COUNT(world, &world->followed,
            rectification_add(gesture, store_new_id(store), meeting, decision > 0 ? decision : 0,
                text(world, "lire"), "oubli", &problem));
    }
}

static void change_others(struct world *world)
{
    static void (*const changes[])(struct world *) = {
        step_back_and_forth, step_back_and_forth, import_members, rename_things, reopen, follow_up};
    changes[choose(world, sizeof changes / sizeof changes[0])](world);
}

// A meeting
// -----------------------------------------------------------------------------------------

static void note(struct world *world, int64_t item)
{
    struct entry_link link = {PLAN_AXIS, 0, "6"};
    link.id = number(world, "SELECT id FROM axis WHERE number = 6");
    struct entry_mention mention = {"Mme Voirie", 0, true};
    struct entry fact = {
        .kind = (enum record_kind)choose(world, RECORD_TASK + 1),
        .text = text(world, "dit"),
        .links = &link,
        .link_count = choose(world, 2),
        .mentions = &mention,
        .mention_count = choose(world, 2),
        .doubtful = choose(world, 4) == 0,
    };
    int64_t id = store_new_id(world->temporary->store);
    TRY(world, record_add(gesture, id, item, &fact, &problem));
    if (choose(world, 5) == 0)
        TRY(world, record_set_confidential(gesture, id, true, &problem));
}

static void vote(struct world *world, int64_t item)
{
    const struct said_ballot said = {
        .form = (enum ballot_form)choose(world, 3),
        .mode = (enum ballot_mode)choose(world, 3),
        .counts = {(int)choose(world, 3), (int)choose(world, 2), (int)choose(world, 2)},
    };
    TRY_AND_COUNT(world, &world->voted,
        ballot_hold(gesture, store_new_id(world->temporary->store), NULL, item,
            BALLOT_LAST_DECISION, &said, &problem));
}

static void hold(struct world *world)
{
    struct store *store = world->temporary->store;
    size_t which = choose(world, COMMITTEES);
    int64_t meeting = store_new_id(store);
    int64_t committee = committee_of_code(world->temporary, committees[which]);
    TRY(world, meeting_add(gesture, meeting, committee, world->day, &problem));
    for (unsigned i = 0; i < 1 + choose(world, 3); i++) {
        int64_t item = store_new_id(store);
        TRY(world, item_add(gesture, item, meeting, 0, 0, "Point", &problem));
        if (i == 0) {
            TRY(world, meeting_open(gesture, meeting, &problem));
            say_presences(world, meeting);
        }
        for (unsigned j = 0; j < choose(world, 5); j++)
            note(world, item);
        if (choose(world, 3) == 0)
            vote(world, item);
        if (choose(world, 4) == 0)
            change_others(world);
    }
    TRY(world, meeting_adjourn(gesture, meeting, &problem));
    close_meeting(world, meeting);
    if (strcmp(meeting_of(world->temporary, meeting).state, "close") == 0)
        world->last[which] = meeting;
}

// What always holds
// ---------------------------------------------------------------------------------

static void seals_hold(const struct world *world)
{
    struct arena arena = {0};
    struct seal_report *reports;
    size_t count;
    struct problem problem = {0};
    if (seal_check_all(world->temporary->store, &arena, &reports, &count, &problem) != STATUS_DONE)
        fail_msg("%s", problem.sentence);
    for (size_t i = 0; i < count; i++)
        if (reports[i].state != SEAL_HOLDS)
            fail_msg("%s: %s", reports[i].reference,
                reports[i].difference_count == 0 ? "no seal" : reports[i].differences[0]);
    struct journal_report journal;
    assert_int_equal(journal_check(world->temporary->store, &arena, &journal, NULL), STATUS_DONE);
    if (journal.difference_count > 0)
        fail_msg("%s", journal.differences[0]);
    arena_clear(&arena);
}

static void numbers_are_unique(const struct world *world)
{
    assert_int_equal(number(world, "SELECT count(*) - count(DISTINCT number) FROM decision"
                                   " WHERE number IS NOT NULL"),
        0);
    assert_int_equal(
        number(world, "SELECT count(*) FROM decision JOIN record ON record.id = record_id"
                      " JOIN meeting ON meeting.id = meeting_id"
                      " WHERE meeting.state = 'close' AND decision.number IS NULL"),
        0);
    assert_int_equal(
        number(world, "SELECT count(*) - count(DISTINCT number) FROM rectification"), 0);
    // None is missing: each closing gives the next ones.
    assert_int_equal(number(world, "SELECT count(*) FROM decision WHERE number IS NOT NULL"),
        number(world, "SELECT sum(last) FROM counter WHERE name LIKE 'decision %'"));
}

static void there_is_one_chain_a_committee(const struct world *world)
{
    assert_int_equal(
        number(world, "SELECT count(*) FROM meeting WHERE state = 'close' AND seal IS NULL"), 0);
    assert_int_equal(
        number(world, "SELECT count(*) FROM meeting WHERE state = 'close' AND follows_id IS NULL"),
        COMMITTEES);
    assert_int_equal(number(world, "SELECT count(*) - count(DISTINCT follows_id) FROM meeting"
                                   " WHERE follows_id IS NOT NULL"),
        0);
}

static void case_69_seals_and_numbers_hold_over_a_thousand_meetings(void **state)
{
    struct world world = {.temporary = *state, .random = 20260312, .day = {DATE_DAY, 2026, 1, 2}};
    // What is tested is what a gesture holds, not that it reaches the disk, nor its copies.
    world.temporary->options.backup_folder = NULL;
    temporary_store_reopen(world.temporary);
    sqlite3_exec(world.temporary->store->database,
        "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", NULL, NULL, NULL);
    for (int i = 0; i < MEETINGS; i++) {
        world.day = date_add_days(world.day, (int)choose(&world, 3));
        temporary_store_advance(world.temporary, 3600000);
        hold(&world);
        change_others(&world);
        arena_clear(&world.temporary->arena);
        if (i % CHECK_EACH == 0)
            seals_hold(&world);
    }
    seals_hold(&world);
    numbers_are_unique(&world);
    there_is_one_chain_a_committee(&world);
    int64_t closed_ones = number(&world, "SELECT count(*) FROM meeting WHERE state = 'close'");
    print_message("%d closed, %d times reopened, %d imports, %d votes, %d follow-ups\n",
        (int)closed_ones, world.reopened, world.imported, world.voted, world.followed);
    assert_true(closed_ones > MEETINGS / 2 && world.reopened > 20 && world.imported > 20 &&
                world.voted > 50 && world.followed > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(case_69_seals_and_numbers_hold_over_a_thousand_meetings,
            temporary_store_setup, temporary_store_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
