// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/plan_phrases.h"

#include <string.h>

#include "rules/workflow.h"
#include "text/french_count.h"

enum { PROGRESS_CELLS = 3 };

void phrase_date(struct buffer *out, const char *iso)
{
    struct date date;
    if (date_read_iso(iso, &date))
        date_short(out, date);
    else
        buffer_append(out, iso);
}

void phrase_axis(struct buffer *out, const struct plan_axis *axis)
{
    buffer_append_format(out, "%d %s", axis->number, axis->label);
    french_count_more(out, axis->actions, "action", "actions");
    french_count_more(out, axis->decisions, "décision", "décisions");
    french_count_more(out, axis->open_tasks, "tâche ouverte", "tâches ouvertes");
    french_count_more(out, axis->late_tasks, "en retard", "en retard");
    if (axis->last_meeting == NULL)
        return;
    buffer_append(out, " · vu le ");
    phrase_date(out, axis->last_meeting);
}

void phrase_action(struct buffer *out, const struct plan_action *action)
{
    buffer_append_format(out, "%s %s · %s", action->code, action->title,
        workflow_label(&action_workflow, action->state));
    if (action->pilot != NULL && action->pilot[0] != '\0')
        buffer_append_format(out, " · pilote : %s", action->pilot);
    if (action->ends != NULL && action->ends[0] != '\0') {
        buffer_append(out, " · échéance ");
        phrase_date(out, action->ends);
    }
    if (action->origin != NULL && action->origin[0] != '\0')
        buffer_append_format(out, " · %s", action->origin);
}

void phrase_element(
    struct buffer *out, const struct plan *plan, enum plan_level level, int64_t element)
{
    const struct plan_axis *axis = plan_find_axis(plan, element);
    const struct plan_objective *objective = plan_find_objective(plan, element);
    const struct plan_action *action = plan_find_action(plan, element);
    if (level == PLAN_FIELD)
        buffer_append(out, plan_label(plan, level, element));
    else if (level == PLAN_AXIS && axis != NULL)
        buffer_append_format(out, "axe %d", axis->number);
    else if (level == PLAN_OBJECTIVE && objective != NULL)
        buffer_append_format(out, "objectif %s", objective->code);
    else if (level == PLAN_ACTION && action != NULL)
        buffer_append_format(out, "action %s", action->code);
}

const char *plan_label(const struct plan *plan, enum plan_level level, int64_t element)
{
    const struct plan_field *field = plan_find_field(plan, element);
    const struct plan_axis *axis = plan_find_axis(plan, element);
    const struct plan_objective *objective = plan_find_objective(plan, element);
    const struct plan_action *action = plan_find_action(plan, element);
    if (level == PLAN_FIELD && field != NULL)
        return field->label;
    if (level == PLAN_AXIS && axis != NULL)
        return axis->label;
    if (level == PLAN_OBJECTIVE && objective != NULL)
        return objective->label;
    if (level == PLAN_ACTION && action != NULL)
        return action->title;
    return "";
}

static void path_of_axis(struct buffer *out, const struct plan *plan, int64_t id)
{
    const struct plan_axis *axis = plan_find_axis(plan, id);
    if (axis == NULL)
        return;
    phrase_path(out, plan, PLAN_FIELD, axis->field);
    buffer_append_format(out, " › Axe %d", axis->number);
}

static void path_of_objective(struct buffer *out, const struct plan *plan, int64_t id)
{
    const struct plan_objective *objective = plan_find_objective(plan, id);
    if (objective == NULL)
        return;
    path_of_axis(out, plan, objective->axis);
    buffer_append_format(out, " › %s", objective->code);
}

static void path_of_action(struct buffer *out, const struct plan *plan, int64_t id)
{
    const struct plan_action *action = plan_find_action(plan, id);
    if (action == NULL)
        return;
    if (action->objective != 0)
        path_of_objective(out, plan, action->objective);
    else
        path_of_axis(out, plan, action->axis);
    buffer_append_format(out, " › %s", action->code);
}

void phrase_path(
    struct buffer *out, const struct plan *plan, enum plan_level level, int64_t element)
{
    switch (level) {
    case PLAN_FIELD:
        buffer_append(out, plan_label(plan, PLAN_FIELD, element));
        break;
    case PLAN_AXIS:
        path_of_axis(out, plan, element);
        break;
    case PLAN_OBJECTIVE:
        path_of_objective(out, plan, element);
        break;
    case PLAN_ACTION:
        path_of_action(out, plan, element);
        break;
    }
}

void phrase_progress(struct buffer *out, int done, int actions, int progress)
{
    if (actions == 0) {
        buffer_append(out, "▕   ▏ –  ");
        return;
    }
    int halves = (progress * PROGRESS_CELLS * 2 + 50) / 100;
    if (progress > 0 && halves == 0)
        halves = 1;
    buffer_append(out, "▕");
    for (int cell = 0; cell < PROGRESS_CELLS; cell++, halves -= 2)
        buffer_append(out, halves >= 2 ? "█" : halves == 1 ? "▌" : " ");
    buffer_append_format(out, "▏%d/%d", done, actions);
}
