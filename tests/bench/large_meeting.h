// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting as large as they get, made through the store's own gestures, and an empty one.
#ifndef GREFFE_TESTS_BENCH_LARGE_MEETING_H
#define GREFFE_TESTS_BENCH_LARGE_MEETING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/store.h"

enum { LARGE_PEOPLE = 60, LARGE_ITEMS = 40, LARGE_RECORDS = 600, EMPTY_ITEMS = 2 };

// Prepared and opened today: everybody is expected, half of the items are links to the plan, and on
// each item as many lines of every kind are recorded.
enum status large_meeting_make(struct store *store, int64_t *meeting, struct problem *problem);

// In the file at `path`, which has no open meeting: a large one, or one with two items on which
// nothing was recorded and where nobody is expected. False with a line on stderr.
bool large_meeting_make_in(const char *path);
bool empty_meeting_make_in(const char *path);

#endif
