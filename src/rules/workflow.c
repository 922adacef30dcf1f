// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/workflow.h"

#include <string.h>

#include "base/buffer.h"

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

static const char next_meeting[] = "préparez la séance suivante";

static const struct workflow_state meeting_states[] = {
    [MEETING_PREPARED] = {"preparee", "préparée", false, NULL},
    [MEETING_OPEN] = {"ouverte", "ouverte", false, NULL},
    [MEETING_SUSPENDED] = {"suspendue", "suspendue", false, NULL},
    [MEETING_ADJOURNED] = {"levee", "levée", false, NULL},
    [MEETING_CLOSED] = {"close", "close", true, next_meeting},
    [MEETING_APPROVED] = {"approuvee", "approuvée", true, next_meeting},
    [MEETING_CANCELLED] = {"annulee", "annulée", true, NULL},
    [MEETING_POSTPONED] = {"reportee", "reportée", false, NULL},
};

// Reopening a closed meeting is no step: it breaks a seal, and leaves a trace of its own.
static const struct workflow_step meeting_steps[] = {
    {"preparee", "ouverte", WORKFLOW_SECRETARY},
    {"preparee", "annulee", WORKFLOW_SECRETARY},
    {"preparee", "reportee", WORKFLOW_SECRETARY},
    {"ouverte", "levee", WORKFLOW_SECRETARY},
    {"ouverte", "suspendue", WORKFLOW_SECRETARY},
    {"suspendue", "ouverte", WORKFLOW_SECRETARY},
    {"suspendue", "levee", WORKFLOW_SECRETARY},
    {"levee", "close", WORKFLOW_SECRETARY},
    {"levee", "ouverte", WORKFLOW_SECRETARY},
    {"annulee", "preparee", WORKFLOW_SECRETARY},
    {"reportee", "preparee", WORKFLOW_SECRETARY},
    {"reportee", "annulee", WORKFLOW_SECRETARY},
};

static const struct workflow_state item_states[] = {
    [ITEM_UNTREATED] = {"a-traiter", "à traiter", false, NULL},
    [ITEM_CURRENT] = {"en-cours", "en cours", false, NULL},
    [ITEM_TREATED] = {"traite", "traité", true, NULL},
    [ITEM_PUT_OFF] = {"reporte", "reporté", true, NULL},
    [ITEM_TAKEN_OFF] = {"retire", "retiré", true, NULL},
    [ITEM_WAITING] = {"en-attente", "en attente", false, NULL},
};

// Passing to the next item treats the current one, so a treated one may still be put off.
static const struct workflow_step item_steps[] = {
    {"a-traiter", "en-cours", WORKFLOW_SECRETARY},
    {"a-traiter", "traite", WORKFLOW_SECRETARY},
    {"a-traiter", "reporte", WORKFLOW_SECRETARY},
    {"a-traiter", "retire", WORKFLOW_SECRETARY},
    {"a-traiter", "en-attente", WORKFLOW_SECRETARY},
    {"en-cours", "traite", WORKFLOW_SECRETARY},
    {"en-cours", "a-traiter", WORKFLOW_SECRETARY},
    {"en-cours", "reporte", WORKFLOW_SECRETARY},
    {"en-cours", "retire", WORKFLOW_SECRETARY},
    {"en-cours", "en-attente", WORKFLOW_SECRETARY},
    {"traite", "en-cours", WORKFLOW_SECRETARY},
    {"traite", "a-traiter", WORKFLOW_SECRETARY},
    {"traite", "reporte", WORKFLOW_SECRETARY},
    {"traite", "retire", WORKFLOW_SECRETARY},
    {"traite", "en-attente", WORKFLOW_SECRETARY},
    {"reporte", "a-traiter", WORKFLOW_SECRETARY},
    {"reporte", "en-cours", WORKFLOW_SECRETARY},
    {"reporte", "retire", WORKFLOW_SECRETARY},
    {"retire", "a-traiter", WORKFLOW_SECRETARY},
    {"retire", "en-cours", WORKFLOW_SECRETARY},
    {"retire", "reporte", WORKFLOW_SECRETARY},
    {"en-attente", "en-cours", WORKFLOW_SECRETARY},
    {"en-attente", "a-traiter", WORKFLOW_SECRETARY},
    {"en-attente", "traite", WORKFLOW_SECRETARY},
    {"en-attente", "reporte", WORKFLOW_SECRETARY},
    {"en-attente", "retire", WORKFLOW_SECRETARY},
};

static const char another_decision[] = "prenez une nouvelle décision";

static const struct workflow_state decision_states[] = {
    [DECISION_PROVISIONAL] = {"provisoire", "provisoire", false,
        "la clôture de la séance lui donnera son état"},
    [DECISION_ADOPTED] = {"adoptee", "adoptée", false, NULL},
    [DECISION_ADOPTED_WITH_RESERVE] = {"adoptee-avec-reserve", "adoptée avec réserve", false, NULL},
    [DECISION_PROPOSED] = {"proposition", "proposition", false, NULL},
    [DECISION_TO_DELIBERATE] = {"a-deliberer", "à délibérer", false, NULL},
    [DECISION_POSTPONED] = {"reportee", "reportée", false, NULL},
    [DECISION_REJECTED] = {"rejetee", "rejetée", true, NULL},
    [DECISION_WITHDRAWN] = {"retiree", "retirée", true, another_decision},
    [DECISION_REPLACED] = {"remplacee", "remplacée", true, another_decision},
    [DECISION_EXECUTED] = {"executee", "exécutée", true, NULL},
};

// What has a number is never deleted: it can always be withdrawn, and keeps its number.
static const struct workflow_step decision_steps[] = {
    {"provisoire", "adoptee", WORKFLOW_PROGRAM},
    {"provisoire", "adoptee-avec-reserve", WORKFLOW_PROGRAM},
    {"provisoire", "proposition", WORKFLOW_PROGRAM},
    {"provisoire", "a-deliberer", WORKFLOW_PROGRAM},
    {"provisoire", "reportee", WORKFLOW_PROGRAM},
    {"provisoire", "rejetee", WORKFLOW_PROGRAM},
    {"provisoire", "retiree", WORKFLOW_PROGRAM},
    {"adoptee", "executee", WORKFLOW_SECRETARY},
    {"adoptee", "remplacee", WORKFLOW_SECRETARY},
    {"adoptee", "retiree", WORKFLOW_SECRETARY},
    {"adoptee-avec-reserve", "executee", WORKFLOW_SECRETARY},
    {"adoptee-avec-reserve", "remplacee", WORKFLOW_SECRETARY},
    {"adoptee-avec-reserve", "retiree", WORKFLOW_SECRETARY},
    {"proposition", "remplacee", WORKFLOW_SECRETARY},
    {"proposition", "retiree", WORKFLOW_SECRETARY},
    {"a-deliberer", "remplacee", WORKFLOW_SECRETARY},
    {"a-deliberer", "retiree", WORKFLOW_SECRETARY},
    {"reportee", "remplacee", WORKFLOW_SECRETARY},
    {"reportee", "retiree", WORKFLOW_SECRETARY},
    {"rejetee", "remplacee", WORKFLOW_SECRETARY},
    {"rejetee", "retiree", WORKFLOW_SECRETARY},
    {"executee", "remplacee", WORKFLOW_SECRETARY},
    {"executee", "retiree", WORKFLOW_SECRETARY},
};

static const struct workflow_state task_states[] = {
    [TASK_TO_DO] = {"a-faire", "à faire", false, NULL},
    [TASK_UNDER_WAY] = {"en-cours", "en cours", false, NULL},
    [TASK_DONE] = {"faite", "faite", true, NULL},
    [TASK_GIVEN_UP] = {"abandonnee", "abandonnée", true, NULL},
};

static const struct workflow_step task_steps[] = {
    {"a-faire", "en-cours", WORKFLOW_SECRETARY},
    {"a-faire", "faite", WORKFLOW_SECRETARY},
    {"a-faire", "abandonnee", WORKFLOW_SECRETARY},
    {"en-cours", "faite", WORKFLOW_SECRETARY},
    {"en-cours", "a-faire", WORKFLOW_SECRETARY},
    {"en-cours", "abandonnee", WORKFLOW_SECRETARY},
    {"faite", "a-faire", WORKFLOW_SECRETARY},
    {"faite", "en-cours", WORKFLOW_SECRETARY},
    {"abandonnee", "a-faire", WORKFLOW_SECRETARY},
    {"abandonnee", "en-cours", WORKFLOW_SECRETARY},
};

static const struct workflow_state action_states[] = {
    {"a-etudier", "à étudier", false, NULL},
    {"programmee", "programmée", false, NULL},
    {"en-cours", "en cours", false, NULL},
    {"suspendue", "suspendue", false, NULL},
    {"terminee", "terminée", true, NULL},
    {"abandonnee", "abandonnée", true, NULL},
};

static const struct workflow_step action_steps[] = {
    {"a-etudier", "programmee", WORKFLOW_SECRETARY},
    {"a-etudier", "en-cours", WORKFLOW_SECRETARY},
    {"a-etudier", "abandonnee", WORKFLOW_SECRETARY},
    {"programmee", "en-cours", WORKFLOW_SECRETARY},
    {"programmee", "a-etudier", WORKFLOW_SECRETARY},
    {"programmee", "suspendue", WORKFLOW_SECRETARY},
    {"programmee", "abandonnee", WORKFLOW_SECRETARY},
    {"en-cours", "terminee", WORKFLOW_SECRETARY},
    {"en-cours", "programmee", WORKFLOW_SECRETARY},
    {"en-cours", "suspendue", WORKFLOW_SECRETARY},
    {"en-cours", "abandonnee", WORKFLOW_SECRETARY},
    {"suspendue", "en-cours", WORKFLOW_SECRETARY},
    {"suspendue", "programmee", WORKFLOW_SECRETARY},
    {"suspendue", "terminee", WORKFLOW_SECRETARY},
    {"suspendue", "abandonnee", WORKFLOW_SECRETARY},
    {"terminee", "en-cours", WORKFLOW_SECRETARY},
    {"abandonnee", "a-etudier", WORKFLOW_SECRETARY},
    {"abandonnee", "programmee", WORKFLOW_SECRETARY},
    {"abandonnee", "en-cours", WORKFLOW_SECRETARY},
};

const struct workflow meeting_workflow = {
    "la séance",
    meeting_states,
    COUNT_OF(meeting_states),
    meeting_steps,
    COUNT_OF(meeting_steps),
};
const struct workflow item_workflow = {
    "le point",
    item_states,
    COUNT_OF(item_states),
    item_steps,
    COUNT_OF(item_steps),
};
const struct workflow decision_workflow = {
    "la décision",
    decision_states,
    COUNT_OF(decision_states),
    decision_steps,
    COUNT_OF(decision_steps),
};
const struct workflow task_workflow = {
    "la tâche",
    task_states,
    COUNT_OF(task_states),
    task_steps,
    COUNT_OF(task_steps),
};
const struct workflow action_workflow = {
    "l'action",
    action_states,
    COUNT_OF(action_states),
    action_steps,
    COUNT_OF(action_steps),
};

const char *meeting_state_code(enum meeting_state state)
{
    return meeting_states[state].code;
}

bool meeting_state_is(const char *code, enum meeting_state state)
{
    return strcmp(code, meeting_states[state].code) == 0;
}

const char *item_state_code(enum item_state state)
{
    return item_states[state].code;
}

bool item_state_is(const char *code, enum item_state state)
{
    return strcmp(code, item_states[state].code) == 0;
}

const char *decision_state_code(enum decision_state state)
{
    return decision_states[state].code;
}

bool decision_state_is(const char *code, enum decision_state state)
{
    return strcmp(code, decision_states[state].code) == 0;
}

const char *task_state_code(enum task_state state)
{
    return task_states[state].code;
}

bool task_state_is(const char *code, enum task_state state)
{
    return strcmp(code, task_states[state].code) == 0;
}

bool meeting_state_takes_notes(const char *code)
{
    return meeting_state_is(code, MEETING_OPEN) || meeting_state_is(code, MEETING_SUSPENDED) ||
           meeting_state_is(code, MEETING_ADJOURNED);
}

bool decision_state_is_undecided(const char *code)
{
    return decision_state_is(code, DECISION_POSTPONED) ||
           decision_state_is(code, DECISION_REJECTED) ||
           decision_state_is(code, DECISION_WITHDRAWN);
}

const struct workflow_state *workflow_state(const struct workflow *workflow, const char *code)
{
    for (size_t i = 0; i < workflow->state_count; i++) {
        if (strcmp(workflow->states[i].code, code) == 0)
            return &workflow->states[i];
    }
    return NULL;
}

const char *workflow_label(const struct workflow *workflow, const char *code)
{
    const struct workflow_state *state = workflow_state(workflow, code);
    return state == NULL ? code : state->label;
}

static bool has_step(const struct workflow *workflow, const char *from, const char *to)
{
    for (size_t i = 0; i < workflow->step_count; i++) {
        const struct workflow_step *step = &workflow->steps[i];
        if (strcmp(step->from, from) == 0 && strcmp(step->to, to) == 0)
            return true;
    }
    return false;
}

// A subject begins with an ASCII letter.
static void append_subject(struct buffer *out, const struct workflow *workflow)
{
    buffer_append_character(out, (char)(workflow->subject[0] - 'a' + 'A'));
    buffer_append(out, workflow->subject + 1);
}

static void append_choice(struct buffer *out, const char *label, bool first)
{
    buffer_append_format(out, "%s«%s»", first ? "choisissez " : " ou ", label);
}

static void append_way_on(
    struct buffer *out, const struct workflow *workflow, const struct workflow_state *from)
{
    bool first = true;
    if (from->way_on != NULL) {
        buffer_append(out, from->way_on);
        return;
    }
    for (size_t i = 0; i < workflow->step_count; i++) {
        const struct workflow_step *step = &workflow->steps[i];
        if (step->who != WORKFLOW_SECRETARY || strcmp(step->from, from->code) != 0)
            continue;
        append_choice(out, workflow_label(workflow, step->to), first);
        first = false;
    }
}

static enum status refuse(struct buffer *sentence, struct problem *problem)
{
    enum status status = buffer_failed(sentence)
                             ? problem_set_no_memory(problem)
                             : problem_set(problem, STATUS_REFUSED, "%s.", buffer_text(sentence));
    buffer_clear(sentence);
    return status;
}

static enum status refuse_unknown(
    const struct workflow *workflow, const char *code, struct problem *problem)
{
    struct buffer sentence = {0};
    buffer_append_format(&sentence, "L'état «%s» est inconnu pour %s : ", code, workflow->subject);
    for (size_t i = 0; i < workflow->state_count; i++)
        append_choice(&sentence, workflow->states[i].code, i == 0);
    return refuse(&sentence, problem);
}

static enum status refuse_step(const struct workflow *workflow, const struct workflow_state *from,
    const struct workflow_state *to, struct problem *problem)
{
    struct buffer sentence = {0};
    append_subject(&sentence, workflow);
    if (from == to)
        buffer_append_format(&sentence, " est déjà «%s» : ", from->label);
    else
        buffer_append_format(
            &sentence, " est «%s» et ne peut pas devenir «%s» : ", from->label, to->label);
    append_way_on(&sentence, workflow, from);
    return refuse(&sentence, problem);
}

enum status workflow_check(
    const struct workflow *workflow, const char *from, const char *to, struct problem *problem)
{
    const struct workflow_state *old = workflow_state(workflow, from);
    const struct workflow_state *wanted = workflow_state(workflow, to);
    if (old == NULL || wanted == NULL)
        return refuse_unknown(workflow, old == NULL ? from : to, problem);
    if (!has_step(workflow, from, to))
        return refuse_step(workflow, old, wanted, problem);
    return STATUS_DONE;
}

const char *workflow_next(const struct workflow *workflow, const char *from)
{
    const struct workflow_state *state = workflow_state(workflow, from);
    if (state == NULL || state->final)
        return NULL;
    for (size_t i = 0; i < workflow->step_count; i++) {
        const struct workflow_step *step = &workflow->steps[i];
        if (step->who == WORKFLOW_SECRETARY && strcmp(step->from, from) == 0)
            return step->to;
    }
    return NULL;
}
