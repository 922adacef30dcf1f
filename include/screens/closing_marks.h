// SPDX-License-Identifier: GPL-3.0-or-later
// What a meeting about to be closed lacks and the file cannot know: votes that this window marked
// by name and has not kept, which closing would leave out.
#ifndef GREFFE_SCREENS_CLOSING_MARKS_H
#define GREFFE_SCREENS_CLOSING_MARKS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "screens/desk.h"
#include "store/closing_gap.h"

// Adds to what each decision, or item, of the meeting lacks that it has such marks; those that
// lacked nothing come behind the others.
enum status closing_marks_add(const struct desk *desk, int64_t meeting, struct arena *arena,
    struct closing_gaps *gaps, struct problem *problem);

#endif
