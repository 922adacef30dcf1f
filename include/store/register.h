// SPDX-License-Identifier: GPL-3.0-or-later
// The register of decisions over all meetings, page by page; that of tasks is task_register.h.
#ifndef GREFFE_STORE_REGISTER_H
#define GREFFE_STORE_REGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/store.h"
#include "text/date.h"

struct register_filter {
    enum plan_level level;
    int64_t element; // what it concerns; 0: anything
    int64_t meeting; // 0: any
};

struct register_decision {
    int64_t id;
    int64_t meeting, item;
    const char *number; // NULL while the meeting is open
    const char *text;
    const char *state; // code of the contract, `provisoire` while the meeting is not closed
    const char *meeting_reference;
    struct date date;
    const char *axes;    // «6 ; 9», NULL for none
    const char *actions; // «6.1», NULL for none
    bool meeting_open;   // else adjourned, or closed
};

// At most `limit` decisions, those of the latest meeting first and in each the latest first, that
// come behind `after` (the last id of the page before; 0: from the latest). None come behind one
// that is gone.
enum status register_decisions(struct store *store, const struct register_filter *filter,
    int64_t after, size_t limit, struct arena *arena, struct register_decision **decisions,
    size_t *count, struct problem *problem);

// One decision by its id; STATUS_REFUSED when it is gone. `concerns` are the axes that it concerns
// and the actions and objectives that it or its item names, in that order.
enum status register_decision_load(struct store *store, int64_t id, struct arena *arena,
    struct register_decision *decision, struct entry_link **concerns, size_t *count,
    struct problem *problem);

// What a record concerns, in that order.
enum status register_concerns(struct store *store, int64_t record, struct arena *arena,
    struct entry_link **concerns, size_t *count, struct problem *problem);

#endif
