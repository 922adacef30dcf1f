// SPDX-License-Identifier: GPL-3.0-or-later
// A program on a pseudo-terminal, timed from outside: what it sends, and when it stops sending.
#ifndef GREFFE_TESTS_BENCH_TERMINAL_RUN_H
#define GREFFE_TESTS_BENCH_TERMINAL_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct terminal_run {
    pid_t process;
    int master;
};

// How long a burst of output took and how large it was. The burst is over when nothing has come
// for QUIET_MILLISECONDS; the time is that of its last byte.
enum { QUIET_MILLISECONDS = 40 };
struct burst {
    double milliseconds;
    size_t bytes;
};

// Starts `arguments` (NULL-terminated, found in PATH) on a terminal of that size; the time of the
// burst counts from just before the process is made. False when it could not start or sent nothing.
bool terminal_start(
    struct terminal_run *run, char *const arguments[], int rows, int columns, struct burst *burst);

// Sends keys and times the answer.
bool terminal_send(struct terminal_run *run, const char *keys, struct burst *burst);

// Largest resident memory so far, in kilobytes; 0 when unknown.
long terminal_peak_memory(const struct terminal_run *run);

// Ends the process (SIGTERM, then SIGKILL after a second) and waits for it.
void terminal_stop(struct terminal_run *run);

#endif
