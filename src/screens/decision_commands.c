// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_commands.h"

#include <string.h>

#include "rules/workflow.h"
#include "screens/decision_accord.h"
#include "screens/decision_change.h"
#include "screens/decision_questions.h"
#include "screens/decision_replacement.h"
#include "screens/desk.h"

static enum status set_outcome(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    return decision_set_outcome(gesture, decision->id, value, NULL, problem);
}

static enum status set_executed(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem)
{
    (void)value;
    return decision_set_executed(
        gesture, decision->id, decision->executed_on.precision == DATE_NONE, problem);
}

static void execute(struct screen *screen, struct desk *desk, const struct decision *decision,
    struct follow *follow)
{
    (void)screen;
    (void)follow;
    decision_change_now(desk, decision, set_executed, NULL,
        decision->executed_on.precision == DATE_NONE ? "exécutée" : "pas encore exécutée");
}

void decision_execute(struct screen *screen, struct desk *desk, struct follow *follow)
{
    decision_with_focused(screen, desk, follow, execute);
}

// An outcome is its code.
enum { MOST_CHOICES = 24 };

// What the one picker offers. An outcome is its code.
enum choice_kind { CHOOSE_OUTCOME, CHOOSE_EXECUTED, CHOOSE_WITHDRAWN, CHOOSE_OTHER };

struct choice {
    enum choice_kind kind;
    const char *outcome;
    void (*run)(struct screen *screen, struct desk *desk, struct follow *follow);
    const char *label;
};

static const struct choice others_choices[] = {
    {CHOOSE_OTHER, NULL, decision_ask_reason, "Motif…"},
    {CHOOSE_OTHER, NULL, decision_ask_review, "À revoir le…"},
    {CHOOSE_OTHER, NULL, decision_pick_replaced, "Remplace une décision…"},
    {CHOOSE_OTHER, NULL, decision_pick_replacing, "Est remplacée par…"},
    {CHOOSE_OTHER, NULL, decision_pick_accord, "Accord des signataires…"},
    {CHOOSE_OTHER, NULL, decision_ask_number, "Numéro de délibération…"},
};

static size_t outcome_choices(const struct decision *decision, struct choice choices[MOST_CHOICES])
{
    const char *outcomes[DECISION_OUTCOMES];
    size_t count = decision_outcomes(&decision->power, outcomes);
    for (size_t i = 0; i < count; i++)
        choices[i] = (struct choice){
            CHOOSE_OUTCOME, outcomes[i], NULL, workflow_label(&decision_workflow, outcomes[i])};
    return count;
}

static size_t sealed_choices(const struct decision *decision, struct choice choices[MOST_CHOICES])
{
    choices[0] = (struct choice){CHOOSE_EXECUTED, NULL, NULL,
        decision->executed_on.precision == DATE_NONE ? "exécutée" : "pas encore exécutée"};
    choices[1] = (struct choice){CHOOSE_WITHDRAWN, NULL, NULL, "retirée"};
    return 2;
}

static size_t choices_of(const struct decision *decision, struct choice choices[MOST_CHOICES])
{
    size_t count = decision_is_sealed(decision) ? sealed_choices(decision, choices)
                                                : outcome_choices(decision, choices);
    bool council = decision_is_for_council(decision);
    for (size_t i = 0; i < sizeof others_choices / sizeof others_choices[0]; i++)
        if (council || others_choices[i].run != decision_ask_number)
            choices[count++] = others_choices[i];
    return count;
}

static void choose_outcome(
    struct screen *screen, struct desk *desk, const struct decision *decision, const char *outcome)
{
    if (decision_outcome_has_reserve(outcome))
        decision_ask(screen, desk, DECISION_ASK_RESERVE, decision, decision->reserve);
    else if (strcmp(decision->outcome, outcome) == 0)
        desk_say(desk, "Elle l'est déjà : %s.", workflow_label(&decision_workflow, outcome));
    else
        decision_change_now(
            desk, decision, set_outcome, outcome, workflow_label(&decision_workflow, outcome));
}

static void make_choice(struct screen *screen, struct desk *desk, const struct decision *decision,
    struct follow *follow)
{
    struct choice choices[MOST_CHOICES];
    size_t chosen = picker_focused(&desk->picker);
    if (chosen >= choices_of(decision, choices))
        return;
    const struct choice *choice = &choices[chosen];
    if (choice->kind == CHOOSE_OUTCOME)
        choose_outcome(screen, desk, decision, choice->outcome);
    else if (choice->kind == CHOOSE_EXECUTED)
        execute(screen, desk, decision, follow);
    else if (choice->kind == CHOOSE_WITHDRAWN)
        decision_ask(screen, desk, DECISION_ASK_WITHDRAWAL, decision, "");
    else
        choice->run(screen, desk, follow);
}

static void accept_choice(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)picker;
    decision_with_focused(screen, desk, follow, make_choice);
}

static void offer_choices(struct screen *screen, struct desk *desk, const struct decision *decision,
    struct follow *follow)
{
    (void)screen;
    (void)follow;
    static const struct pick pick = {accept_choice};
    struct choice choices[MOST_CHOICES];
    struct picker_choice shown[MOST_CHOICES] = {{0}};
    size_t count = choices_of(decision, choices);
    bool sealed = decision_is_sealed(decision);
    for (size_t i = 0; i < count; i++) {
        bool now =
            choices[i].kind == CHOOSE_OUTCOME && strcmp(choices[i].outcome, decision->outcome) == 0;
        shown[i] = (struct picker_choice){
            .reference = "", .label = choices[i].label, .aside = now ? "actuellement" : NULL};
    }
    desk_pick(desk, &pick, sealed ? "Que devient cette décision ?" : "Que décide-t-on ?", shown,
        count, false);
}

void decision_pick(struct screen *screen, struct desk *desk, struct follow *follow)
{
    decision_with_focused(screen, desk, follow, offer_choices);
}
