// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that is thrown away, and programs that a test runs to their end.
#ifndef GREFFE_TESTS_TERMINAL_SCRATCH_H
#define GREFFE_TESTS_TERMINAL_SCRATCH_H

#include <stdbool.h>

enum { SCRATCH_PATH_SIZE = 64 };

// Makes a folder and writes its path.
bool scratch_make(char path[SCRATCH_PATH_SIZE]);

// Removes it with what it holds: 0, or -1 as a teardown returns it.
int scratch_remove(const char *path);

// Runs `arguments[0]` (searched in PATH) without a terminal, nothing to read, its output into the
// file `output` (or nowhere): its exit code, -1 when it had none.
int scratch_run(char *const arguments[], const char *output);

#endif
