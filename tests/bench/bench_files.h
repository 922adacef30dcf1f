// SPDX-License-Identifier: GPL-3.0-or-later
// The files that the bench measures on, in a folder of their own.
#ifndef GREFFE_TESTS_BENCH_BENCH_FILES_H
#define GREFFE_TESTS_BENCH_BENCH_FILES_H

#include <stdbool.h>

enum bench_file {
    FILE_SMALL,         // the embedded convention, as `greffe creer` makes it
    FILE_SMALL_HELD,    // with a closed meeting and an open one
    FILE_LARGE,         // 10,000 decisions, every meeting closed
    FILE_LARGE_HELD,    // 10,000 decisions, the last meeting open
    FILE_EMPTY_MEETING, // an open meeting of which nothing is recorded
    FILE_LARGE_MEETING, // one of 60 people, 40 items and 600 records
    BENCH_FILE_COUNT,
};

enum { LARGE_DECISIONS = 10000, HELD_DECISIONS = 24, BENCH_PATH_SIZE = 256 };

struct bench_files {
    char folder[BENCH_PATH_SIZE];
    char paths[BENCH_FILE_COUNT][BENCH_PATH_SIZE];
    double milliseconds; // that the large file took to make
};

// Makes the folder, points HOME and the XDG folders there, and makes the files with the two
// programs. False with a line on stderr; the folder is there all the same and is to be removed.
bool bench_files_make(struct bench_files *files, char *greffe, char *generate);

void bench_files_remove(const struct bench_files *files);

// Makes `folder`/NAME a copy of one of the files; its path in `path`.
bool bench_files_copy(const struct bench_files *files, enum bench_file file, const char *name,
    char path[BENCH_PATH_SIZE]);

// Runs a program without its output; whether it ended with 0.
bool run_quietly(char *const arguments[]);

#endif
