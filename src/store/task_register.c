// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/task_register.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/workflow.h"
#include "store/concerned.h"
#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "text/fold.h"

// The ids are chosen and ordered first, and only they are joined to what is shown. Case and accents
// are folded here, not by SQLite: where a name or a word is looked for, all that the rest of the
// filter leaves is read.

#define IS_OPEN "(task_life.state IN ('a-faire', 'en-cours'))"

// A task without a day is due at the end of its month or year.
#define LAST_DAY "(task_life.due || substr('-12-31', length(task_life.due) - 3))"

#define AWAITED                                                                                    \
    "EXISTS (SELECT 1 FROM task_follow_up WHERE task_follow_up.task_id = task_life.task_id"        \
    " AND given_on IS NULL)"
#define GIVEN                                                                                      \
    "EXISTS (SELECT 1 FROM task_follow_up WHERE task_follow_up.task_id = task_life.task_id"        \
    " AND given_on IS NOT NULL)"

// What it waits for, as long as that is open.
#define NEEDED                                                                                     \
    " FROM task_dependency AS dependency JOIN task_life AS needed"                                 \
    " ON needed.task_id = dependency.needs_id AND needed.state IN ('a-faire', 'en-cours')"
#define BLOCKED "EXISTS (SELECT 1" NEEDED " WHERE dependency.task_id = task_life.task_id)"
#define AWAITS                                                                                     \
    "(SELECT group_concat(reference, ', ') FROM (SELECT own.reference" NEEDED                      \
    " JOIN task AS own ON own.record_id = needed.task_id"                                          \
    " WHERE dependency.task_id = record.id ORDER BY own.record_id))"

#define OWNERS                                                                                     \
    "(SELECT group_concat(name, ' ; ') FROM (SELECT owner.name FROM task_life_owner AS owner"      \
    " WHERE owner.task_id = record.id ORDER BY owner.position))"

// Whose meeting took it: looked up only where it is asked for.
#define OF_MEETING                                                                                 \
    "((?2 = 0 AND ?3 = 0) OR EXISTS (SELECT 1 FROM record"                                         \
    " JOIN meeting ON meeting.id = record.meeting_id WHERE record.id = task_life.task_id"          \
    " AND (?2 = 0 OR meeting.committee_id = ?2) AND (?3 = 0 OR meeting.id = ?3)))"

// Parameters: 1 the element, 2 the committee, 3 the meeting, 4 a state, 5 open alone, 6 the day
// that late ones are past, 7 awaited, 8 given.
#define IS_CHOSEN                                                                                  \
    OF_MEETING " AND (?4 IS NULL OR task_life.state = ?4) AND (?5 = 0 OR " IS_OPEN ")"             \
               " AND (?6 IS NULL OR (" IS_OPEN " AND " LAST_DAY " < ?6))"                          \
               " AND (?7 = 0 OR " AWAITED ") AND (?8 = 0 OR " GIVEN ")"

// What is done or dropped comes behind what is open, the latest first in every order: no more of it
// is looked at than can come on the page. The open ones have an index.
#define OF_ANYTHING                                                                                \
    "task_life.task_id IN (SELECT task_id FROM task_life WHERE " IS_OPEN " AND " IS_CHOSEN         \
    " UNION ALL SELECT * FROM (SELECT task_id FROM task_life WHERE NOT " IS_OPEN " AND " IS_CHOSEN \
    " ORDER BY task_id DESC LIMIT ?10 + ?11))"
#define OF_ELEMENT(COLUMN) "task_life.task_id IN (" CONCERNED(COLUMN, "tache") ") AND " IS_CHOSEN

// Then 9 the order, 10 the limit, 11 the offset.
#define REGISTER(CONDITION)                                                                        \
    "WITH page (id) AS MATERIALIZED (SELECT task_life.task_id FROM task_life"                      \
    " WHERE " CONDITION " ORDER BY CASE WHEN ?9 <> 2 THEN NOT " IS_OPEN " END,"                    \
    " CASE WHEN ?9 = 2 OR NOT " IS_OPEN " THEN -task_life.task_id END, " BLOCKED ","               \
    " CASE WHEN ?9 = 1 THEN task_life.priority END,"                                               \
    " task_life.due IS NULL, " LAST_DAY ", task_life.priority, task_life.task_id"                  \
    " LIMIT ?10 OFFSET ?11)"                                                                       \
    " SELECT record.id, record.meeting_id, record.item_id, task.reference, " SHOWN_TEXT            \
    ", " OWNERS ", task_life.due, task_life.state, task_life.priority, meeting.reference,"         \
    " meeting.state <> 'close', " AWAITED ", " GIVEN ", " AWAITS                                   \
    ", meeting.state IN ('ouverte', 'suspendue')"                                                  \
    " FROM page CROSS JOIN record ON record.id = page.id"                                          \
    " CROSS JOIN task ON task.record_id = record.id"                                               \
    " CROSS JOIN task_life ON task_life.task_id = record.id"                                       \
    " CROSS JOIN meeting ON meeting.id = record.meeting_id"

// In all, open, late on the day 9, awaited, given.
#define COUNT(CONDITION)                                                                           \
    "SELECT count(*), ifnull(sum(" IS_OPEN "), 0),"                                                \
    " ifnull(sum(" IS_OPEN " AND ifnull(" LAST_DAY " < ?9, 0)), 0),"                               \
    " ifnull(sum(" AWAITED "), 0), ifnull(sum(" GIVEN "), 0)"                                      \
    " FROM task_life WHERE " CONDITION

// The same of the whole register, without walking what is done.
static const char count_all[] =
    "SELECT (SELECT count(*) FROM task_life), count(*),"
    " ifnull(sum(ifnull(" LAST_DAY " < ?9, 0)), 0),"
    " (SELECT count(DISTINCT task_id) FROM task_follow_up WHERE given_on IS NULL),"
    " (SELECT count(DISTINCT task_id) FROM task_follow_up WHERE given_on IS NOT NULL)"
    " FROM task_life WHERE " IS_OPEN;

// One text for each restriction: they must live as long as the store.
#define FOR_EACH_ELEMENT(QUERY, ANYTHING)                                                          \
    {                                                                                              \
        QUERY(ANYTHING), QUERY(OF_ELEMENT("field_id")), QUERY(OF_ELEMENT("axis_id")),              \
            QUERY(OF_ELEMENT("objective_id")), QUERY(OF_ELEMENT("action_id")),                     \
    }
static const char *const registers[] = FOR_EACH_ELEMENT(REGISTER, OF_ANYTHING);
static const char *const counts_of[] = FOR_EACH_ELEMENT(COUNT, IS_CHOSEN);

static size_t element_index(const struct task_filter *filter)
{
    static const size_t indexes[] = {
        [PLAN_FIELD] = 1,
        [PLAN_AXIS] = 2,
        [PLAN_OBJECTIVE] = 3,
        [PLAN_ACTION] = 4,
    };
    return filter->element == 0 ? 0 : indexes[filter->level];
}

static bool is_said(const char *text)
{
    return text != NULL && text[0] != '\0';
}

// It looks for words: what SQLite chooses is chosen among again.
static bool looks(const struct task_filter *filter)
{
    return is_said(filter->owner) || is_said(filter->text);
}

static void bind_choice(struct statement *statement, const struct task_filter *filter)
{
    char today[DATE_TEXT_SIZE];
    bool open_only = filter->state != NULL && strcmp(filter->state, TASK_OPEN) == 0;
    date_iso(filter->today, today);
    statement_bind_integer(statement, filter->element);
    statement_bind_integer(statement, filter->committee);
    statement_bind_integer(statement, filter->meeting);
    statement_bind_text(statement, open_only ? NULL : filter->state);
    statement_bind_integer(statement, open_only);
    statement_bind_text(statement, filter->late ? today : NULL);
    statement_bind_integer(statement, filter->awaited);
    statement_bind_integer(statement, filter->given);
}

// The sum of the limit and the offset must stay a number.
static void open_register(struct statement *statement, struct store *store,
    const struct task_filter *filter, size_t limit, size_t offset)
{
    const size_t most = (size_t)INT64_MAX / 2;
    statement_open(statement, store, registers[element_index(filter)]);
    bind_choice(statement, filter);
    statement_bind_integer(statement, filter->order);
    statement_bind_integer(statement, (int64_t)(limit < most ? limit : most));
    statement_bind_integer(statement, (int64_t)(offset < most ? offset : most));
}

// Whether the folded name is one of the owners, folded and between their separators.
static bool is_owner(const char *owners, const char *owner)
{
    struct buffer names = {0};
    struct buffer wanted = {0};
    buffer_append(&names, " ; ");
    text_fold(&names, owners == NULL ? "" : owners);
    buffer_append(&names, " ; ");
    buffer_append(&wanted, " ; ");
    text_fold(&wanted, owner);
    buffer_append(&wanted, " ; ");
    bool found = !buffer_failed(&names) && !buffer_failed(&wanted) &&
                 strstr(buffer_text(&names), buffer_text(&wanted)) != NULL;
    buffer_clear(&names);
    buffer_clear(&wanted);
    return found;
}

static bool says(const struct statement *statement, const char *words)
{
    struct buffer said = {0};
    const char *owners = statement_borrow(statement, 5);
    buffer_append_format(&said, "%s %s %s", statement_borrow(statement, 3),
        statement_borrow(statement, 4), owners == NULL ? "" : owners);
    bool found = !buffer_failed(&said) && text_matches(buffer_text(&said), words);
    buffer_clear(&said);
    return found;
}

static bool is_looked_for(const struct statement *statement, const struct task_filter *filter)
{
    return (!is_said(filter->owner) || is_owner(statement_borrow(statement, 5), filter->owner)) &&
           (!is_said(filter->text) || says(statement, filter->text));
}

// A date that cannot be read is no date.
static void read_task(struct statement *statement, struct arena *arena, struct register_task *task)
{
    *task = (struct register_task){
        .id = statement_integer(statement, 0),
        .meeting = statement_integer(statement, 1),
        .item = statement_integer(statement, 2),
        .reference = statement_text(statement, 3, arena),
        .text = statement_text(statement, 4, arena),
        .owners = statement_text(statement, 5, arena),
        .due = statement_date(statement, 6),
        .state = statement_text(statement, 7, arena),
        .priority = (int)statement_integer(statement, 8),
        .meeting_reference = statement_text(statement, 9, arena),
        .provisional = statement_integer(statement, 10) != 0,
        .awaited = statement_integer(statement, 11) != 0,
        .given = statement_integer(statement, 12) != 0,
        .awaits = statement_text(statement, 13, arena),
        .meeting_open = statement_integer(statement, 14) != 0,
    };
    if (task->text != NULL && task->owners != NULL && strcmp(task->text, MASK_TEXT) == 0)
        task->owners = MASK_TEXT;
}

enum status task_register_read(struct store *store, const struct task_filter *filter, size_t offset,
    size_t limit, struct arena *arena, struct register_task **tasks, size_t *count,
    struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct register_task);
    struct register_task *task;
    bool looking = looks(filter);
    size_t skipped = looking ? 0 : offset;
    open_register(&statement, store, filter, looking ? SIZE_MAX : limit, looking ? 0 : offset);
    while (rows.count < limit && statement_row(&statement)) {
        if (looking && !is_looked_for(&statement, filter))
            continue;
        if (skipped++ < offset)
            continue;
        if ((task = row_array_add(&rows, &statement)) == NULL)
            break;
        read_task(&statement, arena, task);
    }
    *tasks = rows.items;
    *count = rows.count;
    return statement_finish(&statement, problem);
}

static void count_task(
    const struct statement *statement, struct date today, struct task_counts *counts)
{
    const char *state = statement_borrow(statement, 7);
    bool open =
        state != NULL && (task_state_is(state, TASK_TO_DO) || task_state_is(state, TASK_UNDER_WAY));
    counts->tasks++;
    counts->open += open;
    counts->late += open && date_is_past(statement_date(statement, 6), today);
    counts->awaited += statement_integer(statement, 11) != 0;
    counts->given += statement_integer(statement, 12) != 0;
}

static enum status count_looked_for(struct store *store, const struct task_filter *filter,
    struct task_counts *counts, struct problem *problem)
{
    struct statement statement;
    open_register(&statement, store, filter, SIZE_MAX, 0);
    while (statement_row(&statement))
        if (is_looked_for(&statement, filter))
            count_task(&statement, filter->today, counts);
    return statement_finish(&statement, problem);
}

static bool chooses_all(const struct task_filter *filter)
{
    return filter->element == 0 && filter->committee == 0 && filter->meeting == 0 &&
           filter->state == NULL && !filter->late && !filter->awaited && !filter->given;
}

enum status task_register_count(struct store *store, const struct task_filter *filter,
    struct task_counts *counts, struct problem *problem)
{
    struct statement statement;
    char today[DATE_TEXT_SIZE];
    *counts = (struct task_counts){0};
    if (looks(filter))
        return count_looked_for(store, filter, counts, problem);
    date_iso(filter->today, today);
    statement_open(
        &statement, store, chooses_all(filter) ? count_all : counts_of[element_index(filter)]);
    bind_choice(&statement, filter);
    statement_bind_text(&statement, today);
    if (statement_row(&statement))
        *counts = (struct task_counts){
            .tasks = (int)statement_integer(&statement, 0),
            .open = (int)statement_integer(&statement, 1),
            .late = (int)statement_integer(&statement, 2),
            .awaited = (int)statement_integer(&statement, 3),
            .given = (int)statement_integer(&statement, 4),
        };
    return statement_finish(&statement, problem);
}

enum status task_debtors(struct store *store, struct date today, struct arena *arena,
    struct task_debtor **debtors, size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct task_debtor);
    struct task_debtor *debtor;
    char iso[DATE_TEXT_SIZE];
    date_iso(today, iso);
    statement_open(&statement, store,
        "SELECT owner.name, count(*), sum(task_life.due IS NOT NULL AND " LAST_DAY
        " < ?) FROM task_life JOIN task_life_owner AS owner ON owner.task_id = task_life.task_id"
        " WHERE " IS_OPEN " GROUP BY owner.name ORDER BY 3 DESC, 2 DESC, 1");
    statement_bind_text(&statement, iso);
    while (statement_row(&statement) && (debtor = row_array_add(&rows, &statement)) != NULL)
        *debtor = (struct task_debtor){statement_text(&statement, 0, arena),
            (int)statement_integer(&statement, 1), (int)statement_integer(&statement, 2)};
    *debtors = rows.items;
    *count = rows.count;
    return statement_finish(&statement, problem);
}
