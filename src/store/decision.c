// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decision.h"

#include <string.h>

#include "rules/workflow.h"
#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"

#define SHOWN_RESERVE MASKED("decision.reserve", RECORD_IS_HIDDEN)
#define SHOWN_REASON MASKED("ifnull(life.reason, decision.reason)", RECORD_IS_HIDDEN)

// A date that cannot be read is no date.
static void read_decision(
    struct statement *statement, struct arena *arena, struct decision *decision)
{
    *decision = (struct decision){
        .id = statement_integer(statement, 0),
        .meeting = statement_integer(statement, 1),
        .number = statement_text(statement, 2, arena),
        .town_number = statement_text(statement, 3, arena),
        .text = statement_text(statement, 4, arena),
        .state = statement_text(statement, 5, arena),
        .outcome = statement_text(statement, 6, arena),
        .meeting_reference = statement_text(statement, 7, arena),
        .meeting_state = statement_text(statement, 8, arena),
        .date = statement_date(statement, 9),
        .power = {statement_text(statement, 10, arena), statement_text(statement, 11, arena)},
        .mode = statement_text(statement, 17, arena),
        .reserve = statement_text(statement, 12, arena),
        .reason = statement_text(statement, 13, arena),
        .review = statement_date(statement, 14),
        .executed_on = statement_date(statement, 15),
        .withdrawn_on = statement_date(statement, 16),
    };
    decision->is_replaced = decision_state_is(decision->state, DECISION_REPLACED);
}

static enum status load_facts(struct store *store, int64_t id, struct arena *arena,
    struct decision *decision, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT record.id, record.meeting_id, decision_number.number, life.town_number,"
        " " SHOWN_TEXT
        ", decision_status.state, decision.outcome, meeting.reference, meeting.state,"
        " meeting.date, committee.authority, next.authority, " SHOWN_RESERVE ","
        " " SHOWN_REASON ", decision_review.review, life.executed_on,"
        " life.withdrawn_on, decision.mode FROM decision JOIN record ON record.id = "
        "decision.record_id"
        " JOIN decision_number ON decision_number.decision_id = record.id"
        " JOIN decision_review ON decision_review.decision_id = record.id"
        " JOIN decision_status ON decision_status.decision_id = record.id"
        " JOIN meeting ON meeting.id = record.meeting_id"
        " JOIN committee ON committee.id = meeting.committee_id"
        " LEFT JOIN committee AS next ON next.id = committee.next_id"
        " LEFT JOIN decision_life AS life ON life.decision_id = record.id WHERE record.id = ?");
    statement_bind_integer(&statement, id);
    bool found = statement_row(&statement);
    if (found)
        read_decision(&statement, arena, decision);
    enum status status = statement_finish(&statement, problem);
    if (status == STATUS_DONE && arena->failed)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE && !found)
        status = problem_set(problem, STATUS_REFUSED,
            "Cette décision n'existe plus : l'historique dit ce qu'elle est devenue.");
    return status;
}

// The one that replaces it first, then those that it replaces.
static enum status load_ends(
    struct store *store, struct arena *arena, struct decision *decision, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct decision_end);
    struct decision_end *end;
    statement_open(&statement, store,
        "SELECT record.id, decision_number.number, " SHOWN_TEXT ", meeting.reference, side FROM"
        " (SELECT replaced_by AS other, 0 AS side FROM decision_life WHERE decision_id = ?1"
        " UNION ALL SELECT decision_id, 1 FROM decision_life WHERE replaced_by = ?1)"
        " JOIN decision_number ON decision_number.decision_id = other"
        " JOIN record ON record.id = other JOIN meeting ON meeting.id = record.meeting_id"
        " ORDER BY side, record.id");
    statement_bind_integer(&statement, decision->id);
    while (statement_row(&statement)) {
        bool replaces = statement_integer(&statement, 4) != 0;
        end = replaces ? row_array_add(&rows, &statement) : &decision->replaced_by;
        if (end == NULL)
            break;
        *end = (struct decision_end){
            .id = statement_integer(&statement, 0),
            .number = statement_text(&statement, 1, arena),
            .text = statement_text(&statement, 2, arena),
            .meeting_reference = statement_text(&statement, 3, arena),
        };
    }
    decision->replaces = rows.items;
    decision->replaces_count = rows.count;
    return statement_finish(&statement, problem);
}

static enum status load_accords(
    struct store *store, struct arena *arena, struct decision *decision, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct decision_accord);
    struct decision_accord *accord;
    statement_open(&statement, store,
        "SELECT position, name, given_on FROM decision_accord WHERE decision_id = ?"
        " ORDER BY position");
    statement_bind_integer(&statement, decision->id);
    while (statement_row(&statement) && (accord = row_array_add(&rows, &statement)) != NULL)
        *accord = (struct decision_accord){
            .position = (int)statement_integer(&statement, 0),
            .name = statement_text(&statement, 1, arena),
            .given_on = statement_date(&statement, 2),
        };
    decision->accords = rows.items;
    decision->accord_count = rows.count;
    return statement_finish(&statement, problem);
}

enum status decision_load(struct store *store, int64_t id, struct arena *arena,
    struct decision *decision, struct problem *problem)
{
    *decision = (struct decision){0};
    enum status status = load_facts(store, id, arena, decision, problem);
    if (status == STATUS_DONE)
        status = load_ends(store, arena, decision, problem);
    if (status == STATUS_DONE)
        status = load_accords(store, arena, decision, problem);
    return status;
}

bool decision_is_sealed(const struct decision *decision)
{
    return meeting_state_is(decision->meeting_state, MEETING_CLOSED);
}

bool decision_is_for_council(const struct decision *decision)
{
    return strcmp(decision->power.authority, "delibere") == 0 ||
           decision_state_is(decision->outcome, DECISION_TO_DELIBERATE);
}
