// SPDX-License-Identifier: GPL-3.0-or-later
// The convention's strategic tree: fields, axes, objectives, actions, and how far each is. Rows
// and their texts are in the caller's arena. Changing it is store/plan_edit.h.
#ifndef GREFFE_STORE_PLAN_H
#define GREFFE_STORE_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/action_axes.h"
#include "store/action_column.h"
#include "store/convention_section.h"
#include "store/directory.h"
#include "store/plan_edit.h"
#include "store/store.h"
#include "text/date.h"

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
    int actions; // not archived
    int actions_done;
    int progress; // 0-100, -1 without actions
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
    int progress; // 100 when it is done
    int priority;
    const char *pilot;  // these may be NULL
    const char *starts; // ISO, cut to its precision
    const char *ends;
    const char *description;
    const char *origin;
    bool archived;
};

// The whole tree, each array in the order of the plan (fields by order, axes by field and
// number, objectives and actions by axis and order). Archived rows, and what stands below them,
// are left out unless asked for; they never count as actions of their axis.
//
// A decision or task that concerns two axes counts on each, and once in a field. A task is late
// when `today` is past its due date, at its precision.
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

// A fixed number of queries, whatever the file holds. `today` has day precision.
enum status plan_load(struct store *store, struct date today, bool archived_too,
    struct arena *arena, struct plan *plan, struct problem *problem);

// NULL when the id is not in the plan.
const struct plan_field *plan_find_field(const struct plan *plan, int64_t id);
const struct plan_axis *plan_find_axis(const struct plan *plan, int64_t id);
const struct plan_objective *plan_find_objective(const struct plan *plan, int64_t id);
const struct plan_action *plan_find_action(const struct plan *plan, int64_t id);

#endif
