// SPDX-License-Identifier: GPL-3.0-or-later
// What a fallible call returns, and the sentence that goes with a failure.
//
// Every fallible function returns an `enum status` and takes, last, a `struct problem *` of its
// caller, or NULL when the sentence is of no use. The first problem is kept: a later one, met
// while cleaning up, never overwrites the cause.
#ifndef GREFFE_BASE_STATUS_H
#define GREFFE_BASE_STATUS_H

#include <stdbool.h>

// The values are the exit codes of the command line.
enum status {
    STATUS_DONE = 0,
    STATUS_REFUSED = 1,  // a rule, an unknown reference, nothing to undo
    STATUS_USAGE = 2,    // the words of the call
    STATUS_UNUSABLE = 3, // no usable file: missing, foreign, newer, damaged, bad INI
    STATUS_SYSTEM = 4,   // disk full, permission, locked, memory
};

enum { PROBLEM_SENTENCE_SIZE = 640 };

// No problem when zeroed.
struct problem {
    enum status status;
    char sentence[PROBLEM_SENTENCE_SIZE]; // French, one sentence, says what to do next
};

// Keeps `status` and the formatted sentence unless an earlier problem is kept already. Too long a
// sentence is cut between two characters. Returns `status`, so that a caller can
// `return problem_set(...)`.
enum status problem_set(struct problem *problem, enum status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// `problem_set` for an allocation that failed.
enum status problem_set_no_memory(struct problem *problem);

#endif
