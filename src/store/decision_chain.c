// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decision_chain.h"

#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"

#define HIDDEN(RECORD) RECORD ".confidential OR " ITEM_IS_HIDDEN(RECORD ".item_id")
#define SHOWN_ORIGIN MASKED("origin.text", HIDDEN("origin"))
#define SHOWN_TAKEN MASKED("taken.text", HIDDEN("taken"))

// Upwards: the record that the decision's item answers, where it is a decision. Downwards: the
// items that answer the decision, with the decisions taken on them.
static const char chain_sql[] =
    "SELECT 1, origin.meeting_id, origin.id, meeting.reference, decision.number,"
    " item_number.number, " SHOWN_ORIGIN ", decision_status.state, meeting.date"
    " FROM record AS own JOIN item ON item.id = own.item_id"
    " JOIN record AS origin ON origin.id = item.answers_id"
    " JOIN decision ON decision.record_id = origin.id"
    " JOIN decision_status ON decision_status.decision_id = origin.id"
    " JOIN meeting ON meeting.id = origin.meeting_id"
    " JOIN item_number ON item_number.item_id = origin.item_id WHERE own.id = ?1"
    " UNION ALL SELECT 0, item.meeting_id, ifnull(taken.id, 0), meeting.reference,"
    " decision.number, item_number.number, ifnull(" SHOWN_TAKEN ", " SHOWN_TITLE "),"
    " ifnull(decision_status.state, item.state), meeting.date"
    " FROM item JOIN meeting ON meeting.id = item.meeting_id"
    " JOIN item_number ON item_number.item_id = item.id"
    " LEFT JOIN record AS taken ON taken.item_id = item.id AND taken.kind = 'decision'"
    " LEFT JOIN decision ON decision.record_id = taken.id"
    " LEFT JOIN decision_status ON decision_status.decision_id = taken.id"
    " WHERE item.answers_id = ?1 ORDER BY 1 DESC, 9, 2, 3";

enum status decision_chain_load(struct store *store, int64_t decision, struct arena *arena,
    struct decision_chain *chain, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct chain_link);
    struct chain_link *link;
    statement_open(&statement, store, chain_sql);
    statement_bind_integer(&statement, decision);
    while (statement_row(&statement) && (link = row_array_add(&rows, &statement)) != NULL)
        *link = (struct chain_link){
            .answers = statement_integer(&statement, 0) != 0,
            .meeting = statement_integer(&statement, 1),
            .decision = statement_integer(&statement, 2),
            .meeting_reference = statement_text(&statement, 3, arena),
            .number = statement_text(&statement, 4, arena),
            .item_number = statement_text(&statement, 5, arena),
            .text = statement_text(&statement, 6, arena),
            .state = statement_text(&statement, 7, arena),
        };
    *chain = (struct decision_chain){rows.items, rows.count};
    return statement_finish(&statement, problem);
}
