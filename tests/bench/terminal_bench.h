// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for on a terminal: a program is started again and again, brought to a
// screen, and given keys one after the other.
#ifndef GREFFE_TESTS_BENCH_TERMINAL_BENCH_H
#define GREFFE_TESTS_BENCH_TERMINAL_BENCH_H

#include <stdbool.h>

#include "sample.h"

struct scenario {
    char *const *arguments;   // NULL-terminated
    const char *const *reach; // keys that bring to the screen, one burst each; NULL-terminated
    const char *const *keys;  // in turn; NULL-terminated
    bool every_other;         // only the first of two keys counts: the second goes back
    int count;                // keys a run
};

struct figures {
    struct sample start, key, bytes; // milliseconds, milliseconds, bytes a key
    double memory;                   // largest resident megabytes
};

// One run, added to `figures`. False when the program did not start, drew nothing, or fell silent
// at a key.
bool scenario_run(const struct scenario *scenario, struct figures *figures);

#endif
