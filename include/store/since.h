// SPDX-License-Identifier: GPL-3.0-or-later
// «Depuis la dernière séance»: what was decided, done, late, silent, owed by whom since the meeting
// that a committee held before a given one.
#ifndef GREFFE_STORE_SINCE_H
#define GREFFE_STORE_SINCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"
#include "text/date.h"

enum since_part {
    SINCE_DECIDED, // then, and since by any committee
    SINCE_DONE,    // tasks of the committee, and decisions executed
    SINCE_LATE,    // its open tasks whose day has gone by
    SINCE_SILENT,  // its other open tasks that nobody has begun
    SINCE_COUNT,
};

struct since_row {
    enum since_part part;
    int64_t id;         // the decision or task
    int64_t meeting;    // where it was recorded
    const char *number; // a decision's, a task's; NULL while it is provisional
    const char *text;
    const char *owners; // «Caf ; Ville», NULL for none
    const char *meeting_reference;
    struct date date; // decided, done, due
    bool decision;
};

struct since_owner {
    const char *name;
    int open, late;
};

struct since {
    int64_t last; // the committee's last meeting held before; 0 for none: then all of it
    const char *last_reference;
    struct date last_date;
    struct since_row *rows; // part after part
    size_t count;
    struct since_owner *owners; // those who owe most that is late first
    size_t owner_count;
    bool cut; // a part had more than SINCE_MOST rows
};

enum { SINCE_MOST = 200 };

// For the committee of `meeting`, up to its day, or today where that has gone by.
enum status since_load(struct store *store, int64_t meeting, struct arena *arena,
    struct since *since, struct problem *problem);

#endif
