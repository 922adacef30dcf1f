// SPDX-License-Identifier: GPL-3.0-or-later
// The votes that meetings held on what concerns an element of the plan, as they are said.
#ifndef GREFFE_STORE_ELEMENT_VOTE_H
#define GREFFE_STORE_ELEMENT_VOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry_fact.h"
#include "store/store.h"

struct element_vote {
    int64_t meeting, item;
    int64_t decision;       // 0: the item itself was voted on
    const char *sentence;   // «Par 9 voix pour et 2 abstentions»
    const char *item_title; // of what was voted on where no decision says it
    bool quorum_reached;
};

struct element_votes {
    struct element_vote *votes;
    size_t count;
};

// Those on the decisions that concern it, and on items that do; in the order in which they were
// held. One query.
enum status element_votes_load(struct store *store, enum plan_level level, int64_t element,
    struct arena *arena, struct element_votes *votes, struct problem *problem);

#endif
