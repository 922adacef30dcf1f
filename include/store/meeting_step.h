// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting taken from one state to the next, at the hour it is. For src/store alone.
#ifndef GREFFE_STORE_MEETING_STEP_H
#define GREFFE_STORE_MEETING_STEP_H

#include "rules/workflow.h"
#include "store/gesture.h"
#include "store/meeting_facts.h"

// What the step does; the facts are those before it.
typedef enum status meeting_step(struct gesture *gesture, const struct meeting_facts *facts,
    const char *hour, struct problem *problem);

// Refuses a meeting that is closed or gone, and a step that the workflow does not know.
enum status meeting_take_step(struct gesture *gesture, int64_t meeting, enum meeting_state to,
    meeting_step *step, struct problem *problem);

#endif
