// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there at an item, who counts for the quorum, and who votes (contract §5).
#ifndef GREFFE_RULES_PRESENCE_H
#define GREFFE_RULES_PRESENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/seat.h"

// One seat at one item.
struct standing {
    bool held; // somebody sits on it
    // For the quorum: a place with a vote, held. A substitute counts only in person, while nobody
    // holds the principal's seat, and one at most for each principal, the first in their order.
    bool counts;
    bool votes; // counts, and is not withdrawn from the item
    // The place, empty and not withdrawn, votes through the seat that holds its proxy. That seat
    // votes itself, and holds no more than is allowed: beyond, the first in their order.
    bool votes_by_proxy;
    int proxies; // valid ones that it holds
};

// Fills `standings`, one for each seat, in their order.
void presence_at(const struct attendance *attendance, int item, struct standing standings[]);

struct presence_totals {
    int held;    // everyone there, guests too
    int seats;   // places with a vote
    int present; // for the quorum
    int proxies; // valid ones
    int voters;  // those who vote there, and the proxies
};

// What the status line shows and what a ballot is checked against are these same numbers.
struct presence_totals presence_total(
    const struct attendance *attendance, const struct standing standings[]);

// The same in one college; a substitute belongs to that of the principal.
struct presence_totals presence_total_of_college(
    const struct attendance *attendance, const struct standing standings[], int64_t college);

#endif
