// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan_count.h"

#include <string.h>

#include "store/statement.h"

// The axes that the rows of `SOURCE` are linked to, by the links of a record or an item (`TABLE`)
// that `WHICH` picks. CROSS JOIN keeps the order: from the source outwards.
#define LINKS(COLUMNS, SOURCE, TABLE, WHICH)                                                       \
    "SELECT " COLUMNS ", link.axis_id FROM " SOURCE " CROSS JOIN " TABLE "_axis AS link"           \
    " ON link." TABLE "_id " WHICH " UNION ALL SELECT " COLUMNS ", objective.axis_id FROM " SOURCE \
    " CROSS JOIN " TABLE "_objective AS link ON link." TABLE "_id " WHICH                          \
    " CROSS JOIN objective ON objective.id = link.objective_id UNION ALL SELECT " COLUMNS          \
    ", action.axis_id FROM " SOURCE " CROSS JOIN " TABLE "_action AS link"                         \
    " ON link." TABLE "_id " WHICH " CROSS JOIN action ON action.id = link.action_id"

// Axis or field, decisions, last meeting.
static const char tally_sql[] = "SELECT plan_id, decisions, last_meeting FROM decision_tally";

// Open tasks, and decisions that the tally has not: id, how far the link is (the record's own, its
// item's, that of the item above), whether it is a task and late, axis, field. A month or a year
// is late after its last day: texts cut to one length compare so. The choice of the nearest links
// is left to the caller: in SQL it takes longer to compile than the rest to run.
#define FROM_RECORD LINKS("picked.id, 0, task, late", "picked", "record", "= picked.id")
#define FROM_ITEMS                                                                                 \
    LINKS("picked.id, 1 + (link.item_id <> picked.item), task, late", "picked", "item",            \
        "IN (picked.item, picked.parent)")

static const char record_sql[] =
    "WITH picked (id, item, parent, task, late) AS MATERIALIZED"
    " (SELECT record.id, item.id, item.parent_id, 1,"
    " ifnull(open_task.due < substr(?1, 1, length(open_task.due)), 0)"
    " FROM open_task CROSS JOIN record ON record.id = open_task.task_id"
    " CROSS JOIN item ON item.id = record.item_id"
    " UNION ALL SELECT record.id, item.id, item.parent_id, 0, 0"
    " FROM meeting CROSS JOIN record ON record.meeting_id = meeting.id"
    " CROSS JOIN item ON item.id = record.item_id"
    " WHERE meeting.state <> 'close' AND record.kind = 'decision'),"
    " concern (id, distance, task, late, axis) AS (" FROM_RECORD " UNION ALL " FROM_ITEMS ")"
    " SELECT concern.id, distance, task, late, axis.id, axis.field_id"
    " FROM concern CROSS JOIN axis ON axis.id = concern.axis"
    " ORDER BY concern.id, distance, axis.field_id, axis.id";

// Axis, last meeting among those that are not closed; as the view meeting_axis says it.
#define OF_HELD LINKS("held.id, held.date", "held", "item", "= held.id")
#define OF_PARENT LINKS("orphan.date", "orphan", "item", "= orphan.parent")
#define OF_SAID LINKS("said.date", "said", "record", "= said.id")

static const char spoken_sql[] =
    "WITH held (id, parent, date) AS MATERIALIZED"
    " (SELECT item.id, item.parent_id, meeting.date"
    " FROM meeting CROSS JOIN item ON item.meeting_id = meeting.id"
    " WHERE meeting.state <> 'close' AND (item.opened_at IS NOT NULL"
    " OR EXISTS (SELECT 1 FROM record WHERE record.item_id = item.id))),"
    " said (id, date) AS MATERIALIZED (SELECT record.id, meeting.date"
    " FROM meeting CROSS JOIN record ON record.meeting_id = meeting.id"
    " WHERE meeting.state <> 'close'),"
    " own (id, date, axis) AS MATERIALIZED (" OF_HELD "),"
    " orphan AS MATERIALIZED (SELECT * FROM held WHERE id NOT IN (SELECT id FROM own)),"
    " spoken (date, axis) AS MATERIALIZED (SELECT date, axis FROM own"
    " UNION ALL " OF_PARENT " UNION ALL " OF_SAID ")"
    " SELECT axis, max(date) FROM spoken GROUP BY axis";

static struct plan_axis *find_axis(struct plan *plan, int64_t id)
{
    for (size_t i = 0; i < plan->axis_count; i++)
        if (plan->axes[i].id == id)
            return &plan->axes[i];
    return NULL;
}

static struct plan_field *find_field(struct plan *plan, int64_t id)
{
    for (size_t i = 0; i < plan->field_count; i++)
        if (plan->fields[i].id == id)
            return &plan->fields[i];
    return NULL;
}

static void keep_latest(
    struct plan_axis *axis, struct statement *row, int column, struct arena *arena)
{
    const char *date = statement_borrow(row, column);
    if (date != NULL && (axis->last_meeting == NULL || strcmp(date, axis->last_meeting) > 0))
        axis->last_meeting = statement_text(row, column, arena);
}

// Ids of axes and fields are disjoint. An axis that is left out of the plan is in neither.
static enum status count_closed(
    struct store *store, struct arena *arena, struct plan *plan, struct problem *problem)
{
    struct statement row;
    statement_open(&row, store, tally_sql);
    while (statement_row(&row)) {
        struct plan_axis *axis = find_axis(plan, statement_integer(&row, 0));
        struct plan_field *field = find_field(plan, statement_integer(&row, 0));
        int decisions = (int)statement_integer(&row, 1);
        if (axis != NULL) {
            axis->decisions += decisions;
            keep_latest(axis, &row, 2, arena);
        } else if (field != NULL)
            field->decisions += decisions;
    }
    return statement_finish(&row, problem);
}

// A record on one of the axes that it concerns, as record_sql gives it.
struct concern {
    int64_t id, distance, axis, field;
    bool task, late;
};

static void count_on_axis(struct plan_axis *axis, const struct concern *concern)
{
    axis->decisions += !concern->task;
    axis->open_tasks += concern->task;
    axis->late_tasks += concern->late;
}

static void count_on_field(struct plan_field *field, const struct concern *concern)
{
    field->decisions += !concern->task;
    field->late_tasks += concern->late;
}

// Only the nearest links of a record count, which come first; each axis and each field once.
static enum status count_records(
    struct store *store, struct date today, struct plan *plan, struct problem *problem)
{
    struct statement row;
    struct concern last = {0};
    char day[DATE_TEXT_SIZE];
    date_iso(today, day);
    statement_open(&row, store, record_sql);
    statement_bind_text(&row, day);
    while (statement_row(&row)) {
        const struct concern concern = {
            .id = statement_integer(&row, 0),
            .distance = statement_integer(&row, 1),
            .task = statement_integer(&row, 2) != 0,
            .late = statement_integer(&row, 3) != 0,
            .axis = statement_integer(&row, 4),
            .field = statement_integer(&row, 5),
        };
        bool again = concern.id == last.id;
        if (again && (concern.distance != last.distance || concern.axis == last.axis))
            continue;
        struct plan_axis *axis = find_axis(plan, concern.axis);
        struct plan_field *field = find_field(plan, concern.field);
        if (axis != NULL)
            count_on_axis(axis, &concern);
        if (field != NULL && !(again && concern.field == last.field))
            count_on_field(field, &concern);
        last = concern;
    }
    return statement_finish(&row, problem);
}

static enum status find_last_meetings(
    struct store *store, struct arena *arena, struct plan *plan, struct problem *problem)
{
    struct statement row;
    statement_open(&row, store, spoken_sql);
    while (statement_row(&row)) {
        struct plan_axis *axis = find_axis(plan, statement_integer(&row, 0));
        if (axis != NULL)
            keep_latest(axis, &row, 1, arena);
    }
    return statement_finish(&row, problem);
}

enum status plan_count(struct store *store, struct date today, struct arena *arena,
    struct plan *plan, struct problem *problem)
{
    enum status status = count_closed(store, arena, plan, problem);
    if (status == STATUS_DONE)
        status = count_records(store, today, plan, problem);
    return status == STATUS_DONE ? find_last_meetings(store, arena, plan, problem) : status;
}
