// SPDX-License-Identifier: GPL-3.0-or-later
// The convention's strategic tree: fields, axes, objectives, actions; read, and changed inside a
// gesture. Rows and their texts are in the caller's arena.
#ifndef GREFFE_STORE_PLAN_H
#define GREFFE_STORE_PLAN_H

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"
#include "text/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct plan_field {
    int64_t id;
    const char *code;
    const char *label;
    const char *other_names; // for search; may be NULL
    bool transversal;
    int decisions;
    int late_tasks;
    size_t first_axis, axis_count; // in `axes`
};

struct plan_axis {
    int64_t id;
    int64_t field;
    int number;
    const char *label;
    bool archived;
    int actions;       // not archived
    int actions_done;
    int progress;      // 0-100, -1 without actions
    int decisions;
    int open_tasks, late_tasks;
    const char *last_meeting; // ISO date, or NULL
};

struct plan_objective {
    int64_t id;
    int64_t axis;
    const char *code;
    const char *label;
    bool archived;
};

struct plan_action {
    int64_t id;
    int64_t axis;
    int64_t objective; // 0 for none
    const char *code;
    const char *title;
    const char *state; // code of action_workflow
    const char *category;
    int progress;
    int priority;
    const char *pilot;       // these may be NULL
    const char *starts;      // ISO, cut to its precision
    const char *ends;
    const char *description;
    const char *origin;
    bool archived;
};

// The whole tree, each array in the order of the plan (fields by order, axes by field and
// number, objectives and actions by axis and order). Archived rows are left out unless asked for.
struct plan {
    const char *title; // of the convention
    struct plan_field *fields;
    size_t field_count;
    struct plan_axis *axes;
    size_t axis_count;
    struct plan_objective *objectives;
    size_t objective_count;
    struct plan_action *actions;
    size_t action_count;
};

enum status plan_load(struct store *store, struct date today, bool archived_too,
    struct arena *arena, struct plan *plan, struct problem *problem);

// NULL when the id is not in the plan.
const struct plan_field *plan_find_field(const struct plan *plan, int64_t id);
const struct plan_axis *plan_find_axis(const struct plan *plan, int64_t id);
const struct plan_objective *plan_find_objective(const struct plan *plan, int64_t id);
const struct plan_action *plan_find_action(const struct plan *plan, int64_t id);

// The convention itself: its published text, signatories and calendar, as paragraphs to read.
struct convention_section {
    const char *heading;
    const char *body; // paragraphs separated by LF
};
enum status plan_load_convention(struct store *store, struct arena *arena,
    struct convention_section **sections, size_t *count, struct problem *problem);

// Adding gives the new element the next free code, at the end of its parent.
enum status plan_add_objective(struct gesture *gesture, int64_t id, int64_t axis,
    const char *label, struct problem *problem);
enum status plan_add_action(struct gesture *gesture, int64_t id, int64_t axis,
    int64_t objective, const char *title, struct problem *problem);

enum status plan_set_objective_label(
    struct gesture *gesture, int64_t objective, const char *label, struct problem *problem);

// Removes the element for good where no meeting spoke of it, else archives it (`*archived`). An
// objective that holds actions is refused.
enum status plan_remove_objective(
    struct gesture *gesture, int64_t objective, bool *archived, struct problem *problem);
enum status plan_remove_action(
    struct gesture *gesture, int64_t action, bool *archived, struct problem *problem);

// Checks the workflow; the sentence of a refusal comes from it.
enum status plan_set_action_state(
    struct gesture *gesture, int64_t action, const char *state, struct problem *problem);

// One text column of an action sheet. Dates are ISO text, empty for none; PLAN_ACTION_PRIORITY
// takes `1`…`5`, PLAN_ACTION_PROGRESS `0`…`100`, PLAN_ACTION_OBJECTIVE the code of an objective
// of the same axis or nothing, PLAN_ACTION_OTHER_AXES numbers separated by blanks or commas. The
// code must be free.
enum plan_action_column {
    PLAN_ACTION_TITLE,
    PLAN_ACTION_CODE,
    PLAN_ACTION_OBJECTIVE,
    PLAN_ACTION_OTHER_AXES,
    PLAN_ACTION_PILOT,
    PLAN_ACTION_PRIORITY,
    PLAN_ACTION_PROGRESS,
    PLAN_ACTION_STARTS,
    PLAN_ACTION_ENDS,
    PLAN_ACTION_DESCRIPTION,
};
enum status plan_set_action_column(struct gesture *gesture, int64_t action,
    enum plan_action_column column, const char *value, struct problem *problem);

// «6 ; 9» for the sheet, NULL when there are none; in `arena`.
enum status plan_action_other_axes(struct store *store, int64_t action, struct arena *arena,
    const char **numbers, struct problem *problem);

// Every axis, objective and action that a link may name, and every organisation and guest name
// that a mention may; for the entry line and the pickers.
enum status directory_load(
    struct store *store, struct arena *arena, struct directory *directory, struct problem *problem);

#endif
