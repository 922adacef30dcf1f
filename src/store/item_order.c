// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_order.h"

#include "rules/workflow.h"
#include "store/attendance_votes.h"
#include "store/item_rows.h"
#include "store/item_siblings.h"
#include "store/meeting_facts.h"
#include "store/statement.h"

// Two items of one position (another program may have made them) change places only once each has
// its own.
static enum status part_equals(
    struct gesture *gesture, struct siblings *siblings, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 1; status == STATUS_DONE && i < siblings->count; i++) {
        if (siblings->items[i].position > siblings->items[i - 1].position)
            continue;
        siblings->items[i].position = siblings->items[i - 1].position + 1;
        status =
            item_set_position(gesture, siblings->items[i].id, siblings->items[i].position, problem);
    }
    return status;
}

static enum status swap(struct gesture *gesture, struct siblings *siblings, size_t index,
    size_t other, struct problem *problem)
{
    enum status status = part_equals(gesture, siblings, problem);
    const struct sibling *items = siblings->items;
    if (status == STATUS_DONE)
        status = item_set_position(gesture, items[index].id, items[other].position, problem);
    if (status == STATUS_DONE)
        status = item_set_position(gesture, items[other].id, items[index].position, problem);
    return status;
}

enum status item_move(struct gesture *gesture, int64_t item, int step, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    struct siblings siblings = {0};
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = siblings_load(
            gesture_store(gesture), facts.meeting.id, facts.parent, &arena, &siblings, problem);
    size_t index = siblings_index(&siblings, item);
    size_t other = step < 0 ? index - 1 : index + 1;
    if (status == STATUS_DONE && index == siblings.count)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point est en attente : remettez-le d'abord à l'ordre du jour.");
    if (status == STATUS_DONE && step < 0 && index == 0)
        status = problem_set(
            problem, STATUS_REFUSED, "Ce point est déjà le premier : il ne monte pas plus haut.");
    if (status == STATUS_DONE && step >= 0 && other >= siblings.count)
        status = problem_set(
            problem, STATUS_REFUSED, "Ce point est déjà le dernier : il ne descend pas plus bas.");
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(
            gesture, facts.meeting.id, swap(gesture, &siblings, index, other, problem), problem);
    arena_clear(&arena);
    return status;
}

// Puts the item under `parent`, behind the sibling `behind` there (0: at the end).
static enum status put(struct gesture *gesture, const struct item_facts *facts, int64_t parent,
    int64_t behind, struct arena *arena, struct problem *problem)
{
    struct statement statement;
    struct siblings siblings = {0};
    int64_t position = 0;
    enum status status =
        siblings_load(gesture_store(gesture), facts->meeting.id, parent, arena, &siblings, problem);
    size_t index = behind == 0 ? siblings.count : siblings_index(&siblings, behind) + 1;
    if (status == STATUS_DONE)
        status = siblings_make_room(gesture, &siblings, index, 1, &position, problem);
    if (status != STATUS_DONE)
        return status;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE item SET parent_id = ?2, position = ?3 WHERE id = ?1");
    statement_bind_integer(&statement, facts->id);
    statement_bind_reference(&statement, parent);
    statement_bind_integer(&statement, position);
    return statement_run(&statement, problem);
}

static enum status check_no_children(struct store *store, int64_t item, struct problem *problem)
{
    struct statement statement;
    int64_t children = 0;
    statement_open(&statement, store, "SELECT 1 FROM item WHERE parent_id = ?");
    statement_bind_integer(&statement, item);
    enum status status = statement_number(&statement, 0, &children, problem);
    if (status == STATUS_DONE && children != 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point a des sous-points : remettez-les d'abord au premier niveau.");
    return status;
}

static enum status put_deeper(struct gesture *gesture, const struct item_facts *facts,
    struct arena *arena, struct problem *problem)
{
    struct siblings siblings = {0};
    if (facts->parent != 0)
        return problem_set(
            problem, STATUS_REFUSED, "C'est déjà un sous-point : il n'y a qu'un niveau.");
    enum status status = check_no_children(gesture_store(gesture), facts->id, problem);
    if (status == STATUS_DONE)
        status =
            siblings_load(gesture_store(gesture), facts->meeting.id, 0, arena, &siblings, problem);
    if (status != STATUS_DONE)
        return status;
    size_t index = siblings_index(&siblings, facts->id);
    if (siblings.items == NULL || index == 0 || index == siblings.count)
        return problem_set(problem, STATUS_REFUSED,
            "Aucun point ne précède celui-ci : descendez-le d'abord sous un autre.");
    return put(gesture, facts, siblings.items[index - 1].id, 0, arena, problem);
}

static enum status put_higher(struct gesture *gesture, const struct item_facts *facts,
    struct arena *arena, struct problem *problem)
{
    if (facts->parent == 0)
        return problem_set(problem, STATUS_REFUSED, "Ce point est déjà au premier niveau.");
    return put(gesture, facts, 0, facts->parent, arena, problem);
}

enum status item_indent(struct gesture *gesture, int64_t item, bool deeper, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(gesture, facts.meeting.id,
            (deeper ? put_deeper : put_higher)(gesture, &facts, &arena, problem), problem);
    arena_clear(&arena);
    return status;
}

static enum status check_place(
    struct store *store, const struct item_facts *facts, int64_t parent, struct problem *problem)
{
    struct statement statement;
    int64_t above = 0;
    if (parent == 0)
        return STATUS_DONE;
    statement_open(&statement, store, "SELECT parent_id FROM item WHERE id = ?");
    statement_bind_integer(&statement, parent);
    enum status status = statement_number(&statement, 0, &above, problem);
    if (status == STATUS_DONE && (parent == facts->id || above == facts->id))
        status = problem_set(problem, STATUS_REFUSED,
            "Un point ne se range ni sous lui-même ni sous son propre sous-point : choisissez-en un"
            " autre.");
    if (status == STATUS_DONE)
        status = siblings_check_parent(store, facts->meeting.id, parent, problem);
    return status == STATUS_DONE ? check_no_children(store, facts->id, problem) : status;
}

static enum status check_after(const struct item_facts *facts, int64_t parent, int64_t after,
    struct store *store, struct arena *arena, struct problem *problem)
{
    struct siblings siblings = {0};
    if (after == 0)
        return STATUS_DONE;
    enum status status = siblings_load(store, facts->meeting.id, parent, arena, &siblings, problem);
    if (status == STATUS_DONE &&
        (after == facts->id || siblings_index(&siblings, after) == siblings.count))
        status = problem_set(problem, STATUS_REFUSED,
            "Le point derrière lequel le ranger n'est plus là : choisissez-en un autre.");
    return status;
}

enum status item_place(
    struct gesture *gesture, int64_t item, int64_t parent, int64_t after, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE && item_state_is(facts.state, ITEM_WAITING))
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point est en attente : remettez-le d'abord à l'ordre du jour.");
    if (status == STATUS_DONE)
        status = check_place(store, &facts, parent, problem);
    if (status == STATUS_DONE)
        status = check_after(&facts, parent, after, store, &arena, problem);
    if (status == STATUS_DONE)
        status = attendance_change_begin(gesture, problem);
    if (status == STATUS_DONE)
        status = attendance_change_end(gesture, facts.meeting.id,
            put(gesture, &facts, parent, after, &arena, problem), problem);
    arena_clear(&arena);
    return status;
}
