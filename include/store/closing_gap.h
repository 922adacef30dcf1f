// SPDX-License-Identifier: GPL-3.0-or-later
// What a meeting lacks before it is closed, thing by thing, so that each can be gone to and mended.
#ifndef GREFFE_STORE_CLOSING_GAP_H
#define GREFFE_STORE_CLOSING_GAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

// Bits: a task may lack both owner and date, a ballot be against several rules.
enum gap {
    GAP_ATTENDANCE = 1, // `count` presences are not known
    GAP_ITEM = 2,       // neither treated nor postponed
    GAP_OWNER = 4,
    GAP_DATE = 8,
    GAP_DOUBT = 16,          // marked «à vérifier»
    GAP_NOT_UNDERSTOOD = 32, // a date, a link or a vote that was not read
    // A ballot against the rules (store/ballot_fault.h).
    GAP_QUORUM = 64,
    GAP_VOTERS = 128,
    GAP_MAJORITY = 256,
    GAP_SENTENCE = 512,
    GAP_UNKNOWN_OWNER = 1024, // no person or organisation of the file, and not at the meeting
    GAP_NOTHING_NOTED = 2048, // a treated item of which the minutes would say nothing
    GAP_VOTE = 4096,          // a decision that no vote has been held on, and that needs one
    GAP_CONSENSUS = 8192,     // a decision nobody voted on, while the quorum was not reached
    GAP_MARKS = 16384,        // votes marked and not kept: the window knows of them, not the file
};

struct closing_gap {
    unsigned gaps;
    int64_t target;     // an item, a record or a ballot; 0 for the attendance
    const char *number; // of the item where it stands, or NULL
    const char *text;   // the item's title, the record's text, the ballot's sentence; or NULL
    int count;          // of GAP_ATTENDANCE; else 1
};

struct closing_gaps {
    struct closing_gap *gaps; // attendance, then in the order of the agenda, ballots,
                              // items of which nothing is noted last
    size_t count;
};

enum status closing_gaps_load(struct store *store, int64_t meeting, struct arena *arena,
    struct closing_gaps *gaps, struct problem *problem);

#endif
