// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/agenda_known.h"

#include <string.h>

#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"

// A meeting that is over: what it left is for the next one.
#define IS_OVER(MEETING)                                                                           \
    "(" MEETING ".state IN ('close', 'annulee', 'reportee')"                                       \
    " OR (" MEETING ".state = 'levee' AND " MEETING ".lacks_quorum = 1))"

// The record stands on an item of the committee (?1) that is to come, or that dealt with it.
#define IS_SETTLED                                                                                 \
    "EXISTS (SELECT 1 FROM item JOIN meeting AS other ON other.id = item.meeting_id"               \
    " WHERE item.answers_id = record.id AND other.committee_id = ?1"                               \
    " AND (NOT " IS_OVER("other") " OR item.state IN ('traite', 'retire')))"

#define IS_PLANNED                                                                                 \
    "EXISTS (SELECT 1 FROM item JOIN meeting AS other ON other.id = item.meeting_id"               \
    " WHERE item.answers_id = record.id AND other.committee_id = ?1 AND NOT " IS_OVER("other") ")"

static enum status load_standings(struct store *store, int64_t committee, struct arena *arena,
    struct carry_known *known, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct carry_standing);
    struct carry_standing *standing;
    statement_open(&statement, store,
        "SELECT id, title, kind, presenter, planned_minutes, at_end,"
        " (SELECT item.id FROM item JOIN meeting ON meeting.id = item.meeting_id"
        " WHERE item.standing_id = standing_item.id AND meeting.state = 'close'"
        " ORDER BY meeting.date DESC, meeting.id DESC LIMIT 1)"
        " FROM standing_item WHERE committee_id = ? AND archived = 0 ORDER BY position, id");
    statement_bind_integer(&statement, committee);
    while (statement_row(&statement) && (standing = row_array_add(&rows, &statement)) != NULL)
        *standing = (struct carry_standing){
            .id = statement_integer(&statement, 0),
            .title = statement_text(&statement, 1, arena),
            .kind = statement_text(&statement, 2, arena),
            .presenter = statement_text(&statement, 3, arena),
            .minutes = (int)statement_integer(&statement, 4),
            .at_end = statement_integer(&statement, 5) != 0,
            .last_item = statement_integer(&statement, 6),
        };
    known->standings = rows.items;
    known->standing_count = rows.count;
    return statement_finish(&statement, problem);
}

static void read_item(struct statement *statement, struct arena *arena, struct carry_item *item)
{
    *item = (struct carry_item){
        .id = statement_integer(statement, 0),
        .parent = statement_integer(statement, 1),
        .title = statement_text(statement, 2, arena),
        .kind = statement_text(statement, 3, arena),
        .state = statement_text(statement, 4, arena),
        .presenter = statement_text(statement, 5, arena),
        .minutes = (int)statement_integer(statement, 6),
        .pinned = statement_integer(statement, 7) != 0,
        .standing = statement_integer(statement, 8),
        .answers = statement_integer(statement, 9),
        .approves = statement_integer(statement, 10),
        .gathers = statement_integer(statement, 11) != 0,
        .meeting_state = statement_text(statement, 12, arena),
        .lacks_quorum = statement_integer(statement, 13) != 0,
        .meeting_date = statement_date(statement, 14),
    };
}

// Those that none continues yet and that may return, in their order at closing.
static enum status load_items(struct store *store, const struct meeting_facts *facts,
    struct arena *arena, struct carry_known *known, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct carry_item);
    struct carry_item *item;
    statement_open(&statement, store,
        "SELECT item.id, item.parent_id, " SHOWN_TITLE ", item.kind, item.state, item.presenter,"
        " item.planned_minutes, item.pinned, item.standing_id, item.answers_id, item.approves_id,"
        " item.gathers IS NOT NULL, meeting.state, meeting.lacks_quorum, meeting.date"
        " FROM meeting JOIN item ON item.meeting_id = meeting.id"
        " LEFT JOIN item AS parent ON parent.id = item.parent_id"
        " WHERE meeting.committee_id = ?1 AND meeting.id <> ?2 AND (item.state = 'en-attente'"
        " OR (" IS_OVER(
            "meeting") " AND (item.state IN ('a-traiter', 'en-cours', 'reporte')"
                       " OR (item.pinned = 1 AND item.state = 'traite'))))"
                       " AND NOT EXISTS (SELECT 1 FROM item AS next WHERE next.continues_id = "
                       "item.id)"
                       " ORDER BY meeting.date, meeting.id, ifnull(parent.position, item.position),"
                       " ifnull(parent.id, item.id), parent.id IS NOT NULL, item.position, "
                       "item.id");
    statement_bind_integer(&statement, facts->committee);
    statement_bind_integer(&statement, facts->id);
    while (statement_row(&statement) && (item = row_array_add(&rows, &statement)) != NULL)
        read_item(&statement, arena, item);
    known->items = rows.items;
    known->item_count = rows.count;
    return statement_finish(&statement, problem);
}

#define RECORD_COLUMNS(KIND, REFERENCE, DATE)                                                      \
    "SELECT " KIND ", record.id, record.text, " REFERENCE ", committee.code, meeting.date, " DATE

#define DECISION_TABLES                                                                            \
    " FROM decision JOIN record ON record.id = decision.record_id"                                 \
    " JOIN meeting ON meeting.id = record.meeting_id AND meeting.state = 'close'"                  \
    " JOIN committee ON committee.id = meeting.committee_id"                                       \
    " LEFT JOIN decision_life AS life ON life.decision_id = record.id"                             \
    " WHERE life.withdrawn_on IS NULL AND life.replaced_by IS NULL"

// The date that was set since, else the one that was decided.
#define REVIEW "ifnull(life.review, decision.review)"

// Kinds are those of carry_over.h, given as parameters 3 to 7. What the committee (?1) gets of
// others; ?2 is the meeting's day.
static const char records_sql[] = RECORD_COLUMNS("?3", "decision.number", "NULL") DECISION_TABLES
    " AND decision.outcome = 'proposition' AND committee.next_id = ?1 AND NOT " IS_SETTLED
    " UNION ALL " RECORD_COLUMNS("?4", "decision.number", "NULL") DECISION_TABLES
    " AND decision.outcome = 'a-deliberer' AND ?1 = ifnull((SELECT next.id FROM committee AS next"
    " WHERE next.id = committee.next_id AND next.authority = 'delibere'),"
    " (SELECT id FROM committee WHERE authority = 'delibere' AND archived = 0"
    " ORDER BY position, id LIMIT 1)) AND NOT " IS_SETTLED
    " UNION ALL " RECORD_COLUMNS("?5", "decision.number", REVIEW) DECISION_TABLES
    " AND " REVIEW " <> '' AND substr(" REVIEW ", 1, 10) <= ?2"
    " AND decision.outcome NOT IN ('rejetee', 'retiree')"
    " AND meeting.committee_id = ?1 AND NOT " IS_SETTLED " UNION ALL " RECORD_COLUMNS("?6", "NULL",
        "NULL") " FROM meeting JOIN record ON record.meeting_id = meeting.id AND record.kind = "
                "'question'"
                " JOIN committee ON committee.id = meeting.committee_id"
                " WHERE meeting.committee_id = ?1 AND meeting.state = 'close'"
                " AND NOT EXISTS (SELECT 1 FROM question_life WHERE question_id = record.id)"
                " AND NOT " IS_SETTLED " UNION ALL " RECORD_COLUMNS("?7", "task.reference",
                    "task_life.due") " FROM task_life JOIN record ON record.id = task_life.task_id"
                                     " JOIN task ON task.record_id = record.id"
                                     " JOIN meeting ON meeting.id = record.meeting_id AND "
                                     "meeting.state = 'close'"
                                     " JOIN committee ON committee.id = meeting.committee_id"
                                     " WHERE task_life.state IN ('a-faire', 'en-cours') AND "
                                     "task_life.due < ?2"
                                     " AND meeting.committee_id = ?1 AND NOT " IS_PLANNED
                                     " ORDER BY 1, 6, 2";

static enum status load_records(struct store *store, const struct meeting_facts *facts,
    struct arena *arena, struct carry_known *known, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct carry_record);
    struct carry_record *record;
    char iso[DATE_TEXT_SIZE];
    date_iso(facts->date, iso);
    statement_open(&statement, store, records_sql);
    statement_bind_integer(&statement, facts->committee);
    statement_bind_text(&statement, iso);
    for (int kind = CARRY_PROPOSITION; kind <= CARRY_TASK; kind++)
        statement_bind_integer(&statement, kind);
    while (statement_row(&statement) && (record = row_array_add(&rows, &statement)) != NULL)
        *record = (struct carry_record){
            .kind = (enum carry_kind)statement_integer(&statement, 0),
            .id = statement_integer(&statement, 1),
            .text = statement_text(&statement, 2, arena),
            .reference = statement_text(&statement, 3, arena),
            .committee = statement_text(&statement, 4, arena),
            .meeting_date = statement_date(&statement, 5),
            .date = statement_date(&statement, 6),
        };
    struct carry_record *records = rows.items;
    known->records = records;
    known->record_count = rows.count;
    enum status status = statement_finish(&statement, problem);
    for (size_t i = 0; status == STATUS_DONE && i < rows.count; i++)
        status = mask_record(store, records[i].id, &records[i].text, problem);
    return status;
}

// Of the committee's last closed meeting, unless an item approves them already, or they are
// approved by the day of the meeting: said to be so, or by the delay.
static enum status load_minutes(struct store *store, const struct meeting_facts *facts,
    struct carry_known *known, struct problem *problem)
{
    struct statement statement;
    char iso[DATE_TEXT_SIZE];
    date_iso(facts->date, iso);
    statement_open(&statement, store,
        "SELECT last.id, last.date FROM (SELECT id, date FROM meeting WHERE committee_id = ?1"
        " AND id <> ?2 AND state = 'close' AND date <= ?3 ORDER BY date DESC, id DESC LIMIT 1)"
        " AS last WHERE NOT EXISTS (SELECT 1 FROM item JOIN meeting ON meeting.id = item.meeting_id"
        " WHERE item.approves_id = last.id AND (NOT " IS_OVER(
            "meeting") " OR item.state IN ('traite', 'retire')))"
                       " AND NOT EXISTS (SELECT 1 FROM approval WHERE meeting_id = last.id)"
                       " AND NOT EXISTS (SELECT 1 FROM tacit_approval"
                       " WHERE meeting_id = last.id AND day <= ?3)");
    statement_bind_integer(&statement, facts->committee);
    statement_bind_integer(&statement, facts->id);
    statement_bind_text(&statement, iso);
    if (statement_row(&statement)) {
        known->minutes_of = statement_integer(&statement, 0);
        known->minutes_date = statement_date(&statement, 1);
    }
    return statement_finish(&statement, problem);
}

static enum status load_omitted(struct store *store, const struct meeting_facts *facts,
    struct arena *arena, struct carry_known *known, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, int64_t);
    int64_t *source = NULL;
    statement_open(&statement, store,
        "SELECT source_id, NULL, NULL, NULL, NULL FROM agenda_omission WHERE meeting_id = ?1"
        " UNION ALL SELECT standing_id, approves_id, continues_id, answers_id, gathers FROM item"
        " WHERE meeting_id = ?1");
    statement_bind_integer(&statement, facts->id);
    while (statement_row(&statement) && (source = row_array_add(&rows, &statement)) != NULL)
        *source = carry_source(statement_integer(&statement, 0), statement_integer(&statement, 1),
            statement_integer(&statement, 2), statement_integer(&statement, 3),
            statement_borrow(&statement, 4));
    known->omitted = rows.items;
    known->omitted_count = rows.count;
    return statement_finish(&statement, problem);
}

enum status agenda_known_load(struct store *store, const struct meeting_facts *facts,
    struct arena *arena, struct carry_known *known, struct problem *problem)
{
    *known = (struct carry_known){.date = facts->date};
    enum status status = load_standings(store, facts->committee, arena, known, problem);
    if (status == STATUS_DONE)
        status = load_items(store, facts, arena, known, problem);
    if (status == STATUS_DONE)
        status = load_records(store, facts, arena, known, problem);
    if (status == STATUS_DONE)
        status = load_minutes(store, facts, known, problem);
    if (status == STATUS_DONE)
        status = load_omitted(store, facts, arena, known, problem);
    return status;
}
