// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed of a dispatch: to whom, and when if it was not now («tous les membres le 10/03»).
#ifndef GREFFE_RULES_DISPATCH_LINE_H
#define GREFFE_RULES_DISPATCH_LINE_H

#include "base/arena.h"
#include "text/date.h"

struct dispatch_line {
    const char *recipients; // without the date; empty where nothing else was typed
    struct date day;        // DATE_NONE: now
};

// A date without a year is the latest one, today included. `recipients` is in the arena, NULL when
// memory ends.
struct dispatch_line dispatch_line_read(const char *line, struct date today, struct arena *arena);

#endif
