// SPDX-License-Identifier: GPL-3.0-or-later
// The ballots of a meeting that are against the rules, and which rule: shown before it is closed.
#ifndef GREFFE_STORE_BALLOT_FAULT_H
#define GREFFE_STORE_BALLOT_FAULT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/ballot.h"
#include "store/store.h"

// Bits: one ballot may have several.
enum ballot_fault {
    BALLOT_WITHOUT_QUORUM = 1,
    BALLOT_ABOVE_VOTERS = 2,     // more votes than the item has voters, by what is noted now
    BALLOT_WITHOUT_MAJORITY = 4, // its decision stands, or it is adopted, without the majority
                                 // that the committee's rules ask for now
    BALLOT_SENTENCE_DIFFERS = 8, // written by hand, and it says something else than the numbers
};

struct faulty_ballot {
    struct held_ballot ballot;
    unsigned faults;
};

struct faulty_ballots {
    struct faulty_ballot *ballots;
    size_t count;
};

// By item, then as they were held. Consensus was not counted: of it the quorum alone is asked.
enum status ballot_faults_load(struct store *store, int64_t meeting, struct arena *arena,
    struct faulty_ballots *found, struct problem *problem);

#endif
