// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the ballot screen.
#ifndef GREFFE_SCREENS_BALLOT_COMMANDS_H
#define GREFFE_SCREENS_BALLOT_COMMANDS_H

#include "screens/screen.h"

// From the meeting: on the decision under the cursor, else on the last one of the item, else on it.
void ballot_open(struct screen *screen, struct desk *desk, struct follow *follow);

// Back to the meeting; what is marked stays so (screens/ballot_marks.h).
void ballot_leave(struct screen *screen, struct desk *desk, struct follow *follow);

// Kept at once; back to the meeting.
void ballot_consensus(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_unanimity(struct screen *screen, struct desk *desk, struct follow *follow);

// Keeps the votes by name, back to the meeting; without any, asks for the counts.
void ballot_keep(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_ask_secret(struct screen *screen, struct desk *desk, struct follow *follow);

// Asks for the counts, the first digit typed.
void ballot_ask_counts(struct screen *screen, struct desk *desk, const char *typed);

// By name, of the voter under the cursor.
void ballot_vote_for(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_vote_against(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_vote_abstention(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_vote_none(struct screen *screen, struct desk *desk, struct follow *follow);

void ballot_next_subject(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_pick_items(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_next_base(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_next_casting(struct screen *screen, struct desk *desk, struct follow *follow);
void ballot_share_voters(struct screen *screen, struct desk *desk, struct follow *follow);

void ballot_ask_sentence(struct screen *screen, struct desk *desk, struct follow *follow);

// Takes away the marks, else the vote that is kept.
void ballot_take_away(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
