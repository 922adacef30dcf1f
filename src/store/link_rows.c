// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link_rows.h"

#include "store/row_array.h"
#include "store/statement.h"

enum { OWNER_COUNT = LINK_RECORD + 1, LEVEL_COUNT = PLAN_ACTION + 1 };

static const char *const load_sql[OWNER_COUNT] = {
    [LINK_ITEM] = "SELECT link.item_id, 1, axis.id, axis.number, axis.number FROM item"
                  " JOIN item_axis AS link ON link.item_id = item.id"
                  " JOIN axis ON axis.id = link.axis_id WHERE item.meeting_id = ?1"
                  " UNION ALL SELECT link.item_id, 2, objective.id, objective.code, 0 FROM item"
                  " JOIN item_objective AS link ON link.item_id = item.id"
                  " JOIN objective ON objective.id = link.objective_id WHERE item.meeting_id = ?1"
                  " UNION ALL SELECT link.item_id, 3, action.id, action.code, 0 FROM item"
                  " JOIN item_action AS link ON link.item_id = item.id"
                  " JOIN action ON action.id = link.action_id WHERE item.meeting_id = ?1"
                  " ORDER BY 1, 2, 5, 4",
    [LINK_RECORD] = "SELECT link.record_id, 1, axis.id, axis.number, axis.number FROM record"
                    " JOIN record_axis AS link ON link.record_id = record.id"
                    " JOIN axis ON axis.id = link.axis_id WHERE record.item_id = ?1"
                    " UNION ALL SELECT link.record_id, 2, objective.id, objective.code, 0"
                    " FROM record JOIN record_objective AS link ON link.record_id = record.id"
                    " JOIN objective ON objective.id = link.objective_id WHERE record.item_id = ?1"
                    " UNION ALL SELECT link.record_id, 3, action.id, action.code, 0 FROM record"
                    " JOIN record_action AS link ON link.record_id = record.id"
                    " JOIN action ON action.id = link.action_id WHERE record.item_id = ?1"
                    " ORDER BY 1, 2, 5, 4",
};

static const char *const insert_sql[OWNER_COUNT][LEVEL_COUNT] = {
    [LINK_ITEM] =
        {
            [PLAN_AXIS] = "INSERT INTO item_axis (item_id, axis_id) SELECT ?1, ?2 WHERE NOT EXISTS"
                          " (SELECT 1 FROM item_axis WHERE item_id = ?1 AND axis_id = ?2)",
            [PLAN_OBJECTIVE] =
                "INSERT INTO item_objective (item_id, objective_id) SELECT ?1, ?2 WHERE NOT EXISTS"
                " (SELECT 1 FROM item_objective WHERE item_id = ?1 AND objective_id = ?2)",
            [PLAN_ACTION] =
                "INSERT INTO item_action (item_id, action_id) SELECT ?1, ?2 WHERE NOT EXISTS"
                " (SELECT 1 FROM item_action WHERE item_id = ?1 AND action_id = ?2)",
        },
    [LINK_RECORD] =
        {
            [PLAN_AXIS] =
                "INSERT INTO record_axis (record_id, axis_id) SELECT ?1, ?2 WHERE NOT EXISTS"
                " (SELECT 1 FROM record_axis WHERE record_id = ?1 AND axis_id = ?2)",
            [PLAN_OBJECTIVE] =
                "INSERT INTO record_objective (record_id, objective_id) SELECT ?1, ?2 WHERE NOT"
                " EXISTS (SELECT 1 FROM record_objective"
                " WHERE record_id = ?1 AND objective_id = ?2)",
            [PLAN_ACTION] =
                "INSERT INTO record_action (record_id, action_id) SELECT ?1, ?2 WHERE NOT EXISTS"
                " (SELECT 1 FROM record_action WHERE record_id = ?1 AND action_id = ?2)",
        },
};

static const char *const delete_sql[OWNER_COUNT][LEVEL_COUNT] = {
    [LINK_ITEM] =
        {
            [PLAN_AXIS] = "DELETE FROM item_axis WHERE item_id = ? AND axis_id = ?",
            [PLAN_OBJECTIVE] = "DELETE FROM item_objective WHERE item_id = ? AND objective_id = ?",
            [PLAN_ACTION] = "DELETE FROM item_action WHERE item_id = ? AND action_id = ?",
        },
    [LINK_RECORD] =
        {
            [PLAN_AXIS] = "DELETE FROM record_axis WHERE record_id = ? AND axis_id = ?",
            [PLAN_OBJECTIVE] =
                "DELETE FROM record_objective WHERE record_id = ? AND objective_id = ?",
            [PLAN_ACTION] = "DELETE FROM record_action WHERE record_id = ? AND action_id = ?",
        },
};

static const char *const clear_sql[OWNER_COUNT][LEVEL_COUNT] = {
    [LINK_ITEM] =
        {
            [PLAN_AXIS] = "DELETE FROM item_axis WHERE item_id = ?",
            [PLAN_OBJECTIVE] = "DELETE FROM item_objective WHERE item_id = ?",
            [PLAN_ACTION] = "DELETE FROM item_action WHERE item_id = ?",
        },
    [LINK_RECORD] =
        {
            [PLAN_AXIS] = "DELETE FROM record_axis WHERE record_id = ?",
            [PLAN_OBJECTIVE] = "DELETE FROM record_objective WHERE record_id = ?",
            [PLAN_ACTION] = "DELETE FROM record_action WHERE record_id = ?",
        },
};

static const char *const exists_sql[LEVEL_COUNT] = {
    [PLAN_AXIS] = "SELECT 1 FROM axis WHERE id = ?",
    [PLAN_OBJECTIVE] = "SELECT 1 FROM objective WHERE id = ?",
    [PLAN_ACTION] = "SELECT 1 FROM action WHERE id = ?",
};

enum status link_rows_load(struct store *store, enum link_owner owner, int64_t scope,
    struct arena *arena, struct link_rows *rows, struct problem *problem)
{
    struct statement statement;
    struct row_array array = ROW_ARRAY(arena, struct link_row);
    struct link_row *row = NULL;
    statement_open(&statement, store, load_sql[owner]);
    statement_bind_integer(&statement, scope);
    while (statement_row(&statement) && (row = row_array_add(&array, &statement)) != NULL) {
        row->owner = statement_integer(&statement, 0);
        row->link.level = (enum plan_level)statement_integer(&statement, 1);
        row->link.id = statement_integer(&statement, 2);
        row->link.reference = statement_text(&statement, 3, arena);
    }
    *rows = (struct link_rows){array.items, array.count};
    return statement_finish(&statement, problem);
}

// The first row whose owner is not before `owner`.
static size_t first_of(const struct link_rows *rows, int64_t owner)
{
    size_t low = 0;
    size_t high = rows->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rows->rows[middle].owner < owner)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum status link_rows_of(const struct link_rows *rows, int64_t owner, struct arena *arena,
    struct entry_link **links, size_t *count, struct problem *problem)
{
    size_t first = first_of(rows, owner);
    size_t end = first;
    while (end < rows->count && rows->rows[end].owner == owner)
        end++;
    *links = NULL;
    *count = end - first;
    if (*count == 0)
        return STATUS_DONE;
    *links = arena_array(arena, *count, sizeof **links);
    if (*links == NULL)
        return problem_set_no_memory(problem);
    for (size_t i = 0; i < *count; i++)
        (*links)[i] = rows->rows[first + i].link;
    return STATUS_DONE;
}

static enum status check(
    struct store *store, const struct entry_link *link, struct problem *problem)
{
    struct statement statement;
    int64_t there = 0;
    const char *reference = link->reference == NULL ? "" : link->reference;
    if (link->level < PLAN_AXIS || link->level > PLAN_ACTION)
        return problem_set(problem, STATUS_REFUSED,
            "On rattache à un axe, un objectif ou une action, pas à un champ entier.");
    statement_open(&statement, store, exists_sql[link->level]);
    statement_bind_integer(&statement, link->id);
    enum status status = statement_number(&statement, 0, &there, problem);
    if (status == STATUS_DONE && there == 0)
        status = problem_set(problem, STATUS_REFUSED,
            "L'élément «#%s» n'est plus dans le plan : corrigez ce rattachement.", reference);
    return status;
}

enum status link_rows_check(
    struct store *store, const struct entry_link *links, size_t count, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < count; i++)
        status = check(store, &links[i], problem);
    return status;
}

enum status link_rows_add(struct gesture *gesture, enum link_owner owner, int64_t id,
    const struct entry_link *links, size_t count, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < count; i++)
        status = gesture_run_on_two(
            gesture, insert_sql[owner][links[i].level], id, links[i].id, problem);
    return status;
}

enum status link_rows_remove(struct gesture *gesture, enum link_owner owner, int64_t id,
    const struct entry_link *links, size_t count, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; status == STATUS_DONE && i < count; i++)
        if (links[i].level >= PLAN_AXIS && links[i].level <= PLAN_ACTION)
            status = gesture_run_on_two(
                gesture, delete_sql[owner][links[i].level], id, links[i].id, problem);
    return status;
}

enum status link_rows_remove_all(
    struct gesture *gesture, enum link_owner owner, int64_t id, struct problem *problem)
{
    enum status status = STATUS_DONE;
    for (int level = PLAN_AXIS; status == STATUS_DONE && level <= PLAN_ACTION; level++) {
        struct statement statement;
        statement_open(&statement, gesture_store(gesture), clear_sql[owner][level]);
        statement_bind_integer(&statement, id);
        status = statement_run(&statement, problem);
    }
    return status;
}
