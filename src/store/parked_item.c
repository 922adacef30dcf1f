// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/parked_item.h"

#include "rules/workflow.h"
#include "store/agenda_end.h"
#include "store/agenda_proposal.h"
#include "store/item_order.h"
#include "store/item_rows.h"
#include "store/mask.h"
#include "store/meeting_facts.h"
#include "store/meeting_pause.h"
#include "store/row_array.h"
#include "store/statement.h"

static void read_item(struct statement *statement, struct arena *arena, struct parked_item *item)
{
    *item = (struct parked_item){
        .id = statement_integer(statement, 0),
        .title = statement_text(statement, 1, arena),
        .kind = statement_text(statement, 2, arena),
        .presenter = statement_text(statement, 3, arena),
        .minutes = (int)statement_integer(statement, 4),
        .meeting_reference = statement_text(statement, 5, arena),
        .own = statement_integer(statement, 7) != 0,
    };
    item->meeting_date = statement_date(statement, 6);
}

enum status parked_items_load(struct store *store, int64_t meeting, struct arena *arena,
    struct parked_items *parked, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct parked_item);
    struct parked_item *item;
    statement_open(&statement, store,
        "SELECT item.id, " SHOWN_TITLE ", item.kind, item.presenter, item.planned_minutes,"
        " meeting.reference, meeting.date, meeting.id = this.id"
        " FROM meeting AS this JOIN meeting ON meeting.committee_id = this.committee_id"
        " JOIN item ON item.meeting_id = meeting.id AND item.state = 'en-attente'"
        " LEFT JOIN item AS parent ON parent.id = item.parent_id"
        " WHERE this.id = ?1"
        " AND NOT EXISTS (SELECT 1 FROM item AS next WHERE next.continues_id = item.id)"
        " ORDER BY meeting.date, meeting.id, ifnull(parent.position, item.position),"
        " ifnull(parent.id, item.id), parent.id IS NOT NULL, item.position, item.id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (item = row_array_add(&rows, &statement)) != NULL)
        read_item(&statement, arena, item);
    *parked = (struct parked_items){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

// On the item, or on a sub-item of it.
static enum status check_noted(struct store *store, int64_t item, struct problem *problem)
{
    struct statement statement;
    int64_t noted = 0;
    statement_open(&statement, store,
        "SELECT EXISTS (SELECT 1 FROM item WHERE (id = ?1 OR parent_id = ?1)"
        " AND (EXISTS (SELECT 1 FROM record WHERE item_id = item.id)"
        " OR EXISTS (SELECT 1 FROM private_note WHERE item_id = item.id)"
        " OR EXISTS (SELECT 1 FROM attendance_move WHERE item_id = item.id)))");
    statement_bind_integer(&statement, item);
    enum status status = statement_number(&statement, 0, &noted, problem);
    if (status == STATUS_DONE && noted != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point porte des notes : reportez-le plutôt à une autre séance.");
    return status;
}

static enum status detach(
    struct gesture *gesture, const struct item_facts *facts, struct problem *problem)
{
    struct statement statement;
    int64_t bare = 0;
    int64_t position = 0;
    statement_open(&statement, gesture_store(gesture),
        "SELECT EXISTS (SELECT 1 FROM item_without_link WHERE id = ?)");
    statement_bind_integer(&statement, facts->id);
    enum status status = statement_number(&statement, 0, &bare, problem);
    if (status == STATUS_DONE && bare != 0)
        status = item_rows_copy_links(gesture, facts->parent, facts->id, problem);
    if (status == STATUS_DONE)
        status = item_rows_end(gesture_store(gesture), facts->meeting.id, 0, &position, problem);
    if (status == STATUS_DONE)
        status = gesture_run_on_two(gesture,
            "UPDATE item SET parent_id = NULL, position = ?2 WHERE id = ?1", facts->id, position,
            problem);
    return status;
}

enum status item_park(struct gesture *gesture, int64_t item, struct problem *problem)
{
    struct statement statement;
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status =
            workflow_check(&item_workflow, facts.state, item_state_code(ITEM_WAITING), problem);
    if (status == STATUS_DONE)
        status = check_noted(gesture_store(gesture), item, problem);
    if (status == STATUS_DONE && facts.parent != 0)
        status = detach(gesture, &facts, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, gesture_store(gesture),
            "UPDATE item SET state = 'en-attente', opened_at = NULL, closed_at = NULL"
            " WHERE (id = ?1 OR parent_id = ?1) AND state <> 'en-attente'");
        statement_bind_integer(&statement, item);
        status = statement_run(&statement, problem);
    }
    if (status == STATUS_DONE)
        status = item_pauses_forget(gesture, item, problem);
    arena_clear(&arena);
    return status;
}

static enum status put_back(
    struct gesture *gesture, const struct item_facts *facts, struct problem *problem)
{
    int64_t position = 0;
    enum status status =
        item_rows_end(gesture_store(gesture), facts->meeting.id, 0, &position, problem);
    if (status == STATUS_DONE)
        status = gesture_run_on_two(gesture,
            "UPDATE item SET state = 'a-traiter',"
            " position = CASE WHEN id = ?1 THEN ?2 ELSE position END"
            " WHERE (id = ?1 OR parent_id = ?1) AND state = 'en-attente'",
            facts->id, position, problem);
    return status;
}

static enum status load_children(
    struct store *store, int64_t item, struct row_array *ids, struct problem *problem)
{
    struct statement statement;
    int64_t *id = NULL;
    statement_open(&statement, store,
        "SELECT id FROM item WHERE parent_id = ? AND state = 'en-attente' ORDER BY position, id");
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (id = row_array_add(ids, &statement)) != NULL)
        *id = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

// The item of the meeting that takes up `item`.
static enum status find_taken(
    struct store *store, int64_t item, int64_t meeting, int64_t *taken, struct problem *problem)
{
    struct statement statement;
    statement_open(
        &statement, store, "SELECT id FROM item WHERE continues_id = ? AND meeting_id = ?");
    statement_bind_integer(&statement, item);
    statement_bind_integer(&statement, meeting);
    return statement_number(&statement, 0, taken, problem);
}

static enum status take_up_child(struct gesture *gesture, int64_t child, int64_t parent,
    int64_t meeting, struct problem *problem)
{
    int64_t taken = 0;
    enum status status = agenda_take_up(gesture, meeting, child, problem);
    if (status == STATUS_DONE)
        status = find_taken(gesture_store(gesture), child, meeting, &taken, problem);
    return status == STATUS_DONE ? item_place(gesture, taken, parent, 0, problem) : status;
}

static enum status take_up(struct gesture *gesture, int64_t item, int64_t meeting,
    struct arena *arena, struct problem *problem)
{
    struct row_array children = ROW_ARRAY(arena, int64_t);
    int64_t taken = 0;
    enum status status = agenda_take_up(gesture, meeting, item, problem);
    if (status == STATUS_DONE)
        status = find_taken(gesture_store(gesture), item, meeting, &taken, problem);
    if (status == STATUS_DONE)
        status = load_children(gesture_store(gesture), item, &children, problem);
    const int64_t *ids = children.items;
    for (size_t i = 0; status == STATUS_DONE && i < children.count; i++)
        status = take_up_child(gesture, ids[i], taken, meeting, problem);
    return status;
}

enum status item_unpark(
    struct gesture *gesture, int64_t item, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_load(gesture_store(gesture), item, &arena, &facts, problem);
    if (status == STATUS_DONE && facts.meeting.id == meeting) {
        status = item_facts_to_change(gesture, item, &arena, &facts, problem);
        if (status == STATUS_DONE)
            status = workflow_check(
                &item_workflow, facts.state, item_state_code(ITEM_UNTREATED), problem);
        if (status == STATUS_DONE)
            status = put_back(gesture, &facts, problem);
        if (status == STATUS_DONE)
            status = agenda_keep_end(gesture, meeting, problem);
    } else if (status == STATUS_DONE)
        status = take_up(gesture, item, meeting, &arena, problem);
    arena_clear(&arena);
    return status;
}
