// SPDX-License-Identifier: GPL-3.0-or-later
// How a ballot is said, the same on every screen.
#ifndef GREFFE_SCREENS_BALLOT_PHRASES_H
#define GREFFE_SCREENS_BALLOT_PHRASES_H

#include "base/buffer.h"
#include "rules/ballot_share.h"
#include "store/ballot.h"

// What must be known beside the sentence: «quorum non atteint · la phrase ne correspond plus aux
// voix»; empty when nothing.
void phrase_ballot_marks(struct buffer *out, const struct held_ballot *held);

// «pour 8 (72,7 %) · contre 1 (9,1 %) · 2 abstentions (18,2 %)», of the base; consensus has none.
void phrase_ballot_shares(
    struct buffer *out, const struct ballot *ballot, enum ballot_base base, int members);

#endif
