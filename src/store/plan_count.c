// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan_count.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/connection.h"
#include "store/statement.h"

// What is counted on one axis, or on one field: their ids are disjoint.
struct tally {
    int64_t id;
    int decisions, open_tasks, late_tasks;
    char last_meeting[DATE_TEXT_SIZE]; // empty for none
};

// Of the whole convention, what is archived included, and for when they hold.
struct plan_counts {
    struct tally *tallies;
    size_t count, capacity;
    bool known;
    int64_t changes, data_version;
    struct date today;
};

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
// is left to the caller: in SQL it takes longer to compile than the rest to run. Of records and
// items only indexes are read: each open task would be a page of its own.
#define FROM_RECORD LINKS("picked.id, 0, task, late", "picked", "record", "= picked.id")
#define FROM_ITEMS                                                                                 \
    LINKS("picked.id, 1 + (link.item_id <> picked.item), task, late", "picked", "item",            \
        "IN (picked.item, picked.parent)")

static const char record_sql[] =
    "WITH picked (id, item, parent, task, late) AS MATERIALIZED"
    " (SELECT record.id, item.id, item.parent_id, 1,"
    " ifnull(open_task.due < substr(?1, 1, length(open_task.due)), 0)"
    " FROM open_task CROSS JOIN record INDEXED BY record_of_task"
    " ON record.id = open_task.task_id AND record.kind = 'tache'"
    " CROSS JOIN item ON item.meeting_id = record.meeting_id AND +item.id = record.item_id"
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

static struct tally *find_tally(const struct plan_counts *counts, int64_t id)
{
    for (size_t i = 0; i < counts->count; i++)
        if (counts->tallies[i].id == id)
            return &counts->tallies[i];
    return NULL;
}

// Added when it is not there yet. NULL when memory ends: the row's statement tells.
static struct tally *take_tally(struct plan_counts *counts, struct statement *row, int64_t id)
{
    enum { FIRST_CAPACITY = 64 };
    struct tally *tally = find_tally(counts, id);
    if (tally != NULL)
        return tally;
    if (counts->count == counts->capacity) {
        size_t capacity = counts->capacity == 0 ? FIRST_CAPACITY : counts->capacity * 2;
        struct tally *grown = reallocarray(counts->tallies, capacity, sizeof *grown);
        if (grown == NULL) {
            row->out_of_memory = true;
            return NULL;
        }
        counts->tallies = grown;
        counts->capacity = capacity;
    }
    tally = &counts->tallies[counts->count++];
    *tally = (struct tally){.id = id};
    return tally;
}

static void keep_latest(struct tally *tally, const char *date)
{
    if (date != NULL && strcmp(date, tally->last_meeting) > 0)
        snprintf(tally->last_meeting, sizeof tally->last_meeting, "%s", date);
}

static enum status count_closed(
    struct store *store, struct plan_counts *counts, struct problem *problem)
{
    struct statement row;
    statement_open(&row, store, tally_sql);
    while (statement_row(&row)) {
        struct tally *tally = take_tally(counts, &row, statement_integer(&row, 0));
        if (tally == NULL)
            break;
        tally->decisions += (int)statement_integer(&row, 1);
        keep_latest(tally, statement_borrow(&row, 2));
    }
    return statement_finish(&row, problem);
}

// A record on one of the axes that it concerns, as record_sql gives it.
struct concern {
    int64_t id, distance, axis, field;
    bool task, late;
};

static void count_concern(struct tally *tally, const struct concern *concern)
{
    if (tally == NULL)
        return;
    tally->decisions += !concern->task;
    tally->open_tasks += concern->task;
    tally->late_tasks += concern->late;
}

// Only the nearest links of a record count, which come first; each axis and each field once.
static enum status count_records(
    struct store *store, struct plan_counts *counts, struct problem *problem)
{
    struct statement row;
    struct concern last = {0};
    char day[DATE_TEXT_SIZE];
    date_iso(counts->today, day);
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
        count_concern(take_tally(counts, &row, concern.axis), &concern);
        if (!(again && concern.field == last.field))
            count_concern(take_tally(counts, &row, concern.field), &concern);
        last = concern;
    }
    return statement_finish(&row, problem);
}

static enum status find_last_meetings(
    struct store *store, struct plan_counts *counts, struct problem *problem)
{
    struct statement row;
    statement_open(&row, store, spoken_sql);
    while (statement_row(&row)) {
        struct tally *tally = take_tally(counts, &row, statement_integer(&row, 0));
        if (tally == NULL)
            break;
        keep_latest(tally, statement_borrow(&row, 1));
    }
    return statement_finish(&row, problem);
}

static enum status read_data_version(struct store *store, int64_t *version, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "PRAGMA data_version");
    return statement_number(&statement, 0, version, problem);
}

// Whether a pass has anything to read: its statement takes longer to compile than most others to
// run, and is in the way of the first screen.
#define IS_OPEN "EXISTS (SELECT 1 FROM meeting WHERE state <> 'close')"
static const char any_open_sql[] = "SELECT " IS_OPEN;
static const char any_record_sql[] = "SELECT EXISTS (SELECT 1 FROM open_task) OR " IS_OPEN;

static enum status count_all(
    struct store *store, struct plan_counts *counts, struct problem *problem)
{
    static const struct {
        enum status (*run)(
            struct store *store, struct plan_counts *counts, struct problem *problem);
        const char *needed_sql; // NULL: always
    } passes[] = {
        {count_closed, NULL},
        {count_records, any_record_sql},
        {find_last_meetings, any_open_sql},
    };
    enum status status = STATUS_DONE;
    counts->count = 0;
    for (size_t i = 0; status == STATUS_DONE && i < sizeof passes / sizeof passes[0]; i++) {
        int64_t needed = 1;
        if (passes[i].needed_sql != NULL) {
            struct statement statement;
            statement_open(&statement, store, passes[i].needed_sql);
            status = statement_number(&statement, 0, &needed, problem);
        }
        if (status == STATUS_DONE && needed != 0)
            status = passes[i].run(store, counts, problem);
    }
    return status;
}

// Within a transaction the counts may still be rolled back, so that nothing tells whether they
// hold afterwards.
static enum status refresh(
    struct store *store, struct date today, struct plan_counts *counts, struct problem *problem)
{
    int64_t version = 0;
    int64_t changes = sqlite3_total_changes64(store->database);
    bool settled = sqlite3_get_autocommit(store->database) != 0;
    enum status status = read_data_version(store, &version, problem);
    if (status != STATUS_DONE)
        return status;
    if (settled && counts->known && counts->changes == changes && counts->data_version == version &&
        date_compare(counts->today, today) == 0)
        return STATUS_DONE;
    counts->today = today;
    counts->changes = changes;
    counts->data_version = version;
    status = count_all(store, counts, problem);
    counts->known = settled && status == STATUS_DONE;
    return status;
}

static enum status apply_to_axis(
    const struct tally *tally, struct arena *arena, struct plan_axis *axis, struct problem *problem)
{
    axis->decisions = tally->decisions;
    axis->open_tasks = tally->open_tasks;
    axis->late_tasks = tally->late_tasks;
    if (tally->last_meeting[0] == '\0')
        return STATUS_DONE;
    axis->last_meeting = arena_copy(arena, tally->last_meeting);
    return axis->last_meeting == NULL ? problem_set_no_memory(problem) : STATUS_DONE;
}

static enum status apply(const struct plan_counts *counts, struct arena *arena, struct plan *plan,
    struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < plan->field_count; i++) {
        const struct tally *tally = find_tally(counts, plan->fields[i].id);
        plan->fields[i].decisions = tally == NULL ? 0 : tally->decisions;
        plan->fields[i].late_tasks = tally == NULL ? 0 : tally->late_tasks;
    }
    for (size_t i = 0; i < plan->axis_count && status == STATUS_DONE; i++) {
        const struct tally *tally = find_tally(counts, plan->axes[i].id);
        if (tally != NULL)
            status = apply_to_axis(tally, arena, &plan->axes[i], problem);
    }
    return status;
}

enum status plan_count(struct store *store, struct date today, struct arena *arena,
    struct plan *plan, struct problem *problem)
{
    if (store->plan_counts == NULL)
        store->plan_counts = calloc(1, sizeof *store->plan_counts);
    if (store->plan_counts == NULL)
        return problem_set_no_memory(problem);
    enum status status = refresh(store, today, store->plan_counts, problem);
    return status == STATUS_DONE ? apply(store->plan_counts, arena, plan, problem) : status;
}

void plan_counts_destroy(struct plan_counts *counts)
{
    if (counts == NULL)
        return;
    free(counts->tallies);
    free(counts);
}
