// SPDX-License-Identifier: GPL-3.0-or-later
// A decision read for one command, and changed as one gesture whose sentence names it.
#ifndef GREFFE_SCREENS_DECISION_CHANGE_H
#define GREFFE_SCREENS_DECISION_CHANGE_H

#include "screens/screen.h"
#include "store/decision.h"
#include "store/gesture.h"

// Runs a command on the decision under the cursor; says it where there is none, or where it does
// not read.
void decision_with_focused(struct screen *screen, struct desk *desk, struct follow *follow,
    void (*run)(struct screen *screen, struct desk *desk, const struct decision *decision,
        struct follow *follow));

// What a gesture does to a decision; `value` is what its command was given.
typedef enum status decision_change(struct gesture *gesture, const struct decision *decision,
    const void *value, struct problem *problem);

// «COPIL-2026-012 exécutée : Ouvrir…»; `what` is the middle. A refusal goes to the message line.
void decision_change_now(struct desk *desk, const struct decision *decision,
    decision_change *change, const void *value, const char *what);

// The same for an answer, which only knows the id; a refusal is the caller's.
enum status decision_change_answered(struct desk *desk, int64_t id, decision_change *change,
    const void *value, const char *what, struct problem *problem);

#endif
