// SPDX-License-Identifier: GPL-3.0-or-later
// bench GREFFE BARE GENERATE: prints a table of times and sizes, each beside a yardstick measured
// in turn with it: a bare ncurses program on the same file, plain SQLite of the same durability,
// and other programs of the terminal where they are installed. Nothing here passes or fails:
// machines differ.
#include <stdio.h>
#include <string.h>

#include "bench_files.h"
#include "closing_bench.h"
#include "decision_bench.h"
#include "other_programs.h"
#include "report.h"
#include "terminal_bench.h"

enum {
    STARTS = 25,
    RUNS = 11,
    KEYS = 6,
    OTHER_RUNS = 7,
    ROUNDS = 10,
    ROUND_RUNS = 2,
    DECISIONS = 10,
    CLOSINGS = 15
};

static const double start_goal = 2.0;
static const double key_goal = 1.5;
static const double decision_goal = 1.5;
static const double large_goal = 1.2;
static const double closing_goal = 50; // milliseconds
static const double memory_goal = 12;  // megabytes

#define DECISION_LINE "!Le comité adopte l'ouverture de 24 places à Saint-Jacques"

static const char *const no_keys[] = {NULL};
// What the two files of a measure are called.
typedef const char *const file_names[2];
static file_names by_size = {"small", "large"};
static file_names by_meeting = {"empty", "full"};

static const char *const arrows[] = {"\033OB", "\033OB", "\033OA", "\033OA", NULL};
static const char *const back_and_forth[] = {"\033OB", "\033OA", NULL};
static const char *const letters[] = {"l", "e", " ", "c", "o", "m", NULL};
static const char *const to_agenda[] = {"\033[17~", NULL};
static const char *const to_axis[] = {"\r", "\177", NULL};
static const char *const to_tableau[] = {"\033", "T", NULL};
static const char *const to_decisions[] = {"D", "\177", NULL};
static const char *const to_tasks[] = {"t", "\177", NULL};
static const char *const to_meetings[] = {"s", "\177", NULL};
static const char *const to_history[] = {"H", "\177", NULL};
static const char *const decision_line[] = {DECISION_LINE, NULL};
static const char *const to_record[] = {"\r", DECISION_LINE, NULL};

// What is measured on a small file and on a large one, or in an empty meeting and in a full one.
struct measure {
    const char *what;
    file_names *names;
    enum bench_file files[2];
    const char *const *reach, *const *keys;
    bool every_other;
    int count, runs;
};

static const struct measure starts[] = {
    {"first screen, tableau", &by_size, {FILE_SMALL, FILE_LARGE}, NULL, no_keys, false, 0, STARTS},
    {"first screen, open meeting", &by_size, {FILE_SMALL_HELD, FILE_LARGE_HELD}, NULL, no_keys,
        false, 0, STARTS},
};

static const struct measure keys[] = {
    {"arrow, tableau", &by_size, {FILE_SMALL, FILE_LARGE}, NULL, arrows, false, KEYS, RUNS},
    {"letter, line of a meeting", &by_size, {FILE_SMALL_HELD, FILE_LARGE_HELD}, NULL, letters,
        false, KEYS, RUNS},
    {"opening an axis", &by_size, {FILE_SMALL, FILE_LARGE}, NULL, to_axis, true, KEYS, RUNS},
    {"opening the decisions", &by_size, {FILE_SMALL_HELD, FILE_LARGE_HELD}, to_tableau,
        to_decisions, true, KEYS, RUNS},
    {"opening the tasks", &by_size, {FILE_SMALL_HELD, FILE_LARGE_HELD}, to_tableau, to_tasks, true,
        KEYS, RUNS},
    {"opening the meetings", &by_size, {FILE_SMALL_HELD, FILE_LARGE_HELD}, to_tableau, to_meetings,
        true, KEYS, RUNS},
    {"opening the history", &by_size, {FILE_SMALL_HELD, FILE_LARGE_HELD}, to_tableau, to_history,
        true, KEYS, RUNS},
    {"letter, line of that meeting", &by_meeting, {FILE_EMPTY_MEETING, FILE_LARGE_MEETING}, NULL,
        letters, false, KEYS, RUNS},
    {"arrow, agenda of that meeting", &by_meeting, {FILE_EMPTY_MEETING, FILE_LARGE_MEETING},
        to_agenda, back_and_forth, false, KEYS, RUNS},
};

// On copies: it changes the file.
static const struct measure enter = {"Enter on a decision, to the repaint", &by_size,
    {FILE_SMALL_HELD, FILE_LARGE_HELD}, decision_line, to_record, true, KEYS, ROUND_RUNS};

struct bench {
    struct bench_files files;
    char *greffe, *bare;
    double memory[BENCH_FILE_COUNT], bare_memory;
};

// Of one measure, on its two files.
struct results {
    struct figures greffe[2], bare[2];
};

static void keep_largest(double *kept, double value)
{
    if (value > *kept)
        *kept = value;
}

// The program and the bare one take turns, on the small file and on the large one. Adds to
// `results`.
static bool run_measure(struct bench *bench, const struct measure *measure,
    char paths[2][BENCH_PATH_SIZE], struct results *results)
{
    bool seen = true;
    for (int run = 0; seen && run < measure->runs; run++)
        for (int size = 0; seen && size < 2; size++) {
            char *const greffe[] = {bench->greffe, paths[size], NULL};
            char *const bare[] = {bench->bare, paths[size], NULL};
            const struct scenario ours = {
                greffe, measure->reach, measure->keys, measure->every_other, measure->count};
            const struct scenario theirs = {bare, NULL, letters, false, measure->count};
            seen = scenario_run(&ours, &results->greffe[size]) &&
                   scenario_run(&theirs, &results->bare[size]);
        }
    for (int size = 0; size < 2; size++) {
        keep_largest(&bench->memory[measure->files[size]], results->greffe[size].memory);
        keep_largest(&bench->bare_memory, results->bare[size].memory);
    }
    if (!seen)
        printf("%-38s could not be measured\n", measure->what);
    return seen;
}

static bool run_on_files(
    struct bench *bench, const struct measure *measure, struct results *results)
{
    char paths[2][BENCH_PATH_SIZE];
    for (int size = 0; size < 2; size++)
        memcpy(paths[size], bench->files.paths[measure->files[size]], BENCH_PATH_SIZE);
    return run_measure(bench, measure, paths, results);
}

static void print_growth(
    const char *what, file_names *names, double large, double small, const char *unit)
{
    report_print(&(struct report_line){what, (*names)[1], large, unit,
        names == &by_size ? "the same, small" : "the same, empty", small, large_goal});
}

static void print_times(const char *what, file_names *names, const struct sample *greffe[2],
    const struct sample *bare[2], const char *yardstick, double goal)
{
    for (int size = 0; size < 2; size++)
        report_print(&(struct report_line){what, (*names)[size], sample_median(greffe[size]), "ms",
            yardstick, sample_median(bare[size]), goal});
    print_growth(what, names, sample_median(greffe[1]), sample_median(greffe[0]), "ms");
}

static void measure_starts(struct bench *bench)
{
    struct results results;
    report_head("From exec to the first complete screen");
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        memset(&results, 0, sizeof results);
        if (run_on_files(bench, &starts[i], &results))
            print_times(starts[i].what, starts[i].names,
                (const struct sample *[]){&results.greffe[0].start, &results.greffe[1].start},
                (const struct sample *[]){&results.bare[0].start, &results.bare[1].start},
                "bare ncurses, same file", start_goal);
    }
}

static void print_key(const struct measure *measure, const struct results *results)
{
    print_times(measure->what, measure->names,
        (const struct sample *[]){&results->greffe[0].key, &results->greffe[1].key},
        (const struct sample *[]){&results->bare[0].key, &results->bare[1].key},
        "bare ncurses, every cell", key_goal);
    for (int size = 0; size < 2; size++)
        report_print(&(struct report_line){"  bytes sent", (*measure->names)[size],
            sample_median(&results->greffe[size].bytes), "B", "bare ncurses, every cell",
            sample_median(&results->bare[size].bytes), 0});
}

static void measure_keys(struct bench *bench)
{
    struct results results;
    report_head("From a key to the complete repaint");
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        memset(&results, 0, sizeof results);
        if (run_on_files(bench, &keys[i], &results))
            print_key(&keys[i], &results);
    }
}

static bool measure_store(struct bench *bench, struct decision_costs costs[2])
{
    static const enum bench_file files[2] = {FILE_SMALL, FILE_LARGE_HELD};
    char ours[BENCH_PATH_SIZE];
    char plain[BENCH_PATH_SIZE];
    for (int size = 0; size < 2; size++)
        if (!bench_files_copy(&bench->files, files[size], "store.ctg", ours) ||
            !bench_files_copy(&bench->files, files[size], "plain.ctg", plain) ||
            !decision_bench(ours, plain, DECISIONS, &costs[size]))
            return false;
    return true;
}

static void print_store(const struct decision_costs costs[2])
{
    print_times("one decision, by the store", &by_size,
        (const struct sample *[]){&costs[0].recorded, &costs[1].recorded},
        (const struct sample *[]){&costs[0].plain, &costs[1].plain}, "same inserts, plain SQLite",
        decision_goal);
    print_times("  of which the processor's", &by_size,
        (const struct sample *[]){&costs[0].recorded_processor, &costs[1].recorded_processor},
        (const struct sample *[]){&costs[0].plain_processor, &costs[1].plain_processor},
        "same inserts, plain SQLite", 0);
}

// A person waits for the decision and for the screen: so does the yardstick.
static void print_enter(const struct results *results, const struct decision_costs costs[2])
{
    for (int size = 0; size < 2; size++)
        report_print(&(struct report_line){enter.what, by_size[size],
            sample_median(&results->greffe[size].key), "ms", "plain SQLite and a bare key",
            sample_median(&costs[size].plain) + sample_median(&results->bare[size].key), 0});
}

// The disk is not the same from one moment to the next: everything takes turns.
static void measure_decisions(struct bench *bench)
{
    static const char *const names[2] = {"enter-small.ctg", "enter-large.ctg"};
    char paths[2][BENCH_PATH_SIZE];
    struct decision_costs costs[2];
    struct results results;
    memset(costs, 0, sizeof costs);
    memset(&results, 0, sizeof results);
    report_head("One recorded decision (journal DELETE, synchronous EXTRA)");
    for (int size = 0; size < 2; size++)
        if (!bench_files_copy(&bench->files, enter.files[size], names[size], paths[size]))
            return;
    for (int round = 0; round < ROUNDS; round++)
        if (!measure_store(bench, costs) || !run_measure(bench, &enter, paths, &results))
            return;
    print_store(costs);
    print_enter(&results, costs);
}

static void print_closing(const char *what, const struct closing_costs *costs)
{
    double closed = sample_median(&costs->closed);
    report_print(&(struct report_line){what, "full", closed, "ms", "the goal", closing_goal, 1});
    report_print(&(struct report_line){
        what, "full", closed, "ms", "one plain durable commit", sample_median(&costs->plain), 0});
}

static void measure_closings(struct bench *bench)
{
    struct closing_costs costs[2];
    char path[BENCH_PATH_SIZE];
    memset(costs, 0, sizeof costs);
    report_head("A meeting closed and sealed: 60 people, 40 items, 600 records");
    for (int copied = 0; copied < 2; copied++)
        if (!bench_files_copy(&bench->files, FILE_SMALL, "closing.ctg", path) ||
            !closing_bench(path, copied ? bench->files.folder : NULL, CLOSINGS, &costs[copied]))
            return;
    print_closing("closed and sealed", &costs[0]);
    report_print(&(struct report_line){"  of which the processor's", "full",
        sample_median(&costs[0].closed_processor), "ms", NULL, 0, 0});
    print_closing("the same, the file copied before", &costs[1]);
    report_print(&(struct report_line){
        "its seal checked", "full", sample_median(&costs[0].checked), "ms", NULL, 0, 0});
}

static void print_memory(const struct bench *bench)
{
    double small = bench->memory[FILE_SMALL];
    double large = bench->memory[FILE_LARGE];
    keep_largest(&small, bench->memory[FILE_SMALL_HELD]);
    keep_largest(&large, bench->memory[FILE_LARGE_HELD]);
    report_head("Peak memory, over all of the above");
    report_print(
        &(struct report_line){"resident", "small", small, "MB", "the goal", memory_goal, 1});
    report_print(
        &(struct report_line){"resident", "large", large, "MB", "the goal", memory_goal, 1});
    print_growth("resident", &by_size, large, small, "MB");
    report_print(&(struct report_line){
        "resident", "large", large, "MB", "bare ncurses", bench->bare_memory, 0});
}

static void print_others(struct bench *bench)
{
    struct other_programs others;
    other_programs_measure(&others, bench->files.folder, OTHER_RUNS);
    printf("\nOther programs of the terminal, an arrow a key\n");
    for (int i = 0; i < OTHER_PROGRAMS; i++) {
        const struct figures *figures = &others.figures[i];
        if (figures->start.count == 0)
            printf("%-10s not installed, or it drew nothing\n", others.names[i]);
        else
            printf("%-10s first screen %7.2f ms, key %6.2f ms, %5.0f bytes a key, %5.1f MB\n",
                others.names[i], sample_median(&figures->start), sample_median(&figures->key),
                sample_median(&figures->bytes), figures->memory);
    }
}

int main(int count, char **arguments)
{
    struct bench bench = {0};
    if (count != 4) {
        fprintf(stderr, "usage: %s GREFFE BARE GENERATE\n", arguments[0]);
        return 2;
    }
    bench.greffe = arguments[1];
    bench.bare = arguments[2];
    bool made = bench_files_make(&bench.files, arguments[1], arguments[3]);
    if (made) {
        printf("Medians. Small: the embedded convention, alone or with %d decisions. Large: %d "
               "decisions, made in %.1f s.\n",
            HELD_DECISIONS, LARGE_DECISIONS, bench.files.milliseconds / 1e3);
        measure_starts(&bench);
        measure_keys(&bench);
        measure_decisions(&bench);
        measure_closings(&bench);
        print_memory(&bench);
        print_others(&bench);
    }
    bench_files_remove(&bench.files);
    return made ? 0 : 1;
}
