// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decision_default.h"

#include <string.h>

#include "rules/workflow.h"

const char *decision_outcome_of(const struct meeting_facts *meeting)
{
    if (strcmp(meeting->authority, "propose") != 0)
        return decision_state_code(DECISION_ADOPTED);
    return meeting->next_authority != NULL && strcmp(meeting->next_authority, "delibere") == 0
               ? decision_state_code(DECISION_TO_DELIBERATE)
               : decision_state_code(DECISION_PROPOSED);
}

const char *decision_mode_of(const struct meeting_facts *meeting)
{
    return strcmp(meeting->majority, "consensus") == 0 ? "consensus" : "vote";
}
