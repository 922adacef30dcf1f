// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item_order.h"

#include <string.h>

#include "store/agenda_end.h"
#include "store/dispatch.h"
#include "store/item_rows.h"
#include "store/kept_text.h"
#include "store/meeting_facts.h"
#include "store/row_array.h"
#include "store/statement.h"

// The items of a meeting under one parent, in order, without those that wait.
struct sibling {
    int64_t id;
    int64_t position;
};

struct siblings {
    struct sibling *items;
    size_t count;
};

static enum status load_siblings(struct store *store, int64_t meeting, int64_t parent,
    struct arena *arena, struct siblings *siblings, struct problem *problem)
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

// `siblings->count` when it is not among them.
static size_t index_of(const struct siblings *siblings, int64_t id)
{
    size_t index = 0;
    while (index < siblings->count && siblings->items[index].id != id)
        index++;
    return index;
}

static enum status set_position(
    struct gesture *gesture, int64_t item, int64_t position, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, gesture_store(gesture),
        "UPDATE item SET position = ?2 WHERE id = ?1 AND position IS NOT ?2");
    statement_bind_integer(&statement, item);
    statement_bind_integer(&statement, position);
    return statement_run(&statement, problem);
}

// Opens a gap of `width` positions behind the sibling `index - 1`, moving only those in the way.
// `*position` is the first one free.
static enum status make_room(struct gesture *gesture, const struct siblings *siblings, size_t index,
    size_t width, int64_t *position, struct problem *problem)
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
        status = set_position(gesture, siblings->items[i].id, least++, problem);
    }
    return status;
}

struct titles {
    const char **lines;
    size_t count, capacity;
};

static enum status add_title(struct titles *titles, const char *text, size_t length,
    struct arena *arena, struct problem *problem)
{
    const char *kept = NULL;
    char *line = arena_format(arena, "%.*s", (int)length, text);
    const char **lines =
        arena_grow(arena, titles->lines, titles->count, &titles->capacity, sizeof *lines);
    if (line == NULL || lines == NULL)
        return problem_set_no_memory(problem);
    titles->lines = lines;
    enum status status = kept_text(arena, line, TEXT_ONE_LINE, &kept, problem);
    if (status == STATUS_DONE && kept[0] != '\0')
        lines[titles->count++] = kept;
    return status;
}

// The lines that are not blank, without the blanks around them.
static enum status read_titles(
    const char *text, struct arena *arena, struct titles *titles, struct problem *problem)
{
    const char *kept = NULL;
    enum status status = kept_text(arena, text, TEXT_MANY_LINES, &kept, problem);
    while (status == STATUS_DONE && *kept != '\0') {
        size_t length = strcspn(kept, "\n");
        status = add_title(titles, kept, length, arena, problem);
        kept += length + (kept[length] == '\n');
    }
    if (status == STATUS_DONE && titles->count == 0)
        status = problem_set(
            problem, STATUS_REFUSED, "Un point a besoin d'un titre : écrivez-en quelques mots.");
    return status;
}

static enum status check_parent(
    struct store *store, int64_t meeting, int64_t parent, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    if (parent == 0)
        return STATUS_DONE;
    enum status status = item_facts_load(store, parent, &arena, &facts, problem);
    if (status == STATUS_DONE && (facts.parent != 0 || facts.meeting.id != meeting ||
                                     strcmp(facts.state, "en-attente") == 0))
        status = problem_set(problem, STATUS_REFUSED,
            "Un sous-point se range sous un point de la même séance : choisissez-en un.");
    arena_clear(&arena);
    return status;
}

// `row` tells where they go; its own title and id are each line's.
static enum status add_titles(struct gesture *gesture, int64_t first_id, struct item_row row,
    const struct titles *titles, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < titles->count; i++) {
        row.id = i == 0 ? first_id : store_new_id(gesture_store(gesture));
        row.title = titles->lines[i];
        status = item_rows_insert(gesture, &row, problem);
        row.position++;
    }
    return status;
}

enum status item_add(struct gesture *gesture, int64_t first_id, int64_t meeting, int64_t parent,
    int64_t after, const char *title, struct problem *problem)
{
    struct store *store = gesture_store(gesture);
    struct arena arena = {0};
    struct meeting_facts facts;
    struct siblings siblings = {0};
    struct titles titles = {0};
    struct item_row row = {.meeting = meeting, .parent = parent, .kind = "information"};
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = meeting_call_was_sent(store, meeting, &row.late, problem);
    if (status == STATUS_DONE)
        status = check_parent(store, meeting, parent, problem);
    if (status == STATUS_DONE)
        status = read_titles(title, &arena, &titles, problem);
    if (status == STATUS_DONE)
        status = load_siblings(store, meeting, parent, &arena, &siblings, problem);
    size_t index = after == 0 ? siblings.count : index_of(&siblings, after) + 1;
    if (row.late && index < siblings.count)
        index = siblings.count;
    if (status == STATUS_DONE && index > siblings.count)
        status = problem_set(problem, STATUS_REFUSED,
            "Le point derrière lequel ajouter n'est plus là : choisissez-en un autre.");
    if (status == STATUS_DONE)
        status = make_room(gesture, &siblings, index, titles.count, &row.position, problem);
    if (status == STATUS_DONE)
        status = add_titles(gesture, first_id, row, &titles, problem);
    if (status == STATUS_DONE && after == 0 && parent == 0 && !row.late)
        status = agenda_keep_end(gesture, meeting, problem);
    arena_clear(&arena);
    return status;
}

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
        status = set_position(gesture, siblings->items[i].id, siblings->items[i].position, problem);
    }
    return status;
}

static enum status swap(struct gesture *gesture, const struct sibling *one,
    const struct sibling *other, struct problem *problem)
{
    enum status status = set_position(gesture, one->id, other->position, problem);
    if (status == STATUS_DONE)
        status = set_position(gesture, other->id, one->position, problem);
    return status;
}

enum status item_move(struct gesture *gesture, int64_t item, int step, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    struct siblings siblings = {0};
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE)
        status = load_siblings(
            gesture_store(gesture), facts.meeting.id, facts.parent, &arena, &siblings, problem);
    size_t index = index_of(&siblings, item);
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
        status = part_equals(gesture, &siblings, problem);
    if (status == STATUS_DONE)
        status = swap(gesture, &siblings.items[index], &siblings.items[other], problem);
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
        load_siblings(gesture_store(gesture), facts->meeting.id, parent, arena, &siblings, problem);
    size_t index = behind == 0 ? siblings.count : index_of(&siblings, behind) + 1;
    if (status == STATUS_DONE)
        status = make_room(gesture, &siblings, index, 1, &position, problem);
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
            load_siblings(gesture_store(gesture), facts->meeting.id, 0, arena, &siblings, problem);
    if (status != STATUS_DONE)
        return status;
    size_t index = index_of(&siblings, facts->id);
    if (siblings.items == NULL || index == 0 || index == siblings.count)
        return problem_set(problem, STATUS_REFUSED,
            "Aucun point ne précède celui-ci : descendez-le d'abord sous un autre.");
    return put(gesture, facts, siblings.items[index - 1].id, 0, arena, problem);
}

enum status item_indent(struct gesture *gesture, int64_t item, bool deeper, struct problem *problem)
{
    struct arena arena = {0};
    struct item_facts facts;
    enum status status = item_facts_to_change(gesture, item, &arena, &facts, problem);
    if (status == STATUS_DONE && deeper)
        status = put_deeper(gesture, &facts, &arena, problem);
    else if (status == STATUS_DONE && facts.parent == 0)
        status = problem_set(problem, STATUS_REFUSED, "Ce point est déjà au premier niveau.");
    else if (status == STATUS_DONE)
        status = put(gesture, &facts, 0, facts.parent, &arena, problem);
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
        status = check_parent(store, facts->meeting.id, parent, problem);
    return status == STATUS_DONE ? check_no_children(store, facts->id, problem) : status;
}

static enum status check_after(const struct item_facts *facts, int64_t parent, int64_t after,
    struct store *store, struct arena *arena, struct problem *problem)
{
    struct siblings siblings = {0};
    if (after == 0)
        return STATUS_DONE;
    enum status status = load_siblings(store, facts->meeting.id, parent, arena, &siblings, problem);
    if (status == STATUS_DONE &&
        (after == facts->id || index_of(&siblings, after) == siblings.count))
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
    if (status == STATUS_DONE && strcmp(facts.state, "en-attente") == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "Ce point est en attente : remettez-le d'abord à l'ordre du jour.");
    if (status == STATUS_DONE)
        status = check_place(store, &facts, parent, problem);
    if (status == STATUS_DONE)
        status = check_after(&facts, parent, after, store, &arena, problem);
    if (status == STATUS_DONE)
        status = put(gesture, &facts, parent, after, &arena, problem);
    arena_clear(&arena);
    return status;
}
