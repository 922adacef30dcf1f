// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/dispatch_line.h"

#include <string.h>

#include "text/french_date.h"

enum { DAYS_OF_A_YEAR = 365 };

static size_t trimmed(const char *text, size_t length)
{
    while (length > 0 && strchr(" ,;:", text[length - 1]) != NULL)
        length--;
    return length;
}

// Dates are read forwards: from a year ago the next one is the latest one.
struct dispatch_line dispatch_line_read(const char *line, struct date today, struct arena *arena)
{
    struct french_date_context context = {.from = date_add_days(today, 1 - DAYS_OF_A_YEAR)};
    struct dispatch_line read = {0};
    size_t length = strlen(line);
    struct french_date date = french_date_at_end(line, length, &context);
    if (date.found == FRENCH_DATE_READ && date.date.precision == DATE_DAY) {
        read.day = date.date;
        length = date.start;
    }
    read.recipients = arena_format(arena, "%.*s", (int)trimmed(line, length), line);
    return read;
}
