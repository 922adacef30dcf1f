// SPDX-License-Identifier: GPL-3.0-or-later
// What closing and sealing a large meeting costs, in turn with one plain durable commit.
#ifndef GREFFE_TESTS_BENCH_CLOSING_BENCH_H
#define GREFFE_TESTS_BENCH_CLOSING_BENCH_H

#include <stdbool.h>

#include "sample.h"

struct closing_costs {
    struct sample closed; // milliseconds, the gesture whole: numbers, names, seal, journal, commit
    struct sample closed_processor; // what of it is not the disk
    struct sample checked;          // the seal computed again
    struct sample plain;            // one small durable commit of plain SQLite, on the same file
};

// Makes a large meeting (large_meeting.h) in the file at `path`, which has no open one, and closes
// it `runs` times, with a reopening between. With a copy into `backup_folder` before each closing,
// without one where it is NULL. Adds to `costs`. False with a line on stderr.
bool closing_bench(
    const char *path, const char *backup_folder, int runs, struct closing_costs *costs);

#endif
