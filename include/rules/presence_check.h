// SPDX-License-Identifier: GPL-3.0-or-later
// What attendance may not say, each with a sentence that tells why and what to do.
//
// These look at a meeting before the change and change nothing. The item is the current one.
#ifndef GREFFE_RULES_PRESENCE_CHECK_H
#define GREFFE_RULES_PRESENCE_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/seat.h"

// An arrival of somebody who is there, a departure of somebody who is not, and either before an
// earlier move are refused.
enum status presence_check_move(const struct attendance *attendance, int64_t seat, bool arrives,
    int item, struct problem *problem);

// A proxy is given by an empty place with a vote, to a seat that votes there and holds fewer than
// is allowed. What `giver` had given to another is replaced, and does not count against it.
enum status presence_check_proxy(const struct attendance *attendance, int64_t giver, int64_t holder,
    int item, struct arena *arena, struct problem *problem);

// Only somebody who is there can withdraw.
enum status presence_check_withdrawal(
    const struct attendance *attendance, int64_t seat, int item, struct problem *problem);

// A deputy has a name, and sits for a member.
enum status presence_check_deputy(
    const struct attendance *attendance, int64_t seat, const char *deputy, struct problem *problem);

// A vote that somebody has cast by name.
struct cast_vote {
    int64_t seat;
    int item;
    const char *item_number; // as the agenda shows it: «2.1»
};

// `attendance` as it would become: everyone who voted still votes on that item, there or by
// proxy. Refuses who is marked absent or withdrawn, or whose proxy would fall.
enum status presence_check_votes(const struct attendance *attendance,
    const struct cast_vote votes[], size_t vote_count, struct arena *arena,
    struct problem *problem);

#endif
