// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a meeting, an item, a decision, a task and an action, one table each: from, to,
// who may, and the sentence of a refusal. Codes are those of the contract (§6).
#ifndef GREFFE_RULES_WORKFLOW_H
#define GREFFE_RULES_WORKFLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

struct workflow_state {
    const char *code;  // `a-traiter`
    const char *label; // «à traiter», agreeing in gender with what it qualifies
    bool final;        // nothing more is expected
    // What to do instead, where the secretary has no step from here; else NULL.
    const char *way_on;
};

// A step of the program's is taken by it when something else happens: the closing of a meeting
// gives its decisions their state, the next item ends the current one.
enum workflow_who { WORKFLOW_SECRETARY, WORKFLOW_PROGRAM };

struct workflow_step {
    const char *from;
    const char *to;
    enum workflow_who who;
};

struct workflow {
    const char *subject; // «la séance», for the sentence of a refusal
    const struct workflow_state *states;
    size_t state_count;
    const struct workflow_step *steps;
    size_t step_count;
};

// Each table has its states in this order.
enum meeting_state {
    MEETING_PREPARED,
    MEETING_OPEN,
    MEETING_SUSPENDED,
    MEETING_ADJOURNED,
    MEETING_CLOSED,
    MEETING_APPROVED,
    MEETING_CANCELLED,
    MEETING_POSTPONED,
};

enum item_state {
    ITEM_UNTREATED,
    ITEM_CURRENT,
    ITEM_TREATED,
    ITEM_PUT_OFF,
    ITEM_TAKEN_OFF,
    ITEM_WAITING,
};

enum decision_state {
    DECISION_PROVISIONAL,
    DECISION_ADOPTED,
    DECISION_ADOPTED_WITH_RESERVE,
    DECISION_PROPOSED,
    DECISION_TO_DELIBERATE,
    DECISION_POSTPONED,
    DECISION_REJECTED,
    DECISION_WITHDRAWN,
    DECISION_REPLACED,
    DECISION_EXECUTED,
};

enum task_state {
    TASK_TO_DO,
    TASK_UNDER_WAY,
    TASK_DONE,
    TASK_GIVEN_UP,
};

extern const struct workflow meeting_workflow;
extern const struct workflow item_workflow;
extern const struct workflow decision_workflow;
extern const struct workflow task_workflow;
extern const struct workflow action_workflow;

// What the store keeps, and the contract (§6) names; and whether that is what it keeps.
const char *meeting_state_code(enum meeting_state state);
bool meeting_state_is(const char *code, enum meeting_state state);
const char *item_state_code(enum item_state state);
bool item_state_is(const char *code, enum item_state state);
const char *decision_state_code(enum decision_state state);
bool decision_state_is(const char *code, enum decision_state state);
const char *task_state_code(enum task_state state);
bool task_state_is(const char *code, enum task_state state);

// Open, suspended or adjourned: what is said is noted.
bool meeting_state_takes_notes(const char *code);

// Put off, rejected or withdrawn: nobody had to agree to anything.
bool decision_state_is_undecided(const char *code);

// NULL for an unknown code.
const struct workflow_state *workflow_state(const struct workflow *workflow, const char *code);

// The label, or the code itself when it is unknown.
const char *workflow_label(const struct workflow *workflow, const char *code);

// May it go from one state to the other, whoever takes the step? A refusal is STATUS_REFUSED with a
// sentence that says why and what to do. Going to the same state is refused («déjà …»).
enum status workflow_check(
    const struct workflow *workflow, const char *from, const char *to, struct problem *problem);

// The state that one key proposes next (for the key that steps through the states): the first of
// the secretary's steps. NULL at the end: in a final state, in one without a step, or an unknown
// one.
const char *workflow_next(const struct workflow *workflow, const char *from);

#endif
