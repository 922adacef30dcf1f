// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/dispatch.h"

#include "store/statement.h"

enum status meeting_call_was_sent(
    struct store *store, int64_t meeting, bool *sent, struct problem *problem)
{
    struct statement statement;
    int64_t found = 0;
    statement_open(&statement, store,
        "SELECT 1 FROM dispatch WHERE meeting_id = ? AND kind = 'convocation' LIMIT 1");
    statement_bind_integer(&statement, meeting);
    enum status status = statement_number(&statement, 0, &found, problem);
    *sent = found != 0;
    return status;
}
