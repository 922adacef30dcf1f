// SPDX-License-Identifier: GPL-3.0-or-later
// The minutes of an agenda: what is planned up to each item, and where it overruns.
#ifndef GREFFE_RULES_AGENDA_TIME_H
#define GREFFE_RULES_AGENDA_TIME_H

#include <stdbool.h>
#include <stddef.h>

enum { AGENDA_NO_OVERRUN = -1 };

// The minutes between two hours (`14:00`), 0 where one is missing or none are between them.
int agenda_minutes_between(const char *starts, const char *ends);

// `totals[i]` becomes the sum of the minutes up to item i, itself included. Returns the first item
// whose total is above `allowed`, AGENDA_NO_OVERRUN without one and where nothing (0) is allowed.
int agenda_running_totals(const int *minutes, size_t count, int allowed, int *totals);

// Two hours as typed, `14h-16h30`, `14:00 à 16:30`, `14h`: each becomes `14:00`, or empty when it
// is not said. False for what is no hour, and for an end that is not after the beginning.
enum { AGENDA_HOUR_SIZE = 16 };
bool agenda_read_hours(
    const char *text, char starts[AGENDA_HOUR_SIZE], char ends[AGENDA_HOUR_SIZE]);

#endif
