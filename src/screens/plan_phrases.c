// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/plan_phrases.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "rules/workflow.h"
#include "text/french_count.h"
#include "text/utf8.h"

enum { PROGRESS_CELLS = 3 };

void phrase_date(struct buffer *out, const char *iso)
{
    struct date date;
    if (date_read_iso(iso, &date))
        date_short(out, date);
    else
        buffer_append(out, iso);
}

// «6 Adapter l'offre… · 2 décisions»: the label cut to what the facts leave, but not to nothing.
static void append_fitted(struct buffer *out, const char *reference, const char *label,
    const struct buffer *facts, int width)
{
    const int least = 16;
    int room = width - (int)text_width(reference) - 1 - (int)text_width(buffer_text(facts));
    buffer_append_format(out, "%s ", reference);
    text_cut(out, label, (size_t)(room < least ? least : room));
    buffer_append(out, buffer_text(facts));
}

// Behind « · » also at the beginning.
static void append_count(struct buffer *out, int count, const char *singular, const char *plural)
{
    if (count == 0)
        return;
    buffer_append(out, " · ");
    french_count(out, count, singular, plural);
}

// `brief` leaves out what stands on other screens.
static void append_axis_facts(struct buffer *out, const struct plan_axis *axis, bool brief)
{
    if (!brief)
        append_count(out, axis->actions, "action", "actions");
    append_count(out, axis->decisions, brief ? "déc." : "décision", brief ? "déc." : "décisions");
    append_count(out, axis->open_tasks, brief ? "tâche" : "tâche ouverte",
        brief ? "tâches" : "tâches ouvertes");
    append_count(out, axis->late_tasks, "en retard", "en retard");
    if (axis->last_meeting != NULL && !brief) {
        buffer_append(out, " · vu le ");
        phrase_date(out, axis->last_meeting);
    }
}

void phrase_axis(struct buffer *out, const struct plan_axis *axis, int width)
{
    struct buffer facts = {0};
    char number[16];
    snprintf(number, sizeof number, "%d", axis->number);
    append_axis_facts(&facts, axis, false);
    size_t wanted = strlen(number) + 1 + text_width(axis->label) + text_width(buffer_text(&facts));
    if (width < 0 || wanted > (size_t)width) {
        buffer_reset(&facts);
        append_axis_facts(&facts, axis, true);
    }
    append_fitted(out, number, axis->label, &facts, width);
    buffer_clear(&facts);
}

void phrase_action(struct buffer *out, const struct plan_action *action, int width)
{
    struct buffer facts = {0};
    buffer_append_format(&facts, " · %s", workflow_label(&action_workflow, action->state));
    if (action->pilot != NULL && action->pilot[0] != '\0')
        buffer_append_format(&facts, " · pilote : %s", action->pilot);
    if (action->ends != NULL && action->ends[0] != '\0') {
        buffer_append(&facts, " · échéance ");
        phrase_date(&facts, action->ends);
    }
    if (action->origin != NULL && action->origin[0] != '\0')
        buffer_append_format(&facts, " · %s", action->origin);
    append_fitted(out, action->code, action->title, &facts, width);
    buffer_clear(&facts);
}

void phrase_kind(
    struct buffer *out, const struct plan *plan, enum plan_level level, int64_t element)
{
    static const struct {
        const char *name;
        enum plan_level level;
    } kinds[] = {{"Axe", PLAN_AXIS}, {"Objectif", PLAN_OBJECTIVE}, {"Action", PLAN_ACTION}};
    struct buffer reference = {0};
    if (level == PLAN_FIELD)
        buffer_append(out, "Champ : ");
    phrase_element(&reference, plan, level, element);
    const char *code = strchr(buffer_text(&reference), ' ');
    for (size_t i = 0; code != NULL && i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i].level == level)
            buffer_append_format(out, "%s%s · ", kinds[i].name, code);
    buffer_clear(&reference);
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

void phrase_subject(struct buffer *out, struct store *store, enum plan_level level, int64_t element)
{
    struct arena arena = {0};
    struct plan plan = {0};
    struct local_time now = clock_local(store_clock(store));
    struct date today = date_of_day(now.year, now.month, now.day);
    if (element != 0 && plan_load(store, today, true, &arena, &plan, NULL) == STATUS_DONE)
        phrase_element(out, &plan, level, element);
    arena_clear(&arena);
}

void phrase_codes(struct buffer *out, const char *codes, const char *singular, const char *plural)
{
    static const char joint[] = " ; ";
    if (codes == NULL)
        return;
    const char *next = strstr(codes, joint);
    buffer_append_format(out, " · %s ", next == NULL ? singular : plural);
    for (; next != NULL; next = strstr(codes, joint)) {
        buffer_append_bytes(out, codes, (size_t)(next - codes));
        buffer_append(out, ", ");
        codes = next + sizeof joint - 1;
    }
    buffer_append(out, codes);
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
