// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are given once: they stand outside the journaled tables, so undoing a gesture does
// not give one back. A gesture that is cancelled never gave its numbers.
#ifndef GREFFE_STORE_COUNTER_H
#define GREFFE_STORE_COUNTER_H

#include "base/status.h"
#include "store/gesture.h"

// The next number, from 1, of the counter `name` in `year`.
enum status counter_next(
    struct gesture *gesture, const char *name, int year, int *number, struct problem *problem);

// The last number given, 0 before the first. It promises nothing: another window may take the next.
enum status counter_last(
    struct store *store, const char *name, int year, int *number, struct problem *problem);

#endif
