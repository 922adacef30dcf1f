// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/since.h"

#include "store/mask.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"

// What the queries are asked: the committee, the day of its last meeting, the day now, the limit.
struct scope {
    int64_t committee;
    char from[DATE_TEXT_SIZE], today[DATE_TEXT_SIZE];
};

#define OWNERS                                                                                     \
    "(SELECT group_concat(name, ' ; ') FROM (SELECT owner.name FROM task_life_owner AS owner"      \
    " WHERE owner.task_id = record.id ORDER BY owner.position))"
#define SHOWN_OWNERS MASKED(OWNERS, RECORD_IS_HIDDEN)

// A month or a year is late after its last day.
#define LAST_DAY "task_life.due || substr('-12-31', length(task_life.due) - 3)"
#define IS_LATE "(task_life.due IS NOT NULL AND " LAST_DAY " < ?3)"

#define TASK_COLUMNS(DATE)                                                                         \
    "SELECT record.id, record.meeting_id, task.reference, " SHOWN_TEXT ", " SHOWN_OWNERS           \
    ", meeting.reference, " DATE ", 0"
#define OPEN_TASKS(CONDITION)                                                                      \
    " FROM task_life JOIN record ON record.id = task_life.task_id"                                 \
    " JOIN task ON task.record_id = record.id JOIN meeting ON meeting.id = record.meeting_id"      \
    " WHERE task_life.state IN ('a-faire', 'en-cours') AND meeting.committee_id = ?1"              \
    " AND ?2 IS NOT NULL AND " CONDITION " ORDER BY task_life.due IS NULL, " LAST_DAY              \
    ", record.id LIMIT ?4"

static const char *const sql[SINCE_COUNT] = {
    [SINCE_DECIDED] = "SELECT record.id, record.meeting_id, decision.number, " SHOWN_TEXT ", NULL,"
                      " meeting.reference, meeting.date, 1 FROM meeting"
                      " JOIN record ON record.meeting_id = meeting.id AND record.kind = 'decision'"
                      " JOIN decision ON decision.record_id = record.id"
                      " WHERE meeting.date >= ?2 AND meeting.date <= ?3 AND ?1 IS NOT NULL"
                      " AND meeting.state IN ('levee', 'close')"
                      " ORDER BY meeting.date, meeting.id, record.id LIMIT ?4",
    [SINCE_DONE] = "SELECT * FROM (" TASK_COLUMNS(
        "task_life.done_on") " FROM task_life JOIN record ON record.id = task_life.task_id"
                             " JOIN task ON task.record_id = record.id JOIN meeting ON meeting.id "
                             "= record.meeting_id"
                             " WHERE task_life.state = 'faite' AND meeting.committee_id = ?1"
                             " AND task_life.done_on >= ?2 AND ?3 IS NOT NULL"
                             " UNION ALL SELECT record.id, record.meeting_id, decision.number, "
                             " " SHOWN_TEXT ", NULL,"
                             " meeting.reference, decision_life.executed_on, 1 FROM decision_life"
                             " JOIN record ON record.id = decision_life.decision_id"
                             " JOIN decision ON decision.record_id = record.id"
                             " JOIN meeting ON meeting.id = record.meeting_id"
                             " WHERE meeting.committee_id = ?1 AND decision_life.executed_on >= ?2)"
                             " ORDER BY 7, 1 LIMIT ?4",
    [SINCE_LATE] = TASK_COLUMNS("task_life.due") OPEN_TASKS(IS_LATE),
    [SINCE_SILENT] =
        TASK_COLUMNS("task_life.due") OPEN_TASKS("NOT " IS_LATE " AND task_life.state = 'a-faire'"),
};

static void bind_scope(struct statement *statement, const struct scope *scope)
{
    statement_bind_integer(statement, scope->committee);
    statement_bind_text(statement, scope->from);
    statement_bind_text(statement, scope->today);
}

static void read_row(
    struct statement *statement, enum since_part part, struct arena *arena, struct since_row *row)
{
    *row = (struct since_row){
        .part = part,
        .id = statement_integer(statement, 0),
        .meeting = statement_integer(statement, 1),
        .number = statement_text(statement, 2, arena),
        .text = statement_text(statement, 3, arena),
        .owners = statement_text(statement, 4, arena),
        .meeting_reference = statement_text(statement, 5, arena),
        .decision = statement_integer(statement, 7) != 0,
    };
    row->date = statement_date(statement, 6);
}

static enum status load_part(struct store *store, const struct scope *scope, enum since_part part,
    struct row_array *rows, struct since *since, struct problem *problem)
{
    struct statement statement;
    struct since_row *row;
    int count = 0;
    statement_open(&statement, store, sql[part]);
    bind_scope(&statement, scope);
    statement_bind_integer(&statement, SINCE_MOST + 1);
    while (statement_row(&statement) && count++ < SINCE_MOST &&
           (row = row_array_add(rows, &statement)) != NULL)
        read_row(&statement, part, rows->arena, row);
    since->cut = since->cut || count > SINCE_MOST;
    return statement_finish(&statement, problem);
}

static enum status load_owners(struct store *store, const struct scope *scope, struct arena *arena,
    struct since *since, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct since_owner);
    struct since_owner *owner;
    statement_open(&statement, store,
        "SELECT owner.name, count(*), sum(" IS_LATE ") FROM task_life"
        " JOIN record ON record.id = task_life.task_id"
        " JOIN meeting ON meeting.id = record.meeting_id"
        " JOIN task_life_owner AS owner ON owner.task_id = task_life.task_id"
        " WHERE task_life.state IN ('a-faire', 'en-cours') AND meeting.committee_id = ?1"
        " AND ?2 IS NOT NULL GROUP BY owner.name ORDER BY 3 DESC, 2 DESC, 1 LIMIT ?4");
    bind_scope(&statement, scope);
    statement_bind_integer(&statement, SINCE_MOST);
    while (statement_row(&statement) && (owner = row_array_add(&rows, &statement)) != NULL)
        *owner = (struct since_owner){statement_text(&statement, 0, arena),
            (int)statement_integer(&statement, 1), (int)statement_integer(&statement, 2)};
    since->owners = rows.items;
    since->owner_count = rows.count;
    return statement_finish(&statement, problem);
}

static enum status find_last(struct store *store, const struct meeting_facts *facts,
    struct arena *arena, struct since *since, struct problem *problem)
{
    struct statement statement;
    char iso[DATE_TEXT_SIZE];
    date_iso(facts->date, iso);
    statement_open(&statement, store,
        "SELECT id, reference, date FROM meeting WHERE committee_id = ?1 AND id <> ?2"
        " AND (date, id) < (?3, ?2) AND state IN ('levee', 'close')"
        " ORDER BY date DESC, id DESC LIMIT 1");
    statement_bind_integer(&statement, facts->committee);
    statement_bind_integer(&statement, facts->id);
    statement_bind_text(&statement, iso);
    if (statement_row(&statement)) {
        since->last = statement_integer(&statement, 0);
        since->last_reference = statement_text(&statement, 1, arena);
        since->last_date = statement_date(&statement, 2);
    }
    return statement_finish(&statement, problem);
}

// Of a meeting that was held one sees how things stood that day, of another how they stand.
static void set_scope(struct store *store, const struct meeting_facts *facts,
    const struct since *since, struct scope *scope)
{
    struct local_time now = clock_local(store_clock(store));
    struct date today = date_of_day(now.year, now.month, now.day);
    *scope = (struct scope){.committee = facts->committee};
    date_iso(since->last_date, scope->from);
    date_iso(date_compare(facts->date, today) > 0 ? facts->date : today, scope->today);
}

enum status since_load(struct store *store, int64_t meeting, struct arena *arena,
    struct since *since, struct problem *problem)
{
    struct meeting_facts facts;
    struct scope scope;
    struct row_array rows = ROW_ARRAY(arena, struct since_row);
    *since = (struct since){0};
    enum status status = meeting_facts_load(store, meeting, arena, &facts, problem);
    if (status == STATUS_DONE)
        status = find_last(store, &facts, arena, since, problem);
    if (status == STATUS_DONE)
        set_scope(store, &facts, since, &scope);
    for (int part = 0; status == STATUS_DONE && part < SINCE_COUNT; part++)
        status = load_part(store, &scope, (enum since_part)part, &rows, since, problem);
    if (status == STATUS_DONE)
        status = load_owners(store, &scope, arena, since, problem);
    since->rows = rows.items;
    since->count = rows.count;
    return status;
}
