// SPDX-License-Identifier: GPL-3.0-or-later
// The unions of the schema are asked for one row at a time: asked for a meeting they would be read
// whole, for all meetings (the comment «What concerns what» of the schema).
#include "store/decision_tally.h"

#include "base/arena.h"
#include "store/statement.h"

#define ADD(COLUMN, DECISIONS, FROM)                                                               \
    "INSERT INTO decision_tally (plan_id, decisions, last_meeting) SELECT DISTINCT " COLUMN        \
    ", " DECISIONS ", ?2 FROM " FROM " WHERE true ON CONFLICT (plan_id) DO UPDATE SET"             \
    " decisions = decisions + excluded.decisions,"                                                 \
    " last_meeting = max(last_meeting, excluded.last_meeting)"

#define RECORD_LINKS "(SELECT field_id, axis_id FROM record_link WHERE record_id = ?1)"
#define RECORD_CONCERNS "(SELECT field_id, axis_id FROM record_concern WHERE record_id = ?1)"
#define ITEM_CONCERNS "(SELECT field_id, axis_id FROM item_concern WHERE item_id = ?1)"

// Which rows of the meeting, and what each of them adds to the field and to the axis.
static const struct {
    const char *rows;
    const char *add[2];
} passes[] = {
    {"SELECT id FROM item WHERE meeting_id = ? AND (opened_at IS NOT NULL"
     " OR EXISTS (SELECT 1 FROM record WHERE record.item_id = item.id))",
        {ADD("axis_id", "0", ITEM_CONCERNS), ADD("field_id", "0", ITEM_CONCERNS)}},
    {"SELECT id FROM record WHERE meeting_id = ? AND kind <> 'decision'",
        {ADD("axis_id", "0", RECORD_LINKS), ADD("field_id", "0", RECORD_LINKS)}},
    {"SELECT id FROM record WHERE meeting_id = ? AND kind = 'decision'",
        {ADD("axis_id", "1", RECORD_CONCERNS), ADD("field_id", "1", RECORD_CONCERNS)}},
};

static enum status add_row(struct gesture *gesture, const char *sql, int64_t row, const char *date,
    struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture), sql);
    statement_bind_integer(&statement, row);
    statement_bind_text(&statement, date);
    return statement_run(&statement, problem);
}

static enum status run_pass(struct gesture *gesture, size_t pass, int64_t meeting, const char *date,
    struct problem *problem)
{
    struct statement rows;
    enum status status = STATUS_DONE;
    statement_open(&rows, gesture_store(gesture), passes[pass].rows);
    statement_bind_integer(&rows, meeting);
    while (status == STATUS_DONE && statement_row(&rows))
        for (size_t i = 0; status == STATUS_DONE && i < 2; i++)
            status =
                add_row(gesture, passes[pass].add[i], statement_integer(&rows, 0), date, problem);
    enum status end = statement_finish(&rows, problem);
    return status == STATUS_DONE ? end : status;
}

enum status decision_tally_add(
    struct gesture *gesture, int64_t meeting, struct date date, struct problem *problem)
{
    char iso[DATE_TEXT_SIZE];
    enum status status = STATUS_DONE;
    date_iso(date, iso);
    for (size_t i = 0; status == STATUS_DONE && i < sizeof passes / sizeof passes[0]; i++)
        status = run_pass(gesture, i, meeting, iso, problem);
    return status;
}
