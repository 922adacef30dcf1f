// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings for property tests: members of three colleges, substitutes, deputies, proxies, moves
// and withdrawals, also such as no screen would allow. The same seed gives the same meetings.
#ifndef GREFFE_TESTS_RULES_RANDOM_MEETING_H
#define GREFFE_TESTS_RULES_RANDOM_MEETING_H

#include "../text/random_text.h"
#include "rules/presence.h"

enum { MEETING_SEATS = 14, MEETING_ITEMS = 6, SEAT_FACTS = 4, MEETING_COLLEGES = 3 };

struct random_meeting {
    struct seat seats[MEETING_SEATS];
    struct seat_move moves[MEETING_SEATS][SEAT_FACTS];
    int withdrawals[MEETING_SEATS][SEAT_FACTS];
    struct attendance attendance; // of the seats above
};

void random_meeting(struct random *random, struct random_meeting *meeting);

#endif
