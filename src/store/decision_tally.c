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

// Read whole, the unions of the schema are right here: it is for all meetings.
enum status decision_tally_rebuild(struct gesture *gesture, struct problem *problem)
{
    static const char *const sql[] = {
        "DELETE FROM decision_tally",
        "INSERT INTO decision_tally (plan_id, decisions, last_meeting)"
        " WITH spoken (plan_id, date) AS MATERIALIZED"
        " (SELECT axis_id, meeting.date FROM meeting_axis"
        " JOIN meeting ON meeting.id = meeting_id WHERE meeting.state = 'close'"
        " UNION ALL SELECT field_id, meeting.date FROM meeting_axis"
        " JOIN meeting ON meeting.id = meeting_id WHERE meeting.state = 'close'),"
        " counted (plan_id, decisions) AS MATERIALIZED (SELECT plan_id, count(*) FROM"
        " (SELECT axis_id AS plan_id, record_id FROM record_concern"
        " UNION SELECT field_id, record_id FROM record_concern)"
        " JOIN record ON record.id = record_id AND record.kind = 'decision'"
        " JOIN meeting ON meeting.id = record.meeting_id AND meeting.state = 'close'"
        " GROUP BY plan_id)"
        " SELECT spoken.plan_id, ifnull(counted.decisions, 0), max(spoken.date) FROM spoken"
        " LEFT JOIN counted ON counted.plan_id = spoken.plan_id GROUP BY spoken.plan_id",
    };
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < sizeof sql / sizeof sql[0]; i++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), sql[i]);
        status = statement_run(&statement, problem);
    }
    return status;
}
