// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a sentence corrected by hand still fits the numbers of its ballot.
#ifndef GREFFE_RULES_BALLOT_FIT_H
#define GREFFE_RULES_BALLOT_FIT_H

#include <stdbool.h>

#include "rules/ballot.h"

// Nothing that the sentence says contradicts the ballot. Read are the numbers, in digits or words
// («deux voix contre», «pour : 9», «aucune abstention»), and the words unanimité, consensus,
// adopté, rejeté, partage, prépondérante, secret, also behind a negation («faute de consensus»).
// One that gives a number must speak of every choice that has votes. What it does not say cannot
// be wrong. When memory ends, it does not fit.
bool ballot_sentence_fits(const char *sentence, const struct ballot *ballot);

#endif
