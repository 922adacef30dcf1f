// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_columns.h"

#include "store/statement.h"

enum { DEFAULT_PRIORITY = 3 };

int record_priority_said(int stored)
{
    return stored == DEFAULT_PRIORITY ? 0 : stored;
}

int record_priority_stored(int said)
{
    return said < 1 || said > 5 ? DEFAULT_PRIORITY : said;
}

// The codes are in files: a new doubt gets the next one, whatever its place in the enumeration.
static const int doubt_codes[] = {
    [ENTRY_CLEAR] = 0,
    [ENTRY_IMPOSSIBLE_DATE] = 1,
    [ENTRY_UNKNOWN_LINK] = 2,
    [ENTRY_NOT_UNDERSTOOD] = 3,
};

enum entry_doubt record_doubt_of_code(int64_t code)
{
    for (size_t i = 0; i < sizeof doubt_codes / sizeof doubt_codes[0]; i++)
        if (doubt_codes[i] == code)
            return (enum entry_doubt)i;
    return ENTRY_CLEAR;
}

int record_doubt_code(enum entry_doubt doubt)
{
    return doubt_codes[doubt];
}

void record_bind_date(struct statement *statement, struct date date)
{
    char iso[DATE_TEXT_SIZE];
    date_iso(date, iso);
    statement_bind_text(statement, iso[0] == '\0' ? NULL : iso);
}
