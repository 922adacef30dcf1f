// SPDX-License-Identifier: GPL-3.0-or-later
// A decision between committees: what it answers, and what became of it on the agenda of another.
#ifndef GREFFE_STORE_DECISION_CHAIN_H
#define GREFFE_STORE_DECISION_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

struct chain_link {
    bool answers;     // the decision answers it; else it came of the decision
    int64_t meeting;  // where the other end stands
    int64_t decision; // the other decision; 0 for an item on which none was taken yet
    const char *meeting_reference;
    const char *number;      // of the other decision; NULL while it is provisional or there is none
    const char *item_number; // NULL while the item waits
    const char *text;        // of the other decision, else the title of the item
    const char *state;       // of the other decision, else of the item
};

struct decision_chain {
    struct chain_link *links; // what it answers first, then in the order of the meetings
    size_t count;
};

enum status decision_chain_load(struct store *store, int64_t decision, struct arena *arena,
    struct decision_chain *chain, struct problem *problem);

#endif
