// SPDX-License-Identifier: GPL-3.0-or-later
// Every call of the store that touches the file meets a failure of the disk or of SQLite's memory
// at its Nth operation, once and for ever. It never says that it is done when it is not; what it
// says is a sentence; the file is whole and holds what it held before or what it holds after;
// nothing is left of what could not be made; and where the trouble is over, the same store goes on.
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "faulty_disk.h"
#include "faulty_memory.h"
#include "file_content.h"
#include "intake/convention_ini.h"
#include "meeting_steps.h"
#include "store/creation.h"
#include "store/file_check.h"
#include "store/journal.h"
#include "store/statement.h"
#include "store/store_open.h"
#include "store/undo.h"
#include "temporary_store.h"

// The last operations are those of the commit: none of them is left out.
enum { FILE_SIZE_MAX = 4 * 1024 * 1024, LAST_POINTS = 6 };

// What the sanitizers look for stands at every second point as well, and they take their time.
#ifdef __SANITIZE_ADDRESS__
enum { SPARSE = 2 };
#else
enum { SPARSE = 1 };
#endif

struct bench {
    struct temporary_store *temporary;
    struct faulty_disk *disk;
    struct convention convention;
    unsigned char *file; // with one gesture to undo and one to do again
    size_t file_size;
    size_t entries;  // of the folder
    char other[128]; // where a new file goes
};

static enum status create(struct bench *bench, struct problem *problem)
{
    struct store_options options = bench->temporary->options;
    options.path = bench->other;
    return store_create(&options, &bench->convention, problem);
}

static enum status open_store(struct bench *bench, struct problem *problem)
{
    return store_open(&bench->temporary->store, &bench->temporary->options, problem);
}

static enum status change(struct bench *bench, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct statement statement;
    enum status status = gesture_begin(bench->temporary->store, &gesture, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, bench->temporary->store,
        "UPDATE action SET description = printf('%.*c', 9000, 'x') WHERE code = ?");
    statement_bind_text(&statement, "6.1");
    status = statement_run(&statement, problem);
    if (status == STATUS_DONE)
        return gesture_commit(gesture, problem, "action décrite");
    gesture_cancel(gesture);
    return status;
}

typedef enum status next_step(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem);
typedef enum status walk_step(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem);

static enum status walk(
    struct bench *bench, next_step *next, walk_step *go, struct problem *problem)
{
    struct arena arena = {0};
    struct journal_entry entry;
    const char *sentence;
    bool found = false;
    enum status status = next(bench->temporary->store, &arena, &entry, &found, problem);
    if (status == STATUS_DONE) {
        assert_true(found);
        status = go(bench->temporary->store, entry.id, &arena, &sentence, problem);
    }
    arena_clear(&arena);
    return status;
}

static enum status undo(struct bench *bench, struct problem *problem)
{
    return walk(bench, journal_next_undo, journal_undo, problem);
}

static enum status redo(struct bench *bench, struct problem *problem)
{
    return walk(bench, journal_next_redo, journal_redo, problem);
}

static enum status copy(struct bench *bench, struct problem *problem)
{
    return store_copy(bench->temporary->store, bench->other, problem);
}

static enum status attend(struct bench *bench, struct problem *problem)
{
    return step_attendance(bench->temporary->store, problem);
}

static enum status vote(struct bench *bench, struct problem *problem)
{
    return step_ballot(bench->temporary->store, problem);
}

static enum status close_and_seal(struct bench *bench, struct problem *problem)
{
    return step_close(bench->temporary->store, problem);
}

struct call {
    const char *name;
    enum status (*run)(struct bench *bench, struct problem *problem);
    bool on_store; // an open one
    bool new_file; // `other` appears
    bool unknown;  // the file was not seen here before
    bool copies;   // a copy of the file goes into the backup folder first
    bool makes_id; // of a row: another one at the second time
};

static const struct call calls[] = {
    {.name = "create", .run = create, .new_file = true},
    {.name = "open a file that is known", .run = open_store},
    {.name = "open a file from elsewhere", .run = open_store, .unknown = true},
    {.name = "gesture", .run = change, .on_store = true},
    {.name = "undo", .run = undo, .on_store = true},
    {.name = "redo", .run = redo, .on_store = true},
    {.name = "attendance", .run = attend, .on_store = true},
    {.name = "ballot", .run = vote, .on_store = true},
    {.name = "closing", .run = close_and_seal, .on_store = true, .copies = true, .makes_id = true},
    {.name = "copy", .run = copy, .on_store = true, .new_file = true},
};

struct trouble {
    const char *name;
    bool memory;
    enum disk_trouble disk;
    uint64_t most; // points that are tried of one call, unless $GREFFE_EVERY_FAULT is set
};

static const struct trouble failing_disk = {"disk", false, DISK_ERROR, 24};
static const struct trouble full_disk = {"full disk", false, DISK_FULL, 14};
static const struct trouble no_memory = {"memory", true, 0, 8};

static void plan(struct bench *bench, const struct trouble *trouble, uint64_t nth, bool for_ever)
{
    if (trouble->memory)
        faulty_memory_plan(nth, for_ever);
    else
        faulty_disk_plan(bench->disk, trouble->disk, nth, for_ever);
}

static void calm(struct bench *bench)
{
    faulty_memory_calm();
    faulty_disk_calm(bench->disk);
}

static bool has_struck(const struct bench *bench, const struct trouble *trouble)
{
    return trouble->memory ? faulty_memory_has_struck() : faulty_disk_has_struck(bench->disk);
}

static uint64_t count(const struct bench *bench, const struct trouble *trouble)
{
    return trouble->memory ? faulty_memory_allocations() : faulty_disk_operations(bench->disk);
}

static void close_store(struct bench *bench)
{
    store_destroy(bench->temporary->store);
    bench->temporary->store = NULL;
}

static size_t count_entries(const char *folder)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    assert_true(count > 0);
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    return (size_t)count;
}

static void empty_backups(const struct bench *bench)
{
    struct dirent **entries = NULL;
    int count = scandir(bench->temporary->backups, &entries, NULL, alphasort);
    assert_true(count >= 2); // itself, and the one above
    for (int i = 0; i < count; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", bench->temporary->backups, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.')
            assert_int_equal(unlink(path), 0);
        free(entries[i]);
    }
    free(entries);
}

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
    FILE *file = fopen(bench->temporary->path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bench->file, 1, bench->file_size, file), bench->file_size);
    fclose(file);
    unlink(bench->other);
}

static void rename_axis(struct temporary_store *temporary, const char *sql)
{
    struct gesture *gesture = gesture_must_begin(temporary->store);
    struct statement statement;
    statement_open(&statement, temporary->store, sql);
    assert_int_equal(statement_run(&statement, NULL), STATUS_DONE);
    gesture_must_commit(gesture, "axe renommé");
}

static struct bench set_up(struct temporary_store *temporary)
{
    struct bench bench = {.temporary = temporary};
    assert_int_equal(
        convention_load(CONVENTION_DEFAULT_NAME, &temporary->arena, &bench.convention, NULL),
        STATUS_DONE);
    snprintf(bench.other, sizeof bench.other, "%s/autre.ctg", temporary->folder);
    meeting_steps_prepare(temporary);
    rename_axis(temporary, "UPDATE axis SET label = 'x' WHERE number = 6");
    rename_axis(temporary, "UPDATE axis SET label = 'y' WHERE number = 9");
    assert_int_equal(undo(&bench, NULL), STATUS_DONE);
    close_store(&bench);
    assert_int_equal(mkdir(temporary->backups, 0700), 0);
    keep_file(&bench);
    bench.entries = count_entries(bench.temporary->folder);
    bench.disk = faulty_disk_create();
    return bench;
}

static void tear_down(struct bench *bench)
{
    faulty_disk_destroy(bench->disk);
    free(bench->file);
}

struct case_ {
    const struct call *call;
    const struct trouble *trouble;
    uint64_t nth;
    bool for_ever;
    uint64_t before, after; // what the file holds; of `other`, where a new file is made
    uint64_t data;          // the same after, without the journal, whose ids go on
};

static void blame(const struct case_ *one, const char *what)
{
    fail_msg("%s, %s %d%s: %s", one->call->name, one->trouble->name, (int)one->nth,
        one->for_ever ? " and on" : "", what);
}

static void must(const struct case_ *one, bool holds, const char *what)
{
    if (!holds)
        blame(one, what);
}

static void prepare(struct bench *bench, const struct call *call)
{
    close_store(bench);
    put_file_back(bench);
    empty_backups(bench);
    faulty_disk_forget(bench->disk);
    bench->temporary->options.state_folder = call->unknown ? NULL : bench->temporary->state;
    if (!call->unknown)
        file_remember(bench->temporary->state, bench->temporary->path);
    if (call->on_store)
        assert_int_equal(open_store(bench, NULL), STATUS_DONE);
}

static enum status run_troubled(
    struct bench *bench, const struct case_ *one, struct problem *problem)
{
    prepare(bench, one->call);
    plan(bench, one->trouble, one->nth, one->for_ever);
    enum status status = one->call->run(bench, problem);
    calm(bench);
    return status;
}

static void check_sentence(
    const struct case_ *one, enum status status, const struct problem *problem)
{
    if (status == STATUS_DONE) {
        must(one, problem->status == STATUS_DONE, problem->sentence);
        return;
    }
    if (status != STATUS_SYSTEM)
        blame(one, problem->sentence);
    must(one, problem->status == status && *problem->sentence != '\0', "no sentence");
}

static void check_new_file(const struct bench *bench, const struct case_ *one, enum status status)
{
    bool made = access(bench->other, F_OK) == 0;
    must(one, made == (status == STATUS_DONE), made ? "a file is left" : "no file was made");
    must(one, count_entries(bench->temporary->folder) == bench->entries + made,
        "something is left in the folder");
    if (made) {
        must(one, file_is_whole(bench->other), "the new file is damaged");
        must(one, file_content(bench->other) == one->after, "the new file is another");
    }
}

// A copy that could not be made is not there; one that was may outlive what failed after it.
static void check_copy(struct bench *bench, const struct case_ *one, enum status status)
{
    enum { NO_FILE = 2 };
    size_t copies = count_entries(bench->temporary->backups) - NO_FILE;
    must(one, copies <= 1 && (status != STATUS_DONE || copies == 1), "the copies are not one");
    empty_backups(bench);
}

// Where the trouble is over, the same store goes on.
static void check_again(struct bench *bench, const struct case_ *one)
{
    struct problem problem = {0};
    const char *path = one->call->new_file ? bench->other : bench->temporary->path;
    if (!one->call->new_file && file_content(path) == one->after)
        return;
    if (one->call->run(bench, &problem) != STATUS_DONE)
        blame(one, problem.sentence);
    bool same =
        one->call->makes_id ? file_content(path) != one->before : file_data(path) == one->data;
    must(one, same, "it is not done at the second time");
}

static void check_content(struct bench *bench, const struct case_ *one, enum status status)
{
    uint64_t content = file_content(bench->temporary->path);
    must(one, content == one->before || content == one->after, "the file holds something else");
    must(one, status != STATUS_DONE || content == one->after, "it is not done");
}

static void check_file(struct bench *bench, const struct case_ *one)
{
    close_store(bench);
    must(one, file_is_whole(bench->temporary->path), "the file is damaged");
    unlink(bench->other);
    must(one, count_entries(bench->temporary->folder) == bench->entries,
        "something is left in the folder");
}

// False when nothing failed.
static bool fail_once(struct bench *bench, const struct case_ *one)
{
    struct problem problem = {0};
    enum status status = run_troubled(bench, one, &problem);
    check_sentence(one, status, &problem);
    if (one->call->new_file)
        check_new_file(bench, one, status);
    else if (one->call->run == open_store)
        must(one, (bench->temporary->store != NULL) == (status == STATUS_DONE), "a store is left");
    if (!one->call->new_file)
        check_content(bench, one, status);
    if (one->call->copies)
        check_copy(bench, one, status);
    if (status != STATUS_DONE && (one->call->on_store || one->call->new_file))
        check_again(bench, one);
    check_file(bench, one);
    return has_struck(bench, one->trouble);
}

// Undisturbed: what there is to see after, and how many operations it takes.
static uint64_t measure(struct bench *bench, struct case_ *one)
{
    struct problem problem = {0};
    one->before = file_content(bench->temporary->path);
    one->nth = UINT64_MAX;
    if (run_troubled(bench, one, &problem) != STATUS_DONE)
        blame(one, problem.sentence);
    const char *path = one->call->new_file ? bench->other : bench->temporary->path;
    one->after = file_content(path);
    one->data = file_data(path);
    must(one, one->call->new_file || one->call->run == open_store || one->after != one->before,
        "it does nothing");
    return count(bench, one->trouble);
}

static uint64_t next_point(uint64_t nth, uint64_t stride, uint64_t operations)
{
    uint64_t last = operations > LAST_POINTS ? operations - LAST_POINTS : 0;
    if (nth >= last)
        return nth + 1;
    return nth + stride < last ? nth + stride : last;
}

static uint64_t fail_everywhere(
    struct bench *bench, const struct call *call, const struct trouble *trouble, bool for_ever)
{
    struct case_ one = {.call = call, .trouble = trouble, .for_ever = for_ever};
    put_file_back(bench);
    uint64_t operations = measure(bench, &one);
    uint64_t most = trouble->most / SPARSE;
    bool every = operations <= most || getenv("GREFFE_EVERY_FAULT") != NULL;
    uint64_t stride = every ? 1 : (operations + most - 1) / most;
    uint64_t points = 0;
    bool struck = true;
    for (one.nth = 1; struck; one.nth = next_point(one.nth, stride, operations)) {
        struck = fail_once(bench, &one);
        points += struck;
    }
    print_message("%s, %s%s: %d points of %d\n", call->name, trouble->name,
        for_ever ? " and on" : "", (int)points, (int)operations);
    return points;
}

static void meet(struct temporary_store *temporary, const struct trouble *trouble, uint64_t least)
{
    struct bench bench = set_up(temporary);
    uint64_t points = 0;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        for (int for_ever = 0; for_ever < 2; for_ever++)
            points += fail_everywhere(&bench, &calls[i], trouble, for_ever != 0);
    tear_down(&bench);
    assert_true(points >= least / SPARSE);
}

static void a_disk_that_fails(void **state)
{
    meet(*state, &failing_disk, 400);
}

static void a_disk_that_is_full(void **state)
{
    meet(*state, &full_disk, 180);
}

static void memory_that_ends(void **state)
{
    meet(*state, &no_memory, 200);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, temporary_store_setup, temporary_store_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_disk_that_fails),
        TEST(a_disk_that_is_full),
        TEST(memory_that_ends),
    };
    faulty_memory_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
