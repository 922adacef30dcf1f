// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decision_rows.h"

#include "store/ballot_rows.h"
#include "store/decision_default.h"
#include "store/record_columns.h"
#include "store/statement.h"

enum status decision_rows_insert(struct gesture *gesture, int64_t id,
    const struct meeting_facts *meeting, const struct entry *fact, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "INSERT INTO decision (record_id, outcome, mode, review) VALUES (?, ?, ?, ?)");
    statement_bind_integer(&statement, id);
    statement_bind_text(&statement, decision_outcome_of(meeting));
    statement_bind_text(&statement, decision_mode_of(meeting));
    record_bind_date(&statement, fact->date);
    return statement_run(&statement, problem);
}

enum status decision_rows_update(
    struct gesture *gesture, int64_t id, const struct entry *fact, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE decision SET review = ?2 WHERE record_id = ?1 AND review IS NOT ?2");
    statement_bind_integer(&statement, id);
    record_bind_date(&statement, fact->date);
    return statement_run(&statement, problem);
}

enum status decision_rows_delete(struct gesture *gesture, int64_t id, struct problem *problem)
{
    // What it was to replace stands again.
    static const char *const sql[] = {
        "UPDATE decision_life SET replaced_by = NULL WHERE replaced_by = ?",
        "DELETE FROM decision_accord WHERE decision_id = ?",
        "DELETE FROM decision_life WHERE decision_id = ?",
        "DELETE FROM decision WHERE record_id = ?",
    };
    enum status status = ballot_rows_leave(gesture, id, problem);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++)
        status = gesture_run_on(gesture, sql[i], id, problem);
    return status;
}
