// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/plan_edit.h"

#include <string.h>

#include "rules/workflow.h"
#include "screens/desk.h"
#include "screens/plan_phrases.h"

// The plan as it is now, read for one command.
struct reading {
    struct arena arena;
    struct plan plan;
    enum plan_level level; // of the element under the cursor
    int64_t element;
};

static enum status read_plan(
    const struct desk *desk, struct reading *reading, struct problem *problem)
{
    return plan_load(desk->store, desk_today(desk), true, &reading->arena, &reading->plan, problem);
}

// False, with nothing to free, when there is no element under the cursor or no plan to read.
static bool read_element(const struct screen *screen, struct desk *desk, struct reading *reading)
{
    *reading = (struct reading){0};
    struct problem problem = {0};
    if (screen->class->element == NULL ||
        !screen->class->element(screen, &reading->level, &reading->element)) {
        problem_set(&problem, STATUS_REFUSED, "Choisissez d'abord un élément du plan.");
        desk_refuse(desk, &problem);
        return false;
    }
    if (read_plan(desk, reading, &problem) == STATUS_DONE)
        return true;
    arena_clear(&reading->arena);
    desk_refuse(desk, &problem);
    return false;
}

static void refuse(struct desk *desk, const char *sentence)
{
    struct problem problem = {0};
    problem_set(&problem, STATUS_REFUSED, "%s", sentence);
    desk_refuse(desk, &problem);
}

// The axis that holds the element; 0 for a field, which holds several.
static int64_t axis_of(const struct reading *reading)
{
    const struct plan_objective *objective = plan_find_objective(&reading->plan, reading->element);
    const struct plan_action *action = plan_find_action(&reading->plan, reading->element);
    switch (reading->level) {
    case PLAN_AXIS:
        return reading->element;
    case PLAN_OBJECTIVE:
        return objective == NULL ? 0 : objective->axis;
    case PLAN_ACTION:
        return action == NULL ? 0 : action->axis;
    case PLAN_FIELD:
        break;
    }
    return 0;
}

// Where a new action goes: the objective under the cursor, or that of the action there, else
// the axis.
static int64_t parent_of_new_action(const struct reading *reading)
{
    const struct plan_action *action = plan_find_action(&reading->plan, reading->element);
    if (reading->level == PLAN_OBJECTIVE)
        return reading->element;
    if (reading->level == PLAN_ACTION && action != NULL && action->objective != 0)
        return action->objective;
    return axis_of(reading);
}

enum plan_question { ASK_OBJECTIVE, ASK_ACTION, ASK_OBJECTIVE_LABEL, ASK_ACTION_TITLE };

void plan_ask_objective(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_element(screen, desk, &reading))
        return;
    int64_t axis = axis_of(&reading);
    if (axis == 0)
        refuse(desk, "Un objectif s'ajoute à un axe : ouvrez d'abord l'axe.");
    else
        desk_ask(desk, screen, &plan_questions[ASK_OBJECTIVE], axis, 0, "");
    arena_clear(&reading.arena);
}

void plan_ask_action(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_element(screen, desk, &reading))
        return;
    int64_t parent = parent_of_new_action(&reading);
    if (parent == 0)
        refuse(desk, "Une action s'ajoute à un axe ou à un objectif : ouvrez-le d'abord.");
    else
        desk_ask(desk, screen, &plan_questions[ASK_ACTION], parent, 0, "");
    arena_clear(&reading.arena);
}

void plan_ask_title(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    if (!read_element(screen, desk, &reading))
        return;
    const char *label = plan_label(&reading.plan, reading.level, reading.element);
    if (reading.level == PLAN_OBJECTIVE)
        desk_ask(desk, screen, &plan_questions[ASK_OBJECTIVE_LABEL], reading.element,
            reading.element, label);
    else if (reading.level == PLAN_ACTION)
        desk_ask(desk, screen, &plan_questions[ASK_ACTION_TITLE], reading.element, reading.element,
            label);
    else
        refuse(desk, "Les champs et les axes sont ceux de la convention signée : ils ne se "
                     "modifient pas ici.");
    arena_clear(&reading.arena);
}

static enum status remove_element(
    struct desk *desk, const struct reading *reading, struct problem *problem)
{
    struct gesture *gesture = NULL;
    struct buffer sentence = {0};
    bool archived = false;
    phrase_element(&sentence, &reading->plan, reading->level, reading->element);
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE && reading->level == PLAN_OBJECTIVE)
        status = plan_remove_objective(gesture, reading->element, &archived, problem);
    else if (status == STATUS_DONE)
        status = plan_remove_action(gesture, reading->element, &archived, problem);
    const char *label = plan_label(&reading->plan, reading->level, reading->element);
    const char *feminine = reading->level == PLAN_ACTION ? "e" : "";
    buffer_append_format(&sentence, " %s%s%s : %s", archived ? "archivé" : "retiré", feminine,
        archived ? ", car des séances en ont parlé" : " du plan", label);
    status = desk_finish_saying(desk, gesture, status, problem, &sentence);
    buffer_clear(&sentence);
    return status;
}

void plan_remove(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    struct problem problem = {0};
    if (!read_element(screen, desk, &reading))
        return;
    if (reading.level != PLAN_OBJECTIVE && reading.level != PLAN_ACTION)
        refuse(desk, "Les champs et les axes sont ceux de la convention signée : ils ne se "
                     "retirent pas.");
    else if (remove_element(desk, &reading, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&reading.arena);
}

static void set_state(struct desk *desk, const struct plan_action *action, const char *state)
{
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = plan_set_action_state(gesture, action->id, state, &problem);
    desk_conclude(desk, gesture, status, &problem, "action %s %s : %s", action->code,
        workflow_label(&action_workflow, state), action->title);
}

// The action under the cursor; NULL with a sentence where it is something else.
static const struct plan_action *read_action(
    const struct screen *screen, struct desk *desk, struct reading *reading)
{
    if (!read_element(screen, desk, reading))
        return NULL;
    const struct plan_action *action =
        reading->level == PLAN_ACTION ? plan_find_action(&reading->plan, reading->element) : NULL;
    if (action == NULL) {
        refuse(desk, "Seule une action a un état : placez le curseur sur une action.");
        arena_clear(&reading->arena);
    }
    return action;
}

void plan_next_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct reading reading;
    const struct plan_action *action = read_action(screen, desk, &reading);
    if (action == NULL)
        return;
    const char *next = workflow_next(&action_workflow, action->state);
    if (next != NULL)
        set_state(desk, action, next);
    arena_clear(&reading.arena);
    if (next == NULL)
        plan_pick_state(screen, desk, follow);
}

// The states that the action may go to, in the order of the workflow.
static size_t allowed_states(
    const struct plan_action *action, const struct workflow_state **states, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < action_workflow.state_count && count < most; i++) {
        const struct workflow_state *state = &action_workflow.states[i];
        if (workflow_check(&action_workflow, action->state, state->code, NULL) == STATUS_DONE)
            states[count++] = state;
    }
    return count;
}

enum { MOST_STATES = 16 };

static void accept_state(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct reading reading;
    const struct plan_action *action = read_action(screen, desk, &reading);
    if (action == NULL)
        return;
    const struct workflow_state *states[MOST_STATES];
    size_t count = allowed_states(action, states, MOST_STATES);
    size_t chosen = picker_focused(picker);
    if (chosen < count)
        set_state(desk, action, states[chosen]->code);
    arena_clear(&reading.arena);
}

void plan_pick_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_state};
    struct reading reading;
    const struct plan_action *action = read_action(screen, desk, &reading);
    if (action == NULL)
        return;
    const struct workflow_state *states[MOST_STATES];
    struct picker_choice choices[MOST_STATES] = {0};
    size_t count = allowed_states(action, states, MOST_STATES);
    for (size_t i = 0; i < count; i++)
        choices[i] = (struct picker_choice){.reference = "", .label = states[i]->label};
    struct buffer question = {0};
    buffer_append_format(&question, "Nouvel état de l'action %s", action->code);
    desk_pick(desk, &pick, buffer_text(&question), choices, count, false);
    buffer_clear(&question);
    arena_clear(&reading.arena);
}

static void describe_element(const struct desk *desk, const char *before, enum plan_level level,
    int64_t element, struct buffer *out)
{
    struct reading reading = {0};
    buffer_append(out, before);
    if (read_plan(desk, &reading, NULL) == STATUS_DONE)
        phrase_element(out, &reading.plan, level, element);
    arena_clear(&reading.arena);
}

static void describe_objective(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    describe_element(desk, "Nouvel objectif de l'", PLAN_AXIS, subject, out);
}

static void describe_action(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    struct reading reading = {0};
    bool read = read_plan(desk, &reading, NULL) == STATUS_DONE;
    bool objective = read && plan_find_objective(&reading.plan, subject) != NULL;
    arena_clear(&reading.arena);
    describe_element(
        desk, "Nouvelle action de l'", objective ? PLAN_OBJECTIVE : PLAN_AXIS, subject, out);
}

static void describe_objective_label(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    describe_element(desk, "Libellé de l'", PLAN_OBJECTIVE, subject, out);
}

static void describe_action_title(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    describe_element(desk, "Intitulé de l'", PLAN_ACTION, subject, out);
}

static enum status accept_objective(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = plan_add_objective(gesture, row, subject, text, problem);
    return desk_finish(desk, gesture, status, problem, "objectif ajouté : %s", text);
}

static enum status accept_action(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    struct reading reading = {0};
    struct gesture *gesture = NULL;
    enum status status = read_plan(desk, &reading, problem);
    const struct plan_objective *objective =
        status == STATUS_DONE ? plan_find_objective(&reading.plan, subject) : NULL;
    int64_t axis = objective == NULL ? subject : objective->axis;
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = plan_add_action(
            gesture, row, axis, objective == NULL ? 0 : objective->id, text, problem);
    arena_clear(&reading.arena);
    return desk_finish(desk, gesture, status, problem, "action ajoutée : %s", text);
}

static enum status accept_objective_label(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return desk_answer(
        desk, plan_set_objective_label, subject, text, problem, "objectif renommé : %s", text);
}

static enum status accept_action_title(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = plan_set_action_column(gesture, subject, PLAN_ACTION_TITLE, text, problem);
    return desk_finish(desk, gesture, status, problem, "action renommée : %s", text);
}

const struct question plan_questions[] = {
    [ASK_OBJECTIVE] = {.purpose = "objectif",
        .describe = describe_objective,
        .accept = accept_objective},
    [ASK_ACTION] = {.purpose = "action", .describe = describe_action, .accept = accept_action},
    [ASK_OBJECTIVE_LABEL] = {.purpose = "libelle-objectif",
        .correction = true,
        .describe = describe_objective_label,
        .accept = accept_objective_label},
    [ASK_ACTION_TITLE] = {.purpose = "intitule-action",
        .correction = true,
        .describe = describe_action_title,
        .accept = accept_action_title},
};
