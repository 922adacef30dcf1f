// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_siblings.h"

#include "rules/workflow.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"

enum status siblings_load(struct store *store, int64_t meeting, int64_t parent, struct arena *arena,
    struct siblings *siblings, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct sibling);
    struct sibling *sibling = NULL;
    statement_open(&statement, store,
        "SELECT id, position FROM item WHERE meeting_id = ? AND parent_id IS ?"
        " AND state <> 'en-attente' ORDER BY position, id");
    statement_bind_integer(&statement, meeting);
    statement_bind_reference(&statement, parent);
    while (statement_row(&statement) && (sibling = row_array_add(&rows, &statement)) != NULL)
        *sibling =
            (struct sibling){statement_integer(&statement, 0), statement_integer(&statement, 1)};
    *siblings = (struct siblings){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

size_t siblings_index(const struct siblings *siblings, int64_t id)
{
    size_t index = 0;
    while (index < siblings->count && siblings->items[index].id != id)
        index++;
    return index;
}

enum status item_set_position(
    struct gesture *gesture, int64_t item, int64_t position, struct problem *problem)
{
    return gesture_run_on_two(gesture,
        "UPDATE item SET position = ?2 WHERE id = ?1 AND position IS NOT ?2", item, position,
        problem);
}

enum status siblings_make_room(struct gesture *gesture, const struct siblings *siblings,
    size_t index, size_t width, int64_t *position, struct problem *problem)
{
    enum status status = STATUS_DONE;
    *position = 1;
    if (siblings->items == NULL)
        return STATUS_DONE;
    if (index > 0)
        *position = siblings->items[index - 1].position + 1;
    int64_t least = *position + (int64_t)width;
    for (size_t i = index; status == STATUS_DONE && i < siblings->count; i++) {
        if (siblings->items[i].position >= least)
            break;
        status = item_set_position(gesture, siblings->items[i].id, least++, problem);
    }
    return status;
}

enum status siblings_check_parent(
    struct store *store, int64_t meeting, int64_t parent, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    if (parent == 0)
        return STATUS_DONE;
    enum status status = item_facts_load(store, parent, &arena, &facts, problem);
    if (status == STATUS_DONE && (facts.parent != 0 || facts.meeting.id != meeting ||
                                     item_state_is(facts.state, ITEM_WAITING)))
        status = problem_set(problem, STATUS_REFUSED,
            "Un sous-point se range sous un point de la même séance : choisissez-en un.");
    arena_clear(&arena);
    return status;
}
