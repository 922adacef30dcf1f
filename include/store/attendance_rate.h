// SPDX-License-Identifier: GPL-3.0-or-later
// How often each member of a committee was there, over the meetings that were held.
#ifndef GREFFE_STORE_ATTENDANCE_RATE_H
#define GREFFE_STORE_ATTENDANCE_RATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"
#include "text/date.h"

struct attendance_rate {
    int64_t person;
    const char *civility, *name, *function; // as they are now; all but the name may be NULL
    const char *organisation_code;          // NULL for none
    bool substitute;                        // in the latest of these meetings
    int meetings;                           // at which somebody was expected: the sum of the next
    int present, represented, excused, absent, unknown; // by video is present
    struct date since;                                  // first day of the first mandate, or none
    struct date last_present;                           // DATE_NONE: never
};

struct attendance_rates {
    struct attendance_rate *rates; // in the order of the list of members
    size_t count;
    int meetings;   // that were held
    int first_year; // of the committee's first meeting that was held; 0: none was
};

// `year` 0: all meetings. A meeting counts for somebody from the first day of a mandate to its last
// one; for a substitute only where the principal stayed away. Guests are left out. Texts are in
// `arena`.
enum status attendance_rates_load(struct store *store, int64_t committee, int year,
    struct arena *arena, struct attendance_rates *rates, struct problem *problem);

#endif
