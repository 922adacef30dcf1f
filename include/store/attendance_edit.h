// SPDX-License-Identifier: GPL-3.0-or-later
// Presence set, arrivals and departures, withdrawals. Each refuses a closed meeting, somebody who
// is gone from the list, and what rules/presence_check.h refuses; what is so already changes
// nothing.
#ifndef GREFFE_STORE_ATTENDANCE_EDIT_H
#define GREFFE_STORE_ATTENDANCE_EDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// `presence` is a code of the contract, empty for not known. One excludes the others: deputy,
// proxy and moves of before go. With `represente`, `deputy` says who sits (else it is ignored).
enum status attendance_set_presence(struct gesture *gesture, int64_t attendee, const char *presence,
    const char *deputy, struct problem *problem);

// «pouvoir à»: `holder` votes while the attendee is away. Whoever left keeps presence and moves;
// else the attendee is excused.
enum status attendance_set_proxy(
    struct gesture *gesture, int64_t attendee, int64_t holder, struct problem *problem);

// Comes or leaves at `item`, at the hour `hour` (`15:20`; NULL or empty: that of the store's
// clock). Needs a meeting that was opened. Whoever arrives is present from then on.
enum status attendance_move_add(struct gesture *gesture, int64_t id, int64_t attendee, int64_t item,
    bool arrives, const char *hour, struct problem *problem);

// The same, of who sits for the attendee from that item on. Refuses somebody who has sat there
// before: the moves would be taken for the deputy's.
enum status attendance_deputy_arrive(struct gesture *gesture, int64_t id, int64_t attendee,
    int64_t item, const char *deputy, const char *hour, struct problem *problem);

// Another hour, `15:20`.
enum status attendance_move_set_hour(
    struct gesture *gesture, int64_t move, const char *hour, struct problem *problem);

// As if it had not been. Of somebody who only arrived nothing is known then.
enum status attendance_move_remove(struct gesture *gesture, int64_t move, struct problem *problem);

// Takes no part in the item, or does again.
enum status attendance_withdraw(struct gesture *gesture, int64_t attendee, int64_t item,
    bool withdrawn, struct problem *problem);

#endif
