// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_removal.h"

#include "rules/carry_over.h"
#include "rules/workflow.h"
#include "store/item_edit.h"
#include "store/item_rows.h"
#include "store/meeting_facts.h"
#include "store/record.h"
#include "store/record_rows.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "store/task.h"

// Where an item comes from, and what stands in the way of taking it away.
struct origin {
    int64_t continues, source;
    bool pinned;
    bool has_children, has_moves, is_continued_in_sealed;
};

static enum status load_origin(
    struct store *store, int64_t item, struct origin *origin, struct problem *problem)
{
    struct statement statement;
    *origin = (struct origin){0};
    statement_open(&statement, store,
        "SELECT standing_id, approves_id, continues_id, answers_id, gathers, pinned,"
        " EXISTS (SELECT 1 FROM item AS child WHERE child.parent_id = item.id),"
        " EXISTS (SELECT 1 FROM attendance_move WHERE item_id = item.id),"
        " EXISTS (SELECT 1 FROM item AS next WHERE next.continues_id = item.id"
        " AND next.meeting_id IN (SELECT id FROM sealed_meeting)) FROM item WHERE id = ?");
    statement_bind_integer(&statement, item);
    if (statement_row(&statement)) {
        origin->continues = statement_integer(&statement, 2);
        origin->source = carry_source(statement_integer(&statement, 0),
            statement_integer(&statement, 1), origin->continues, statement_integer(&statement, 3),
            statement_borrow(&statement, 4));
        origin->pinned = statement_integer(&statement, 5) != 0;
        origin->has_children = statement_integer(&statement, 6) != 0;
        origin->has_moves = statement_integer(&statement, 7) != 0;
        origin->is_continued_in_sealed = statement_integer(&statement, 8) != 0;
    }
    return statement_finish(&statement, problem);
}

static enum status check_obstacles(const struct origin *origin, struct problem *problem)
{
    if (origin->has_children)
        return problem_set(problem, STATUS_REFUSED,
            "Ce point a des sous-points : ôtez-les d'abord, ou remettez-les au premier niveau.");
    if (origin->has_moves)
        return problem_set(problem, STATUS_REFUSED,
            "On est arrivé ou parti pendant ce point : reportez-le plutôt que de l'ôter.");
    if (origin->is_continued_in_sealed)
        return problem_set(problem, STATUS_REFUSED,
            "Une séance close a repris ce point : reportez-le plutôt que de l'ôter.");
    return STATUS_DONE;
}

static bool was_held(const struct item_facts *facts)
{
    return meeting_state_takes_notes(facts->meeting.state);
}

static enum status check_numbers(const struct record_list *list, struct problem *problem)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->records[i].fact.kind == RECORD_DECISION && list->records[i].number != NULL)
            return problem_set(problem, STATUS_REFUSED,
                "La décision %s de ce point a son numéro : elle reste au registre, et peut"
                " seulement être retirée.",
                list->records[i].number);
    return STATUS_DONE;
}

static enum status remove_records(struct gesture *gesture, int64_t item, struct arena *arena,
    struct item_removal *removal, struct problem *problem)
{
    struct record_list list = {0};
    enum status status = record_list(gesture_store(gesture), item, arena, &list, problem);
    if (status == STATUS_DONE)
        status = check_numbers(&list, problem);
    for (size_t i = 0; status == STATUS_DONE && i < list.count; i++) {
        removal->tasks += list.records[i].fact.kind == RECORD_TASK;
        removal->records++;
        status = record_rows_delete(gesture, &list.records[i], problem);
    }
    return status;
}

static enum status omit(
    struct gesture *gesture, int64_t meeting, int64_t source, struct problem *problem)
{
    if (source == 0)
        return STATUS_DONE;
    return gesture_run_on_two(gesture,
        "INSERT INTO agenda_omission (meeting_id, source_id) SELECT ?1, ?2 WHERE NOT EXISTS"
        " (SELECT 1 FROM agenda_omission WHERE meeting_id = ?1 AND source_id = ?2)",
        meeting, source, problem);
}

// The open tasks taken on the item and on those that it continues.
static enum status load_tasks(
    struct store *store, int64_t item, struct row_array *tasks, struct problem *problem)
{
    struct statement statement;
    int64_t *task = NULL;
    statement_open(&statement, store,
        "WITH RECURSIVE chain (id) AS (SELECT ? UNION SELECT item.continues_id FROM chain"
        " JOIN item ON item.id = chain.id WHERE item.continues_id IS NOT NULL)"
        " SELECT open_task.task_id FROM chain JOIN record ON record.item_id = chain.id"
        " JOIN open_task ON open_task.task_id = record.id WHERE record.kind = 'tache'"
        " ORDER BY open_task.task_id");
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (task = row_array_add(tasks, &statement)) != NULL)
        *task = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

static enum status drop_tasks(struct gesture *gesture, int64_t item, struct arena *arena,
    struct item_removal *removal, struct problem *problem)
{
    struct row_array tasks = ROW_ARRAY(arena, int64_t);
    enum status status = load_tasks(gesture_store(gesture), item, &tasks, problem);
    const int64_t *ids = tasks.items;
    for (size_t i = 0; status == STATUS_DONE && i < tasks.count; i++) {
        removal->tasks++;
        status = task_set_state(gesture, ids[i], task_state_code(TASK_GIVEN_UP), problem);
    }
    return status;
}

static enum status settle(struct gesture *gesture, const struct item_facts *facts, bool pinned,
    struct arena *arena, struct item_removal *removal, struct problem *problem)
{
    bool ended =
        item_state_is(facts->state, ITEM_TREATED) || item_state_is(facts->state, ITEM_TAKEN_OFF);
    removal->settled = true;
    enum status status = drop_tasks(gesture, facts->id, arena, removal, problem);
    if (status == STATUS_DONE && ended && !pinned && removal->tasks == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point est déjà clos : il ne reviendra pas à l'ordre du jour.");
    if (status == STATUS_DONE && pinned)
        status = gesture_run_on_two(
            gesture, "UPDATE item SET pinned = ?2 WHERE id = ?1", facts->id, 0, problem);
    if (status == STATUS_DONE && !ended)
        status = item_set_state(gesture, facts->id, item_state_code(ITEM_TAKEN_OFF), problem);
    return status;
}

enum status item_settle(
    struct gesture *gesture, int64_t item, struct item_removal *removal, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    struct origin origin;
    struct item_removal done = {0};
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = load_origin(gesture_store(gesture), item, &origin, problem);
    if (status == STATUS_DONE)
        status = settle(gesture, &facts, origin.pinned, &arena, &done, problem);
    if (removal != NULL)
        *removal = done;
    arena_clear(&arena);
    return status;
}

static enum status load_children(
    struct store *store, int64_t item, struct row_array *ids, struct problem *problem)
{
    struct statement statement;
    int64_t *id = NULL;
    statement_open(&statement, store, "SELECT id FROM item WHERE parent_id = ? ORDER BY id");
    statement_bind_integer(&statement, item);
    while (statement_row(&statement) && (id = row_array_add(ids, &statement)) != NULL)
        *id = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

static enum status take_away_one(struct gesture *gesture, const struct item_facts *facts,
    struct arena *arena, struct item_removal *removal, struct problem *problem)
{
    struct origin origin;
    enum status status = load_origin(gesture_store(gesture), facts->id, &origin, problem);
    if (status == STATUS_DONE)
        status = check_obstacles(&origin, problem);
    if (status == STATUS_DONE)
        status = remove_records(gesture, facts->id, arena, removal, problem);
    if (status == STATUS_DONE)
        status = omit(gesture, facts->meeting.id, origin.source, problem);
    if (status == STATUS_DONE)
        status = item_rows_delete(gesture, facts->id, problem);
    return status;
}

// What came with an item that was offered goes with it.
static enum status take_away_children(struct gesture *gesture, const struct item_facts *facts,
    struct arena *arena, struct item_removal *removal, struct problem *problem)
{
    struct row_array rows = ROW_ARRAY(arena, int64_t);
    enum status status = load_children(gesture_store(gesture), facts->id, &rows, problem);
    const int64_t *ids = rows.items;
    for (size_t i = 0; status == STATUS_DONE && i < rows.count; i++) {
        struct item_facts child = *facts;
        child.id = ids[i];
        status = take_away_one(gesture, &child, arena, removal, problem);
    }
    return status;
}

static enum status take_away(struct gesture *gesture, const struct item_facts *facts,
    struct arena *arena, struct item_removal *removal, struct problem *problem)
{
    struct origin origin;
    bool held = was_held(facts);
    enum status status = load_origin(gesture_store(gesture), facts->id, &origin, problem);
    if (status == STATUS_DONE && held && origin.continues != 0)
        return settle(gesture, facts, origin.pinned, arena, removal, problem);
    if (status == STATUS_DONE && !held && origin.source != 0 && origin.has_children)
        status = take_away_children(gesture, facts, arena, removal, problem);
    return status == STATUS_DONE ? take_away_one(gesture, facts, arena, removal, problem) : status;
}

enum status item_take_away(
    struct gesture *gesture, int64_t item, struct item_removal *removal, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    struct item_removal done = {0};
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = take_away(gesture, &facts, &arena, &done, problem);
    if (removal != NULL)
        *removal = done;
    arena_clear(&arena);
    return status;
}
