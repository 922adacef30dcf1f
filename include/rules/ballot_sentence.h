// SPDX-License-Identifier: GPL-3.0-or-later
// The French sentence that says how a ballot went (contract §5).
#ifndef GREFFE_RULES_BALLOT_SENTENCE_H
#define GREFFE_RULES_BALLOT_SENTENCE_H

#include "base/buffer.h"
#include "rules/ballot.h"

// Appends «Par 2 voix pour, une voix contre et une abstention», without a final stop. Unanimity is
// said where it is true: «À l'unanimité» when every voter is for it, «… des suffrages exprimés»
// when some abstained or took no part.
void ballot_sentence(struct buffer *out, const struct ballot *ballot);

#endif
