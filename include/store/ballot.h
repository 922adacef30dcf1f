// SPDX-License-Identifier: GPL-3.0-or-later
// The ballots of a meeting as they were held; here with what holds and changes them, for those who
// need both.
#ifndef GREFFE_STORE_BALLOT_H
#define GREFFE_STORE_BALLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/ballot.h"
#include "rules/ballot_line.h"
#include "rules/ballot_names.h"
#include "store/ballot_edit.h"
#include "store/store.h"

struct held_ballot {
    int64_t id, item;
    int64_t decision; // 0: the item itself was voted on
    int64_t joint;    // the same in the ballots that one vote made; 0 for one alone
    const char *at;   // local time
    enum ballot_form form;
    struct ballot ballot;
    int present, members;
    const char *quorum; // in words, at that moment
    bool quorum_reached;
    bool shares_voters; // with the item's other ballots that do
    enum ballot_result result;
    const char *sentence;
    bool by_hand; // a person wrote the sentence…
    bool fits;    // …and it says nothing that the numbers contradict
    bool anonymised;
    bool doubtful;            // to be checked
    struct named_vote *votes; // of every voter, by name; none in a secret or anonymised one
    size_t vote_count;
};

struct ballot_list {
    struct held_ballot *ballots;
    size_t count;
};

// Those of one item, in the order in which they were held; two queries.
enum status ballots_of_item(struct store *store, int64_t item, struct arena *arena,
    struct ballot_list *list, struct problem *problem);

// STATUS_REFUSED when it is not there (any more).
enum status ballot_load(struct store *store, int64_t id, struct arena *arena,
    struct held_ballot *ballot, struct problem *problem);

// The latest one on the decision; `id` is 0 where there is none.
enum status ballot_load_latest(struct store *store, int64_t decision, struct arena *arena,
    struct held_ballot *ballot, struct problem *problem);

// The latest one on the decision, or (0) on the item itself; NULL for none.
const struct held_ballot *ballot_on(const struct ballot_list *list, int64_t decision);

// What the ballots that share their voters, but for `except`, have counted among them.
int ballots_shared(const struct ballot_list *list, int64_t except);

// The line that says it again: `= 9 0 2`.
struct ballot_line ballot_line_of(const struct held_ballot *ballot);

#endif
