// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/plan.h"

#include <string.h>

#include "store/plan_count.h"
#include "store/row_array.h"
#include "store/statement.h"

// A plan while it is read.
struct reading {
    struct store *store;
    struct arena *arena;
    struct plan *plan;
    bool archived_too;
    struct problem *problem;
};

static void open_query(struct statement *statement, const struct reading *reading, const char *sql)
{
    statement_open(statement, reading->store, sql);
    statement_bind_integer(statement, reading->archived_too);
}

static enum status read_title(const struct reading *reading)
{
    struct statement statement;
    const char *title = NULL;
    statement_open(&statement, reading->store, "SELECT title FROM convention ORDER BY id LIMIT 1");
    if (statement_row(&statement))
        title = statement_text(&statement, 0, reading->arena);
    reading->plan->title = title == NULL ? "" : title;
    return statement_finish(&statement, reading->problem);
}

static enum status read_fields(const struct reading *reading)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(reading->arena, struct plan_field);
    struct plan_field *field;
    statement_open(&statement, reading->store,
        "SELECT id, code, label, other_names, transversal FROM field ORDER BY position, id");
    while (statement_row(&statement) && (field = row_array_add(&rows, &statement)) != NULL) {
        field->id = statement_integer(&statement, 0);
        field->code = statement_text(&statement, 1, reading->arena);
        field->label = statement_text(&statement, 2, reading->arena);
        field->other_names = statement_text(&statement, 3, reading->arena);
        field->transversal = statement_integer(&statement, 4) != 0;
    }
    reading->plan->fields = rows.items;
    reading->plan->field_count = rows.count;
    return statement_finish(&statement, reading->problem);
}

static enum status read_axes(const struct reading *reading)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(reading->arena, struct plan_axis);
    struct plan_axis *axis;
    open_query(&statement, reading,
        "SELECT axis.id, axis.field_id, axis.number, axis.label, axis.archived"
        " FROM axis JOIN field ON field.id = axis.field_id WHERE ?1 OR axis.archived = 0"
        " ORDER BY field.position, field.id, axis.number, axis.id");
    while (statement_row(&statement) && (axis = row_array_add(&rows, &statement)) != NULL) {
        axis->id = statement_integer(&statement, 0);
        axis->field = statement_integer(&statement, 1);
        axis->number = (int)statement_integer(&statement, 2);
        axis->label = statement_text(&statement, 3, reading->arena);
        axis->archived = statement_integer(&statement, 4) != 0;
    }
    reading->plan->axes = rows.items;
    reading->plan->axis_count = rows.count;
    return statement_finish(&statement, reading->problem);
}

static enum status read_objectives(const struct reading *reading)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(reading->arena, struct plan_objective);
    struct plan_objective *objective;
    open_query(&statement, reading,
        "SELECT objective.id, objective.axis_id, objective.code, objective.label,"
        " objective.archived"
        " FROM objective JOIN axis ON axis.id = objective.axis_id"
        " JOIN field ON field.id = axis.field_id"
        " WHERE ?1 OR (objective.archived = 0 AND axis.archived = 0)"
        " ORDER BY field.position, field.id, axis.number, axis.id, objective.position,"
        " objective.id");
    while (statement_row(&statement) && (objective = row_array_add(&rows, &statement)) != NULL) {
        objective->id = statement_integer(&statement, 0);
        objective->axis = statement_integer(&statement, 1);
        objective->code = statement_text(&statement, 2, reading->arena);
        objective->label = statement_text(&statement, 3, reading->arena);
        objective->archived = statement_integer(&statement, 4) != 0;
    }
    reading->plan->objectives = rows.items;
    reading->plan->objective_count = rows.count;
    return statement_finish(&statement, reading->problem);
}

static void read_action(
    struct statement *statement, struct arena *arena, struct plan_action *action)
{
    action->id = statement_integer(statement, 0);
    action->axis = statement_integer(statement, 1);
    action->objective = statement_integer(statement, 2);
    action->code = statement_text(statement, 3, arena);
    action->title = statement_text(statement, 4, arena);
    action->state = statement_text(statement, 5, arena);
    action->category = statement_text(statement, 6, arena);
    action->progress = (int)statement_integer(statement, 7);
    action->priority = (int)statement_integer(statement, 8);
    action->pilot = statement_text(statement, 9, arena);
    action->starts = statement_text(statement, 10, arena);
    action->ends = statement_text(statement, 11, arena);
    action->description = statement_text(statement, 12, arena);
    action->origin = statement_text(statement, 13, arena);
    action->archived = statement_integer(statement, 14) != 0;
}

// An action whose objective is left out hangs from its axis.
static enum status read_actions(const struct reading *reading)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(reading->arena, struct plan_action);
    struct plan_action *action;
    open_query(&statement, reading,
        "SELECT action.id, action.axis_id, objective.id, action.code, action.title, action.state,"
        " action_status.category, action_status.progress, action.priority, action.pilot,"
        " action.starts, action.ends, action.description, action.origin, action.archived"
        " FROM action JOIN action_status ON action_status.action_id = action.id"
        " JOIN axis ON axis.id = action.axis_id JOIN field ON field.id = axis.field_id"
        " LEFT JOIN objective ON objective.id = action.objective_id"
        " AND (?1 OR objective.archived = 0)"
        " WHERE ?1 OR (action.archived = 0 AND axis.archived = 0)"
        " ORDER BY field.position, field.id, axis.number, axis.id, action.position, action.id");
    while (statement_row(&statement) && (action = row_array_add(&rows, &statement)) != NULL)
        read_action(&statement, reading->arena, action);
    reading->plan->actions = rows.items;
    reading->plan->action_count = rows.count;
    return statement_finish(&statement, reading->problem);
}

// Axes stand field after field, in the order of the fields.
static void place_axes(struct plan *plan)
{
    size_t axis = 0;
    for (size_t i = 0; i < plan->field_count; i++) {
        struct plan_field *field = &plan->fields[i];
        field->first_axis = axis;
        while (axis < plan->axis_count && plan->axes[axis].field == field->id)
            axis++;
        field->axis_count = axis - field->first_axis;
    }
}

static int rounded_mean(int sum, int count)
{
    return (sum + count / 2) / count;
}

// Actions stand axis after axis, in the order of the axes.
static void sum_actions(struct plan *plan)
{
    size_t next = 0;
    for (size_t i = 0; i < plan->axis_count; i++) {
        struct plan_axis *axis = &plan->axes[i];
        int sum = 0;
        for (; next < plan->action_count && plan->actions[next].axis == axis->id; next++) {
            const struct plan_action *action = &plan->actions[next];
            if (action->archived)
                continue;
            axis->actions++;
            axis->actions_done += strcmp(action->category, "terminee") == 0;
            sum += action->progress;
        }
        axis->progress = axis->actions == 0 ? -1 : rounded_mean(sum, axis->actions);
    }
}

enum status plan_load(struct store *store, struct date today, bool archived_too,
    struct arena *arena, struct plan *plan, struct problem *problem)
{
    static enum status (*const steps[])(const struct reading *reading) = {
        read_title,
        read_fields,
        read_axes,
        read_objectives,
        read_actions,
    };
    *plan = (struct plan){.title = ""};
    struct reading reading = {store, arena, plan, archived_too, problem};
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < sizeof steps / sizeof steps[0] && status == STATUS_DONE; i++)
        status = steps[i](&reading);
    if (status != STATUS_DONE)
        return status;
    place_axes(plan);
    sum_actions(plan);
    return plan_count(store, today, arena, plan, problem);
}

const struct plan_field *plan_find_field(const struct plan *plan, int64_t id)
{
    for (size_t i = 0; i < plan->field_count; i++)
        if (plan->fields[i].id == id)
            return &plan->fields[i];
    return NULL;
}

const struct plan_axis *plan_find_axis(const struct plan *plan, int64_t id)
{
    for (size_t i = 0; i < plan->axis_count; i++)
        if (plan->axes[i].id == id)
            return &plan->axes[i];
    return NULL;
}

const struct plan_objective *plan_find_objective(const struct plan *plan, int64_t id)
{
    for (size_t i = 0; i < plan->objective_count; i++)
        if (plan->objectives[i].id == id)
            return &plan->objectives[i];
    return NULL;
}

const struct plan_action *plan_find_action(const struct plan *plan, int64_t id)
{
    for (size_t i = 0; i < plan->action_count; i++)
        if (plan->actions[i].id == id)
            return &plan->actions[i];
    return NULL;
}
