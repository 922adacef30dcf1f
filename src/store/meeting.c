// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting.h"

#include <ctype.h>
#include <string.h>

#include "store/row_array.h"
#include "store/statement.h"

#define MEETING_QUERY                                                                              \
    "SELECT meeting.id, meeting.committee_id, committee.code, committee.label,"                    \
    " committee.authority = 'propose', meeting.reference, meeting.date, meeting.place,"            \
    " meeting.state, meeting.opened_at, meeting.adjourned_at, meeting.closed_at,"                  \
    " (SELECT count(*) FROM item WHERE item.meeting_id = meeting.id),"                             \
    " (SELECT count(*) FROM record WHERE record.meeting_id = meeting.id"                           \
    " AND record.kind = 'decision'),"                                                              \
    " (SELECT count(*) FROM record WHERE record.meeting_id = meeting.id"                           \
    " AND record.kind = 'tache'),"                                                                 \
    " meeting.planned_hour, meeting.planned_end, meeting.lacks_quorum, meeting.recalls_id,"        \
    " CASE meeting.state WHEN 'close' THEN ifnull((SELECT substr(at, 1, 10) FROM approval"         \
    " WHERE approval.meeting_id = meeting.id), (SELECT day FROM tacit_approval"                    \
    " WHERE tacit_approval.meeting_id = meeting.id)) END"                                          \
    " FROM meeting JOIN committee ON committee.id = meeting.committee_id"

#define LATEST_FIRST " ORDER BY meeting.date DESC, meeting.id DESC"

// The first condition is for the index.
#define MEETING_PAGE                                                                               \
    MEETING_QUERY                                                                                  \
    " WHERE meeting.date <= (SELECT date FROM meeting WHERE id = ?2)"                              \
    " AND (meeting.date, meeting.id) < (SELECT date, id FROM meeting WHERE id = ?2)" LATEST_FIRST  \
    " LIMIT ?1"

// The meetings that spoke of an element: on an item that was opened or noted on, or in a record
// that names it. The column is compared with a constant, which reaches every arm of the views.
#define THAT_SPOKE_OF(COLUMN)                                                                      \
    MEETING_QUERY                                                                                  \
    " WHERE meeting.id IN (SELECT item.meeting_id FROM item WHERE item.id IN"                      \
    " (SELECT item_id FROM item_concern WHERE " COLUMN " = ?1)"                                    \
    " AND (item.opened_at IS NOT NULL"                                                             \
    " OR EXISTS (SELECT 1 FROM record WHERE record.item_id = item.id))"                            \
    " UNION ALL SELECT record.meeting_id FROM record WHERE record.id IN"                           \
    " (SELECT record_id FROM record_link WHERE " COLUMN " = ?1))" LATEST_FIRST

static const char *const spoke_sql[] = {
    [PLAN_FIELD] = THAT_SPOKE_OF("field_id"),
    [PLAN_AXIS] = THAT_SPOKE_OF("axis_id"),
    [PLAN_OBJECTIVE] = THAT_SPOKE_OF("objective_id"),
    [PLAN_ACTION] = THAT_SPOKE_OF("action_id"),
};

// The minutes are approved from the day in the column on; NULL: there is none yet.
static bool has_come(const struct statement *statement, int column)
{
    struct local_time now = clock_local(store_clock(statement->store));
    char today[DATE_TEXT_SIZE];
    const char *day = statement_borrow(statement, column);
    date_iso(date_of_day(now.year, now.month, now.day), today);
    return day != NULL && strcmp(day, today) <= 0;
}

static void read_meeting(struct statement *statement, struct arena *arena, struct meeting *meeting)
{
    *meeting = (struct meeting){
        .id = statement_integer(statement, 0),
        .committee = statement_integer(statement, 1),
        .committee_code = statement_text(statement, 2, arena),
        .committee_label = statement_text(statement, 3, arena),
        .proposes = statement_integer(statement, 4) != 0,
        .reference = statement_text(statement, 5, arena),
        .place = statement_text(statement, 7, arena),
        .state = statement_text(statement, 8, arena),
        .opened_at = statement_text(statement, 9, arena),
        .adjourned_at = statement_text(statement, 10, arena),
        .closed_at = statement_text(statement, 11, arena),
        .items = (int)statement_integer(statement, 12),
        .decisions = (int)statement_integer(statement, 13),
        .tasks = (int)statement_integer(statement, 14),
        .planned_hour = statement_text(statement, 15, arena),
        .planned_end = statement_text(statement, 16, arena),
        .lacks_quorum = statement_integer(statement, 17) != 0,
        .recalls = statement_integer(statement, 18),
        .approved = has_come(statement, 19),
    };
    meeting->date = statement_date(statement, 6);
}

static enum status read_list(struct statement *statement, struct arena *arena,
    struct meeting_list *list, struct problem *problem)
{
    struct row_array rows = ROW_ARRAY(arena, struct meeting);
    struct meeting *meeting = NULL;
    while (statement_row(statement) && (meeting = row_array_add(&rows, statement)) != NULL)
        read_meeting(statement, arena, meeting);
    *list = (struct meeting_list){rows.items, rows.count};
    return statement_finish(statement, problem);
}

enum status meeting_page(struct store *store, int64_t after, size_t limit, struct arena *arena,
    struct meeting_list *list, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, store, after == 0 ? MEETING_QUERY LATEST_FIRST " LIMIT ?1" : MEETING_PAGE);
    statement_bind_integer(&statement, (int64_t)limit);
    if (after != 0)
        statement_bind_integer(&statement, after);
    return read_list(&statement, arena, list, problem);
}

enum status meeting_list(struct store *store, enum plan_level level, int64_t element,
    struct arena *arena, struct meeting_list *list, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, spoke_sql[level]);
    statement_bind_integer(&statement, element);
    return read_list(&statement, arena, list, problem);
}

enum status meeting_newest(struct store *store, int64_t *id, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store, "SELECT max(id) FROM meeting");
    return statement_number(&statement, 0, id, problem);
}

enum status meeting_load(struct store *store, int64_t id, struct arena *arena,
    struct meeting *meeting, struct problem *problem)
{
    struct statement statement;
    *meeting = (struct meeting){0};
    statement_open(&statement, store, MEETING_QUERY " WHERE meeting.id = ?");
    statement_bind_integer(&statement, id);
    if (statement_row(&statement))
        read_meeting(&statement, arena, meeting);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && meeting->id == 0)
        status = problem_set(
            problem, STATUS_REFUSED, "Cette séance n'existe plus : s montre celles qui existent.");
    return status;
}

enum status meeting_open_now(struct store *store, int64_t *id, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT id FROM meeting WHERE state <> 'close' AND state IN ('ouverte', 'suspendue')"
        " ORDER BY opened_at DESC, id DESC LIMIT 1");
    return statement_number(&statement, 0, id, problem);
}

static enum status find_last_held(struct store *store, int64_t *id, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT id FROM meeting WHERE state IN ('ouverte', 'suspendue', 'levee', 'close')"
        " ORDER BY date DESC, id DESC LIMIT 1");
    return statement_number(&statement, 0, id, problem);
}

// One whose day has gone by without it being held comes behind those still to come.
static enum status find_next_prepared(struct store *store, int64_t *id, struct problem *problem)
{
    struct statement statement;
    char today[DATE_TEXT_SIZE];
    struct local_time now = clock_local(store_clock(store));
    date_iso(date_of_day(now.year, now.month, now.day), today);
    statement_open(&statement, store,
        "SELECT id FROM meeting WHERE state <> 'close' AND state = 'preparee'"
        " ORDER BY date < ?, date, id LIMIT 1");
    statement_bind_text(&statement, today);
    return statement_number(&statement, 0, id, problem);
}

enum status meeting_for_agenda(struct store *store, int64_t *id, struct problem *problem)
{
    enum status status = meeting_open_now(store, id, problem);
    if (status == STATUS_DONE && *id == 0)
        status = find_next_prepared(store, id, problem);
    return status;
}

enum status meeting_next_date(
    struct store *store, int64_t meeting, struct date *date, struct problem *problem)
{
    struct statement statement;
    *date = (struct date){0};
    statement_open(&statement, store,
        "SELECT other.date FROM meeting JOIN meeting AS other"
        " ON other.committee_id = meeting.committee_id AND other.state = 'preparee'"
        " AND (other.date, other.id) > (meeting.date, meeting.id)"
        " WHERE meeting.id = ? ORDER BY other.date, other.id LIMIT 1");
    statement_bind_integer(&statement, meeting);
    if (statement_row(&statement))
        *date = statement_date(&statement, 0);
    return statement_finish(&statement, problem);
}

static enum status find_by_reference(
    struct store *store, const char *reference, int64_t *id, struct problem *problem)
{
    struct statement statement;
    struct buffer capitals = {0};
    for (const char *sign = reference; *sign != '\0'; sign++)
        buffer_append_character(&capitals, (char)toupper((unsigned char)*sign));
    statement_open(&statement, store, "SELECT id FROM meeting WHERE reference = ?");
    statement_bind_text(&statement, buffer_text(&capitals));
    enum status status = statement_number(&statement, 0, id, problem);
    buffer_clear(&capitals);
    if (status == STATUS_DONE && *id == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Aucune séance «%s» : «greffe seances» donne les références de celles qui existent.",
            reference);
    return status;
}

enum status meeting_find(
    struct store *store, const char *reference, int64_t *id, struct problem *problem)
{
    static const struct {
        const char *word;
        enum status (*find)(struct store *store, int64_t *id, struct problem *problem);
        const char *missing;
    } words[] = {
        {"ouverte", meeting_open_now, "Aucune séance n'est ouverte : ouvrez-en une."},
        {"derniere", find_last_held, "Aucune séance n'a encore été tenue."},
        {"prochaine", find_next_prepared, "Aucune séance n'est préparée : préparez-en une."},
    };
    *id = 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(reference, words[i].word) != 0)
            continue;
        enum status status = words[i].find(store, id, problem);
        if (status == STATUS_DONE && *id == 0)
            status = problem_set(problem, STATUS_REFUSED, "%s", words[i].missing);
        return status;
    }
    return find_by_reference(store, reference, id, problem);
}
