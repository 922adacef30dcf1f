// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/element_vote.h"

#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"

// One text for each level: they must live as long as the store.
#define VOTES_OF(COLUMN)                                                                           \
    "SELECT ballot.meeting_id, ballot.item_id, ballot.decision_id, " SHOWN_SENTENCE                \
    ", " SHOWN_TITLE ", ballot.quorum_reached FROM ballot JOIN item ON item.id = ballot.item_id"   \
    " WHERE ballot.id IN (SELECT held.id FROM record_concern AS concern"                           \
    " JOIN ballot AS held ON held.decision_id = concern.record_id WHERE concern." COLUMN " = ?1)"  \
    " OR ballot.decision_id IS NULL AND ballot.item_id IN"                                         \
    " (SELECT item_id FROM item_concern WHERE " COLUMN " = ?1) ORDER BY ballot.id"

static const char *const votes_sql[] = {
    [PLAN_FIELD] = VOTES_OF("field_id"),
    [PLAN_AXIS] = VOTES_OF("axis_id"),
    [PLAN_OBJECTIVE] = VOTES_OF("objective_id"),
    [PLAN_ACTION] = VOTES_OF("action_id"),
};

enum status element_votes_load(struct store *store, enum plan_level level, int64_t element,
    struct arena *arena, struct element_votes *votes, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct element_vote);
    struct element_vote *vote = NULL;
    statement_open(&statement, store, votes_sql[level]);
    statement_bind_integer(&statement, element);
    while (statement_row(&statement) && (vote = row_array_add(&rows, &statement)) != NULL)
        *vote = (struct element_vote){
            .meeting = statement_integer(&statement, 0),
            .item = statement_integer(&statement, 1),
            .decision = statement_integer(&statement, 2),
            .sentence = statement_text(&statement, 3, arena),
            .item_title = statement_text(&statement, 4, arena),
            .quorum_reached = statement_integer(&statement, 5) != 0,
        };
    *votes = (struct element_votes){rows.items, rows.count};
    return statement_finish(&statement, problem);
}
