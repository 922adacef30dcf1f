// SPDX-License-Identifier: GPL-3.0-or-later
// How what became of a decision is said.
#ifndef GREFFE_SCREENS_DECISION_PHRASES_H
#define GREFFE_SCREENS_DECISION_PHRASES_H

#include "base/buffer.h"
#include "store/decision.h"

// How a decision without a vote was decided: «Par consensus», «Vote à noter»; empty for one that
// was postponed, rejected or withdrawn.
void phrase_decision_mode(struct buffer *out, const struct decision *decision);

// A line each, those that say something: what closing will make of it, its reserve, why, when it is
// looked at again, executed or withdrawn, whose accord is awaited, the town's number.
void phrase_decision_life(struct buffer *out, const struct decision *decision);

#endif
