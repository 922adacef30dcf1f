// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/counter.h"

#include "store/statement.h"

enum status counter_next(
    struct gesture *gesture, const char *name, int year, int *number, struct problem *problem)
{
    struct statement statement;
    int64_t last = 0;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO counter (name, year, last) VALUES (?, ?, 1)"
        " ON CONFLICT (name, year) DO UPDATE SET last = last + 1 RETURNING last");
    statement_bind_text(&statement, name);
    statement_bind_integer(&statement, year);
    enum status status = statement_number(&statement, 0, &last, problem);
    *number = (int)last;
    return status;
}

enum status counter_last(
    struct store *store, const char *name, int year, int *number, struct problem *problem)
{
    struct statement statement;
    int64_t last = 0;
    statement_open(&statement, store, "SELECT last FROM counter WHERE name = ? AND year = ?");
    statement_bind_text(&statement, name);
    statement_bind_integer(&statement, year);
    enum status status = statement_number(&statement, 0, &last, problem);
    *number = (int)last;
    return status;
}
