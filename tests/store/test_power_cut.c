// SPDX-License-Identifier: GPL-3.0-or-later
// Gestures are held on a disk whose power is cut before every single operation. Whatever the cut
// leaves of what was not synchronised, the file that is opened next holds every gesture that was
// acknowledged, and the one that was under way whole or not at all.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "faulty_disk.h"
#include "file_content.h"
#include "intake/convention_ini.h"
#include "meeting_steps.h"
#include "store/connection.h"
#include "store/creation.h"
#include "store/database.h"
#include "store/file_check.h"
#include "store/journal.h"
#include "store/seal_check.h"
#include "store/store_open.h"
#include "store/undo.h"
#include "temporary_store.h"

enum { MOST_STEPS = 8, FILE_SIZE_MAX = 4 * 1024 * 1024 };

// What the sanitizers look for stands at every third point as well, and they take their time.
#ifdef __SANITIZE_ADDRESS__
enum { SPARSE = 3 };
#else
enum { SPARSE = 1 };
#endif

typedef bool step(struct store *store);

struct bench {
    struct temporary_store *temporary;
    struct faulty_disk *disk;
    step *const *steps;
    size_t step_count;
    unsigned char *file; // as it is before the first step
    size_t file_size;
    uint64_t first_data;
    uint64_t contents[MOST_STEPS + 1]; // after as many steps, of an undisturbed run
    const char *pragmas;               // that weaken or strain the connection; NULL for none
    bool looked_at[MOST_STEPS + 1];    // all was undone from there, or its seals were checked
    uint64_t last_files[SEED_FIRST_RANDOM];
    size_t last_step;
};

static bool change(struct store *store, const char *sql)
{
    struct gesture *gesture = NULL;
    struct statement statement;
    if (gesture_begin(store, &gesture, NULL) != STATUS_DONE)
        return false;
    statement_open(&statement, store, sql);
    if (statement_run(&statement, NULL) == STATUS_DONE)
        return gesture_commit(gesture, NULL, "%.20s", sql) == STATUS_DONE;
    gesture_cancel(gesture);
    return false;
}

static bool rename_axis(struct store *store)
{
    return change(store, "UPDATE axis SET label = 'autre' WHERE number = 6");
}

static bool add_committee(struct store *store)
{
    return change(store, "INSERT INTO committee (id, code, label, kind, authority, position)"
                         " VALUES (1 << 40, 'GT9', 'Groupe', 'gt', 'propose', 9)");
}

// New pages, and more than a small cache holds.
static bool lengthen_action(struct store *store)
{
    return change(
        store, "UPDATE action SET description = printf('%.*c', 9000, 'x') WHERE code = '6.1'");
}

typedef enum status next_step(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem);
typedef enum status walk_step(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem);

static bool walk(struct store *store, next_step *next, walk_step *go)
{
    struct arena arena = {0};
    struct journal_entry entry;
    const char *sentence;
    bool found = false;
    bool walked = next(store, &arena, &entry, &found, NULL) == STATUS_DONE && found &&
                  go(store, entry.id, &arena, &sentence, NULL) == STATUS_DONE;
    arena_clear(&arena);
    return walked;
}

static bool undo(struct store *store)
{
    return walk(store, journal_next_undo, journal_undo);
}

static bool redo(struct store *store)
{
    return walk(store, journal_next_redo, journal_redo);
}

static step *const plan_steps[] = {
    rename_axis,
    lengthen_action,
    undo,
    redo,
    add_committee,
};

static bool attend(struct store *store)
{
    return step_attendance(store, NULL) == STATUS_DONE;
}

static bool vote(struct store *store)
{
    return step_ballot(store, NULL) == STATUS_DONE;
}

static bool adjourn(struct store *store)
{
    return step_adjourn(store, NULL) == STATUS_DONE;
}

static bool close_and_seal(struct store *store)
{
    return step_close(store, NULL) == STATUS_DONE;
}

static step *const meeting_steps[] = {
    attend,
    vote,
    undo,
    redo,
    adjourn,
    close_and_seal,
};

static void keep_file(struct bench *bench)
{
    FILE *file = fopen(bench->temporary->path, "r");
    assert_non_null(file);
    bench->file = malloc(FILE_SIZE_MAX);
    assert_non_null(bench->file);
    bench->file_size = fread(bench->file, 1, FILE_SIZE_MAX, file);
    fclose(file);
}

static void put_file_back(const struct bench *bench)
{
    char journal[128];
    FILE *file = fopen(bench->temporary->path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bench->file, 1, bench->file_size, file), bench->file_size);
    fclose(file);
    snprintf(journal, sizeof journal, "%s-journal", bench->temporary->path);
    unlink(journal);
}

// A file that must first be taken back to what it was is checked whole; another is known, as the
// test checks it itself.
static bool open_seen(struct bench *bench)
{
    struct temporary_store *temporary = bench->temporary;
    file_remember(temporary->state, temporary->path);
    bool opened = store_open(&temporary->store, &temporary->options, NULL) == STATUS_DONE;
    if (opened && temporary->store != NULL && bench->pragmas != NULL)
        assert_int_equal(
            database_execute(temporary->store->database, temporary->path, bench->pragmas, NULL),
            STATUS_DONE);
    return opened;
}

static void close_store(struct bench *bench)
{
    store_destroy(bench->temporary->store);
    bench->temporary->store = NULL;
}

// Steps that were acknowledged, until one was not.
static size_t run_steps(struct bench *bench)
{
    size_t acknowledged = 0;
    while (acknowledged < bench->step_count && bench->steps[acknowledged](bench->temporary->store))
        acknowledged++;
    return acknowledged;
}

static void run_undisturbed(struct bench *bench)
{
    assert_true(open_seen(bench));
    bench->contents[0] = file_content(bench->temporary->path);
    bench->first_data = file_data(bench->temporary->path);
    for (size_t i = 0; i < bench->step_count; i++) {
        assert_true(bench->steps[i](bench->temporary->store));
        bench->contents[i + 1] = file_content(bench->temporary->path);
        assert_true(bench->contents[i + 1] != bench->contents[i]);
    }
    close_store(bench);
}

static struct bench set_up_with(
    struct temporary_store *temporary, const char *pragmas, step *const *steps, size_t count)
{
    struct bench bench = {
        .temporary = temporary, .pragmas = pragmas, .steps = steps, .step_count = count};
    close_store(&bench);
    keep_file(&bench);
    run_undisturbed(&bench);
    bench.disk = faulty_disk_create();
    return bench;
}

static struct bench set_up(struct temporary_store *temporary, const char *pragmas)
{
    return set_up_with(temporary, pragmas, plan_steps, sizeof plan_steps / sizeof plan_steps[0]);
}

static void tear_down(struct bench *bench)
{
    close_store(bench);
    faulty_disk_destroy(bench->disk);
    free(bench->file);
}

// The power goes before the Nth operation; false when the steps end before, where it goes at once.
static bool run_until_cut(struct bench *bench, uint64_t nth, size_t *acknowledged)
{
    put_file_back(bench);
    faulty_disk_forget(bench->disk);
    assert_true(open_seen(bench));
    faulty_disk_plan(bench->disk, DISK_POWER_CUT, nth, true);
    *acknowledged = run_steps(bench);
    bool cut = faulty_disk_has_struck(bench->disk);
    faulty_disk_cut(bench->disk);
    close_store(bench);
    return cut;
}

enum outcome { HELD, LOST, DAMAGED };

static void undo_all(struct bench *bench)
{
    while (undo(bench->temporary->store))
        continue;
    assert_true(file_data(bench->temporary->path) == bench->first_data);
}

static void seals_hold(struct bench *bench)
{
    struct arena arena = {0};
    struct seal_report *reports;
    size_t count;
    assert_int_equal(
        seal_check_all(bench->temporary->store, &arena, &reports, &count, NULL), STATUS_DONE);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(reports[i].state, SEAL_HOLDS);
    arena_clear(&arena);
}

static enum outcome look(struct bench *bench, size_t acknowledged)
{
    if (!open_seen(bench) || !file_is_whole(bench->temporary->path))
        return DAMAGED;
    uint64_t content = file_content(bench->temporary->path);
    size_t i = 0;
    while (i <= bench->step_count && content != bench->contents[i])
        i++;
    if (i > bench->step_count)
        return DAMAGED;
    if (i != acknowledged && i != acknowledged + 1)
        return LOST;
    // Once a state is enough: its content is known.
    if (!bench->looked_at[i] && bench->steps == meeting_steps)
        seals_hold(bench);
    else if (!bench->looked_at[i])
        undo_all(bench);
    bench->looked_at[i] = true;
    return HELD;
}

struct tally {
    uint64_t points, looks, outcomes[DAMAGED + 1];
};

// Many cuts leave the same files: those are looked at once.
static void look_with_seeds(
    struct bench *bench, uint64_t nth, size_t acknowledged, uint64_t seeds, struct tally *tally)
{
    for (uint64_t i = 0; i < seeds; i++) {
        bool random = i >= SEED_FIRST_RANDOM;
        uint64_t files = faulty_disk_restore(bench->disk, random ? nth * seeds + i : i);
        if (!random && files == bench->last_files[i] && acknowledged == bench->last_step)
            continue;
        if (!random)
            bench->last_files[i] = files;
        tally->outcomes[look(bench, acknowledged)]++;
        tally->looks++;
        close_store(bench);
    }
    bench->last_step = acknowledged;
}

// Before every `stride`th operation, and after the last.
static struct tally cut_everywhere(struct bench *bench, uint64_t seeds, uint64_t stride)
{
    struct tally tally = {0};
    size_t acknowledged;
    bool cut = true;
    for (uint64_t nth = 1; cut; nth += stride) {
        cut = run_until_cut(bench, nth, &acknowledged);
        tally.points++;
        look_with_seeds(bench, nth, acknowledged, seeds, &tally);
    }
    return tally;
}

static void must_hold(struct bench *bench, uint64_t stride, uint64_t points)
{
    struct tally tally = cut_everywhere(bench, 3, stride * SPARSE);
    tear_down(bench);
    print_message("%d cut points, %d looks\n", (int)tally.points, (int)tally.looks);
    assert_int_equal(tally.outcomes[LOST], 0);
    assert_int_equal(tally.outcomes[DAMAGED], 0);
    assert_true(tally.points >= points / SPARSE);
}

// A cut of gestures is followed by one of each operation that takes the file back.
static uint64_t cut_recovery(struct bench *bench, uint64_t nth, struct tally *tally)
{
    uint64_t points = 0;
    size_t acknowledged;
    bool cut = true;
    while (cut) {
        run_until_cut(bench, nth, &acknowledged);
        faulty_disk_restore(bench->disk, SEED_ALL_SURVIVES);
        faulty_disk_forget(bench->disk);
        faulty_disk_plan(bench->disk, DISK_POWER_CUT, points + 1, true);
        open_seen(bench);
        cut = faulty_disk_has_struck(bench->disk);
        points += cut;
        faulty_disk_cut(bench->disk);
        close_store(bench);
        look_with_seeds(bench, nth, acknowledged, 3, tally);
    }
    return points;
}

static void a_cut_while_the_file_is_taken_back_does_no_harm(void **state)
{
    struct bench bench = set_up(*state, NULL);
    struct tally tally = {0};
    uint64_t points = 0;
    for (uint64_t nth = 20; nth < 160; nth += 25 * SPARSE)
        points += cut_recovery(&bench, nth, &tally);
    tear_down(&bench);
    print_message("%d cut points, %d looks\n", (int)points, (int)tally.looks);
    assert_int_equal(tally.outcomes[LOST], 0);
    assert_int_equal(tally.outcomes[DAMAGED], 0);
    assert_true(points >= 30 / SPARSE);
}

static void a_copy_that_was_made_outlives_a_cut(void **state)
{
    struct bench bench = set_up(*state, NULL);
    char copy[128];
    snprintf(copy, sizeof copy, "%s/copie.ctg", bench.temporary->folder);
    put_file_back(&bench);
    assert_true(open_seen(&bench));
    assert_int_equal(store_copy(bench.temporary->store, copy, NULL), STATUS_DONE);
    close_store(&bench);
    assert_true(faulty_disk_is_synchronised(bench.disk));
    faulty_disk_cut(bench.disk);
    faulty_disk_restore(bench.disk, SEED_NOTHING_SURVIVES);
    assert_true(file_is_whole(copy));
    assert_true(file_content(copy) == bench.contents[0]);
    tear_down(&bench);
}

static void a_new_file_is_synchronised_before_it_has_its_name(void **state)
{
    struct bench bench = set_up(*state, NULL);
    struct store_options options = bench.temporary->options;
    struct convention convention;
    char path[128];
    snprintf(path, sizeof path, "%s/autre.ctg", bench.temporary->folder);
    options.path = path;
    assert_int_equal(
        convention_load(CONVENTION_DEFAULT_NAME, &bench.temporary->arena, &convention, NULL),
        STATUS_DONE);
    assert_int_equal(store_create(&options, &convention, NULL), STATUS_DONE);
    assert_true(faulty_disk_is_synchronised(bench.disk));
    tear_down(&bench);
}

static void no_cut_takes_what_was_acknowledged(void **state)
{
    struct bench bench = set_up(*state, NULL);
    must_hold(&bench, 1, 100);
}

// Pages go to the file in the middle of a gesture.
static void nor_with_a_small_cache(void **state)
{
    struct bench bench = set_up(*state, "PRAGMA cache_size = 4; PRAGMA cache_spill = 1");
    must_hold(&bench, 4, 40);
}

// A presence, a vote, its undoing, and the closing with its seal: each whole or not at all. The
// copy that a closing makes first is not in question here.
static void nor_in_a_meeting_that_is_held_and_closed(void **state)
{
    struct temporary_store *temporary = *state;
    temporary->options.backup_folder = NULL;
    meeting_steps_prepare(temporary);
    struct bench bench =
        set_up_with(temporary, NULL, meeting_steps, sizeof meeting_steps / sizeof meeting_steps[0]);
    must_hold(&bench, 7, 40);
}

// SQLite's own default: the journal's end is not synchronised, and it comes back.
static void without_extra_the_last_gesture_is_lost(void **state)
{
    struct bench bench = set_up(*state, "PRAGMA synchronous = FULL");
    struct tally tally = cut_everywhere(&bench, 3, 7);
    tear_down(&bench);
    print_message("%d of %d lost\n", (int)tally.outcomes[LOST], (int)tally.looks);
    assert_true(tally.outcomes[LOST] > 0);
    assert_int_equal(tally.outcomes[DAMAGED], 0);
}

static void without_any_synchronisation_the_file_is_damaged(void **state)
{
    struct bench bench = set_up(*state, "PRAGMA synchronous = OFF");
    struct tally tally = cut_everywhere(&bench, 3, 7);
    tear_down(&bench);
    print_message("%d of %d damaged\n", (int)tally.outcomes[DAMAGED], (int)tally.looks);
    assert_true(tally.outcomes[DAMAGED] > 0);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(no_cut_takes_what_was_acknowledged),
        TEST(nor_with_a_small_cache),
        TEST(nor_in_a_meeting_that_is_held_and_closed),
        TEST(a_cut_while_the_file_is_taken_back_does_no_harm),
        TEST(a_copy_that_was_made_outlives_a_cut),
        TEST(a_new_file_is_synchronised_before_it_has_its_name),
        TEST(without_extra_the_last_gesture_is_lost),
        TEST(without_any_synchronisation_the_file_is_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
