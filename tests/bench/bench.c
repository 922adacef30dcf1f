// SPDX-License-Identifier: GPL-3.0-or-later
// bench GREFFE BARE GENERATE: prints a table of times and sizes, each beside a yardstick measured
// in turn with it: a bare ncurses program on the same file, plain SQLite, and other programs of
// the terminal where they are installed. Nothing here passes or fails: machines differ.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "decision_bench.h"
#include "sample.h"
#include "terminal_run.h"

enum { RUNS = 15, KEYS = 40, DECISIONS = 100, LARGE = 10000, ROWS = 24, COLUMNS = 80 };

// What one program does on a terminal.
struct figures {
    struct sample start, key, bytes;
    long memory; // kilobytes, largest
};

// Starts, presses keys one after the other, stops; adds what it saw.
static bool observe(char *const arguments[], const char *const keys[2], struct figures *figures)
{
    struct terminal_run run;
    struct burst burst;
    bool seen = terminal_start(&run, arguments, ROWS, COLUMNS, &burst);
    if (run.process <= 0)
        return false;
    if (seen)
        sample_add(&figures->start, burst.milliseconds);
    for (int i = 0; seen && i < KEYS / RUNS + 1; i++) {
        if (!terminal_send(&run, keys[i % 2], &burst))
            break;
        sample_add(&figures->key, burst.milliseconds);
        sample_add(&figures->bytes, (double)burst.bytes);
    }
    long memory = terminal_peak_memory(&run);
    if (memory > figures->memory)
        figures->memory = memory;
    terminal_stop(&run);
    return seen;
}

static bool run_quietly(char *const arguments[])
{
    int status = 0;
    pid_t process = fork();
    if (process == 0) {
        execvp(arguments[0], arguments);
        _exit(127);
    }
    return process > 0 && waitpid(process, &status, 0) == process && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

static void print_ratio(const char *what, double value, double yardstick, const char *unit,
    const char *beside, double goal)
{
    printf("%-34s %9.2f %-3s  %-28s %9.2f %-3s", what, value, unit, beside, yardstick, unit);
    if (yardstick > 0)
        printf("  %5.2fx", value / yardstick);
    if (goal > 0)
        printf("  (goal %.1fx)", goal);
    printf("\n");
}

static void print_terminal(const char *file, const struct figures *greffe,
    const struct figures *bare, const struct figures *small)
{
    char what[64];
    snprintf(what, sizeof what, "first screen, %s", file);
    print_ratio(what, sample_median(&greffe->start), sample_median(&bare->start), "ms",
        "bare ncurses, same file", 2.0);
    snprintf(what, sizeof what, "one key, %s", file);
    print_ratio(what, sample_median(&greffe->key), sample_median(&bare->key), "ms",
        "bare ncurses, every cell", 1.5);
    snprintf(what, sizeof what, "bytes sent per key, %s", file);
    print_ratio(what, sample_median(&greffe->bytes), sample_median(&bare->bytes), "B",
        "bare ncurses, every cell", 0);
    snprintf(what, sizeof what, "peak memory, %s", file);
    print_ratio(
        what, (double)greffe->memory / 1024, (double)bare->memory / 1024, "MB", "bare ncurses", 0);
    if (small == NULL)
        return;
    print_ratio("first screen, large / small", sample_median(&greffe->start),
        sample_median(&small->start), "ms", "greffe, small file", 1.2);
    print_ratio("one key, large / small", sample_median(&greffe->key), sample_median(&small->key),
        "ms", "greffe, small file", 1.2);
    print_ratio("peak memory, large / small", (double)greffe->memory / 1024,
        (double)small->memory / 1024, "MB", "greffe, small file", 1.2);
}

static void print_others(const char *text)
{
    static const char *const arrows[2] = {"\033OB", "\033OA"};
    char *const programs[][4] = {
        {(char[]){"nano"}, (char[4096]){0}, NULL},
        {(char[]){"tig"}, NULL},
        {(char[]){"calcurse"}, (char[]){"-D"}, (char[4096]){0}, NULL},
    };
    snprintf(programs[0][1], 4096, "%s", text);
    snprintf(programs[2][2], 4096, "%s.calcurse", text);
    for (size_t i = 0; i < sizeof programs / sizeof programs[0]; i++) {
        struct figures figures = {0};
        for (int run = 0; run < RUNS / 3; run++)
            if (!observe(programs[i], arrows, &figures))
                break;
        if (figures.start.count > 0)
            printf("%-34s first screen %7.2f ms, one key %6.2f ms, %5.0f B per key, %5.1f MB\n",
                programs[i][0], sample_median(&figures.start), sample_median(&figures.key),
                sample_median(&figures.bytes), (double)figures.memory / 1024);
        else
            printf("%-34s not installed, or it drew nothing\n", programs[i][0]);
    }
}

// Runs of the program and of the bare one, in turn, on one file.
static bool observe_both(
    char *greffe, char *bare, char *file, struct figures *ours, struct figures *theirs)
{
    static const char *const arrows[2] = {"\033OB", "\033OA"};
    static const char *const letters[2] = {"a", "b"};
    char *const ours_arguments[] = {greffe, file, NULL};
    char *const bare_arguments[] = {bare, file, NULL};
    bool seen = true;
    for (int run = 0; seen && run < RUNS; run++)
        seen = observe(ours_arguments, arrows, ours) && observe(bare_arguments, letters, theirs);
    return seen;
}

static void print_decisions(const char *name, const char *file, const char *copy)
{
    struct decision_costs costs = {0};
    char what[64];
    if (!decision_bench(file, copy, DECISIONS, &costs))
        return;
    snprintf(what, sizeof what, "one recorded decision, %s", name);
    print_ratio(what, sample_median(&costs.recorded), sample_median(&costs.plain), "ms",
        "same inserts, plain SQLite", 1.5);
}

static bool make_files(char *greffe, char *generate, char *small, char *large)
{
    char count[16];
    snprintf(count, sizeof count, "%d", LARGE);
    char *const create[] = {greffe, (char[]){"creer"}, small, NULL};
    char *const fill[] = {generate, large, count, NULL};
    return run_quietly(create) && run_quietly(fill);
}

static void keep_to_folder(const char *folder)
{
    setenv("HOME", folder, 1);
    setenv("XDG_CONFIG_HOME", folder, 1);
    setenv("XDG_DATA_HOME", folder, 1);
    setenv("XDG_STATE_HOME", folder, 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("GREFFE_FICHIER");
}

static int bench(char *greffe, char *bare, char *generate, const char *folder)
{
    char small[4096], large[4096], copy[4096];
    struct figures small_ours = {0}, small_bare = {0}, large_ours = {0}, large_bare = {0};
    snprintf(small, sizeof small, "%s/small.ctg", folder);
    snprintf(large, sizeof large, "%s/large.ctg", folder);
    snprintf(copy, sizeof copy, "%s/copy.ctg", folder);
    keep_to_folder(folder);
    if (!make_files(greffe, generate, small, large) ||
        !observe_both(greffe, bare, small, &small_ours, &small_bare) ||
        !observe_both(greffe, bare, large, &large_ours, &large_bare)) {
        fprintf(stderr, "bench: the program could not be run\n");
        return 1;
    }
    printf("small: the embedded convention; large: %d decisions. Medians.\n\n", LARGE);
    print_terminal("small", &small_ours, &small_bare, NULL);
    print_terminal("large", &large_ours, &large_bare, &small_ours);
    print_decisions("small", small, copy);
    print_decisions("large", large, copy);
    printf("\nOther programs of the terminal:\n");
    print_others(small);
    return 0;
}

int main(int count, char **arguments)
{
    char folder[] = "/tmp/greffe-bench-XXXXXX";
    if (count != 4 || mkdtemp(folder) == NULL) {
        fprintf(stderr, "usage: %s GREFFE BARE GENERATE\n", arguments[0]);
        return 2;
    }
    int status = bench(arguments[1], arguments[2], arguments[3], folder);
    char *const sweep[] = {(char[]){"rm"}, (char[]){"-rf"}, folder, NULL};
    run_quietly(sweep);
    return status;
}
