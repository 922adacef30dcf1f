// SPDX-License-Identifier: GPL-3.0-or-later
// What one recorded decision costs, in turn with the same inserts in plain SQLite of the same
// durability (DELETE, EXTRA), on two copies of one file.
#ifndef GREFFE_TESTS_BENCH_DECISION_BENCH_H
#define GREFFE_TESTS_BENCH_DECISION_BENCH_H

#include <stdbool.h>

#include "sample.h"

struct decision_costs {
    struct sample recorded;                            // milliseconds a decision, through the store
    struct sample plain;                               // the same rows, in plain SQLite
    struct sample recorded_processor, plain_processor; // what of it is not the disk
};

// `file` and `copy` are two copies of one file that has a meeting which is not closed, or none:
// then one is prepared and opened. Adds to `costs`. False with a line on stderr when something
// failed.
bool decision_bench(const char *file, const char *copy, int runs, struct decision_costs *costs);

#endif
