// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed about a decision.
#ifndef GREFFE_SCREENS_DECISION_QUESTIONS_H
#define GREFFE_SCREENS_DECISION_QUESTIONS_H

#include "screens/screen.h"
#include "store/decision.h"

enum decision_question {
    DECISION_ASK_RESERVE,
    DECISION_ASK_WITHDRAWAL,
    DECISION_ASK_REASON,
    DECISION_ASK_REVIEW,
    DECISION_ASK_NUMBER,
    DECISION_QUESTION_COUNT,
};

// For the `questions` of each screen that offers the commands on decisions.
extern const struct question decision_questions[DECISION_QUESTION_COUNT];

// Asks, beginning with `text`.
void decision_ask(struct screen *screen, struct desk *desk, enum decision_question question,
    const struct decision *decision, const char *text);

void decision_ask_reason(struct screen *screen, struct desk *desk, struct follow *follow);
void decision_ask_review(struct screen *screen, struct desk *desk, struct follow *follow);
void decision_ask_number(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
