// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/decision_outcome.h"

#include <string.h>

#include "base/buffer.h"
#include "rules/workflow.h"

// Who may choose it: one that decides, one that proposes to such a committee or to the council, and
// the council itself.
enum power { DECIDES = 1, PROPOSES = 2, PROPOSES_TO_COUNCIL = 4, DELIBERATES = 8, ALL = 15 };

static const struct {
    enum decision_state state;
    unsigned powers;
} outcomes_known[DECISION_OUTCOMES] = {
    {DECISION_ADOPTED, DECIDES | DELIBERATES},
    {DECISION_PROPOSED, PROPOSES},
    {DECISION_TO_DELIBERATE, DECIDES | PROPOSES_TO_COUNCIL},
    {DECISION_ADOPTED_WITH_RESERVE, DECIDES | DELIBERATES},
    {DECISION_POSTPONED, ALL},
    {DECISION_REJECTED, ALL},
    {DECISION_WITHDRAWN, ALL},
};

static unsigned power_of(const struct decision_power *power)
{
    static const char council[] = "delibere";
    if (strcmp(power->authority, council) == 0)
        return DELIBERATES;
    if (strcmp(power->authority, "propose") != 0)
        return DECIDES;
    return power->next != NULL && strcmp(power->next, council) == 0 ? PROPOSES_TO_COUNCIL
                                                                    : PROPOSES;
}

size_t decision_outcomes(
    const struct decision_power *power, const char *outcomes[DECISION_OUTCOMES])
{
    size_t count = 0;
    for (size_t i = 0; i < DECISION_OUTCOMES; i++)
        if ((outcomes_known[i].powers & power_of(power)) != 0)
            outcomes[count++] = decision_state_code(outcomes_known[i].state);
    return count;
}

enum status decision_outcome_check(
    const struct decision_power *power, const char *outcome, struct problem *problem)
{
    const char *outcomes[DECISION_OUTCOMES];
    struct buffer choices = {0};
    size_t count = decision_outcomes(power, outcomes);
    for (size_t i = 0; i < count; i++)
        if (strcmp(outcomes[i], outcome) == 0)
            return STATUS_DONE;
    for (size_t i = 0; i < count; i++)
        buffer_append_format(&choices, "%s«%s»",
            i == 0          ? ""
            : i + 1 < count ? ", "
                            : " ou ",
            workflow_label(&decision_workflow, outcomes[i]));
    enum status status =
        buffer_failed(&choices)
            ? problem_set_no_memory(problem)
            : problem_set(problem, STATUS_REFUSED,
                  "Cette instance ne peut pas rendre une décision «%s» : choisissez %s.",
                  workflow_label(&decision_workflow, outcome), buffer_text(&choices));
    buffer_clear(&choices);
    return status;
}

bool decision_outcome_has_reserve(const char *outcome)
{
    return decision_state_is(outcome, DECISION_ADOPTED_WITH_RESERVE);
}
