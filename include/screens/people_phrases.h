// SPDX-License-Identifier: GPL-3.0-or-later
// Committees, members and organisations in words.
#ifndef GREFFE_SCREENS_PEOPLE_PHRASES_H
#define GREFFE_SCREENS_PEOPLE_PHRASES_H

#include "base/buffer.h"
#include "store/committee_rules.h"
#include "store/mandate.h"
#include "store/organisation.h"

// «décide · par consensus · sans quorum · convocation · …», the rules in one line.
void phrase_rules(struct buffer *out, const struct committee_rules *rules);

// «14 membres, dont 12 à voix délibérative»
void phrase_members(struct buffer *out, const struct committee_rules *rules);

// «Directrice de la petite enfance, ville»
void phrase_origin(struct buffer *out, const struct member *mandate);

// «présidence», «membre, voix consultative», «supplée Prénom Nom», «jusqu'au 31/12/2025» when it
// is over, «depuis le …» when it is to come.
void phrase_seat(struct buffer *out, const struct member *mandate);

// All of it: dates, function, organisation, college, role, voice.
void phrase_mandate(struct buffer *out, const struct member *mandate);

#endif
