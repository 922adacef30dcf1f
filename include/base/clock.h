// SPDX-License-Identifier: GPL-3.0-or-later
// What time it is. The program never asks the system directly: a replay stands still.
#ifndef GREFFE_BASE_CLOCK_H
#define GREFFE_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct clock {
    bool fixed;
    int64_t milliseconds; // since 1970, UTC; read only where `fixed`
};

// The wall clock as the people in the room read it (the process's time zone).
struct local_time {
    int year, month, day;     // month and day from 1
    int hour, minute, second; // 24 hours
};

enum { LOCAL_TIME_TEXT_SIZE = 64 };

// Milliseconds since 1970, UTC.
int64_t clock_now(const struct clock *clock);

struct local_time clock_local(const struct clock *clock);

struct local_time local_time_at(int64_t milliseconds);

// The opposite: milliseconds since 1970 of a local time, -1 for one that does not exist.
int64_t local_time_milliseconds(const struct local_time *local);

// `2026-03-12T14:05:09`, as the file keeps it; its first ten characters are the date, those from
// the twelfth the hour.
void local_time_text(const struct local_time *local, char text[LOCAL_TIME_TEXT_SIZE]);

// Reads `2026-03-12T14:05` (seconds optional, nothing behind). False if it is not a real moment.
bool local_time_read(const char *text, struct local_time *local);

#endif
