// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed on the ballot screen: counts, and the sentence of a vote.
#ifndef GREFFE_SCREENS_BALLOT_QUESTIONS_H
#define GREFFE_SCREENS_BALLOT_QUESTIONS_H

#include "screens/screen.h"

enum ballot_question { BALLOT_ASK_COUNTS, BALLOT_ASK_SECRET, BALLOT_ASK_SENTENCE };

extern const struct question ballot_questions[];
enum { BALLOT_QUESTION_COUNT = BALLOT_ASK_SENTENCE + 1 };

#endif
