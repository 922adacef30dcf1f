// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/meeting_step.h"

enum status meeting_take_step(struct gesture *gesture, int64_t meeting, enum meeting_state to,
    meeting_step *step, struct problem *problem)
{
    struct arena arena = {0};
    struct meeting_facts facts;
    const char *hour = store_hour(gesture_store(gesture), &arena);
    enum status status = meeting_facts_to_change(gesture, meeting, &arena, &facts, problem);
    if (status == STATUS_DONE && hour == NULL)
        status = problem_set_no_memory(problem);
    if (status == STATUS_DONE)
        status = workflow_check(&meeting_workflow, facts.state, meeting_state_code(to), problem);
    if (status == STATUS_DONE)
        status = step(gesture, &facts, hour, problem);
    arena_clear(&arena);
    return status;
}
