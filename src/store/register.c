// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/register.h"

#include "store/concerned.h"
#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"

// A page's ids are chosen first, in the order of an index where there is one, and only they are
// joined to what is shown. The `+` keeps SQLite from walking what the filter lists instead.
#define OF_ELEMENT(COLUMN) " AND +record.id IN (" CONCERNED(COLUMN, "decision") ")"

static size_t filter_index(const struct register_filter *filter)
{
    static const size_t indexes[] = {
        [PLAN_FIELD] = 1,
        [PLAN_AXIS] = 2,
        [PLAN_OBJECTIVE] = 3,
        [PLAN_ACTION] = 4,
    };
    return filter->element == 0 ? 0 : indexes[filter->level];
}

// The first three parameters of every page and count: the element, then the meetings.
static void bind_filter(struct statement *statement, const struct register_filter *filter)
{
    statement_bind_integer(statement, filter->element);
    statement_bind_integer(statement, filter->meeting);
    statement_bind_integer(statement, filter->meeting == 0 ? INT64_MAX : filter->meeting);
}

#define DECISION_COLUMNS                                                                           \
    "record.id, record.meeting_id, record.item_id, decision_number.number, " SHOWN_TEXT ","        \
    " decision_status.state, meeting.reference, meeting.date, concern.axes, concern.actions,"      \
    " meeting.state IN ('ouverte', 'suspendue')"

#define DECISION_JOINS                                                                             \
    " JOIN decision_number ON decision_number.decision_id = record.id"                             \
    " JOIN decision_status ON decision_status.decision_id = record.id"                             \
    " JOIN meeting ON meeting.id = record.meeting_id"                                              \
    " JOIN record_concern_text AS concern ON concern.record_id = record.id"

#define DECISION_ORDER " ORDER BY meeting.date DESC, meeting.id DESC, record.id DESC"

// Then date, meeting and id of the decision before the page, and the limit.
#define DECISION_PAGE(CONDITION)                                                                   \
    "WITH page (id) AS MATERIALIZED (SELECT record.id FROM meeting"                                \
    " CROSS JOIN record ON record.meeting_id = meeting.id AND record.kind = 'decision'"            \
    " WHERE meeting.date <= ?4 AND (meeting.date, meeting.id, record.id) < (?4, ?5, ?6)"           \
    " AND +meeting.id BETWEEN ?2 AND ?3" CONDITION DECISION_ORDER " LIMIT ?7)"                     \
    " SELECT " DECISION_COLUMNS                                                                    \
    " FROM page CROSS JOIN record ON record.id = page.id" DECISION_JOINS DECISION_ORDER

// One text for each restriction: they must live as long as the store.
static const char *const decision_pages[] = {
    DECISION_PAGE(""),
    DECISION_PAGE(OF_ELEMENT("field_id")),
    DECISION_PAGE(OF_ELEMENT("axis_id")),
    DECISION_PAGE(OF_ELEMENT("objective_id")),
    DECISION_PAGE(OF_ELEMENT("action_id")),
};

// Where a page begins: behind this decision.
struct place {
    const char *date;
    int64_t meeting, id;
};

static enum status find_place(struct store *store, int64_t after, struct arena *arena,
    struct place *place, struct problem *problem)
{
    struct statement statement;
    *place = (struct place){"9999", INT64_MAX, INT64_MAX};
    if (after == 0)
        return STATUS_DONE;
    *place = (struct place){.date = ""};
    statement_open(&statement, store,
        "SELECT meeting.date, meeting.id, record.id FROM record"
        " JOIN meeting ON meeting.id = record.meeting_id WHERE record.id = ?");
    statement_bind_integer(&statement, after);
    if (statement_row(&statement))
        *place = (struct place){
            .date = statement_text(&statement, 0, arena),
            .meeting = statement_integer(&statement, 1),
            .id = statement_integer(&statement, 2),
        };
    return statement_finish(&statement, problem);
}

// A date that cannot be read is no date.
static void read_decision(
    struct statement *statement, struct arena *arena, struct register_decision *decision)
{
    *decision = (struct register_decision){
        .id = statement_integer(statement, 0),
        .meeting = statement_integer(statement, 1),
        .item = statement_integer(statement, 2),
        .number = statement_text(statement, 3, arena),
        .text = statement_text(statement, 4, arena),
        .state = statement_text(statement, 5, arena),
        .meeting_reference = statement_text(statement, 6, arena),
        .date = statement_date(statement, 7),
        .axes = statement_text(statement, 8, arena),
        .actions = statement_text(statement, 9, arena),
        .meeting_open = statement_integer(statement, 10) != 0,
    };
}

enum status register_decisions(struct store *store, const struct register_filter *filter,
    int64_t after, size_t limit, struct arena *arena, struct register_decision **decisions,
    size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct register_decision);
    struct register_decision *decision;
    struct place place;
    enum status status = find_place(store, after, arena, &place, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store, decision_pages[filter_index(filter)]);
        bind_filter(&statement, filter);
        statement_bind_text(&statement, place.date);
        statement_bind_integer(&statement, place.meeting);
        statement_bind_integer(&statement, place.id);
        statement_bind_integer(&statement, (int64_t)limit);
        while (statement_row(&statement) && (decision = row_array_add(&rows, &statement)) != NULL)
            read_decision(&statement, arena, decision);
        status = statement_finish(&statement, problem);
    }
    *decisions = rows.items;
    *count = rows.count;
    return status;
}

static enum status load_decision(struct store *store, int64_t id, struct arena *arena,
    struct register_decision *decision, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT " DECISION_COLUMNS " FROM record" DECISION_JOINS " WHERE record.id = ?");
    statement_bind_integer(&statement, id);
    bool found = statement_row(&statement);
    if (found)
        read_decision(&statement, arena, decision);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && !found)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette décision n'existe plus : l'historique dit ce qu'elle est devenue.");
    return status;
}

// A row of record_concern names an action, else an objective, else an axis; and always its axis.
static void open_concerns(struct statement *statement, struct store *store, int64_t id)
{
    statement_open(statement, store,
        "WITH concern AS MATERIALIZED (SELECT axis_id, objective_id, action_id"
        " FROM record_concern WHERE record_id = ?1)"
        " SELECT level, id, reference FROM"
        " (SELECT 1 AS rank, ?2 AS level, axis.id AS id, CAST(axis.number AS TEXT) AS reference,"
        " axis.number AS number FROM axis WHERE id IN (SELECT axis_id FROM concern)"
        " UNION ALL SELECT 2, ?3, action.id, action.code, 0 FROM action"
        " WHERE id IN (SELECT action_id FROM concern)"
        " UNION ALL SELECT 3, ?4, objective.id, objective.code, 0 FROM objective"
        " WHERE id IN (SELECT objective_id FROM concern WHERE action_id IS NULL))"
        " ORDER BY rank, number, reference, id");
    statement_bind_integer(statement, id);
    statement_bind_integer(statement, PLAN_AXIS);
    statement_bind_integer(statement, PLAN_ACTION);
    statement_bind_integer(statement, PLAN_OBJECTIVE);
}

enum status register_concerns(struct store *store, int64_t record, struct arena *arena,
    struct entry_link **concerns, size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct entry_link);
    struct entry_link *link;
    open_concerns(&statement, store, record);
    while (statement_row(&statement) && (link = row_array_add(&rows, &statement)) != NULL)
        *link = (struct entry_link){
            .level = (enum plan_level)statement_integer(&statement, 0),
            .id = statement_integer(&statement, 1),
            .reference = statement_text(&statement, 2, arena),
        };
    *concerns = rows.items;
    *count = rows.count;
    return statement_finish(&statement, problem);
}

enum status register_decision_load(struct store *store, int64_t id, struct arena *arena,
    struct register_decision *decision, struct entry_link **concerns, size_t *count,
    struct problem *problem)
{
    *concerns = NULL;
    *count = 0;
    enum status status = load_decision(store, id, arena, decision, problem);
    return status == STATUS_DONE ? register_concerns(store, id, arena, concerns, count, problem)
                                 : status;
}
