// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the ballot screen, shared by the files that make it, none of which these functions
// need.
#ifndef GREFFE_SCREENS_BALLOT_VIEW_H
#define GREFFE_SCREENS_BALLOT_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/ballot_share.h"
#include "screens/marks.h"
#include "screens/screen.h"
#include "store/attendance.h"
#include "store/attendance_count.h"
#include "store/ballot.h"
#include "store/item.h"
#include "store/meeting.h"
#include "store/record.h"
#include "widgets/list.h"

struct ballot_view {
    struct screen screen;
    struct arena arena; // what is below up to `item`
    struct meeting meeting;
    struct agenda agenda;
    struct attendance_sheet sheet;
    struct attendance_state state; // at the item
    struct record_list records;    // of the item
    struct ballot_list ballots;    // of the item
    const struct attendee **voters;
    size_t voter_count;
    int64_t item;
    int64_t decision; // what is voted on; 0: the item itself
    struct list list; // of the voters
    // What the vote to come is like; all but the base outlives the screen once somebody is marked.
    struct buffer votes; // by name: `struct named_vote`, one a person
    struct buffer marks; // the same as a text (screens/ballot_marks.h)
    struct marks items;  // the other ones that it is for
    enum ballot_base base;
    enum casting_vote casting;
    bool shares_voters;
};

struct ballot_view *ballot_view_of(struct screen *screen);
const struct ballot_view *ballot_view_read(const struct screen *screen);

int64_t ballot_subject(const struct ballot_view *view); // the decision voted on, else the item
const struct attendee *ballot_voter(const struct ballot_view *view);   // under the cursor; or NULL
const struct held_ballot *ballot_held(const struct ballot_view *view); // on that, NULL for none
const struct record *ballot_decision(const struct ballot_view *view);  // NULL: on the item itself

size_t ballot_vote_count(const struct ballot_view *view);
const struct named_vote *ballot_votes(const struct ballot_view *view);
void ballot_set_vote(struct ballot_view *view, int64_t attendee, enum ballot_choice choice);

// Of whom nothing is said by name.
enum ballot_choice ballot_otherwise(const struct ballot_view *view);

// What was said, as the ballot that it would be. Refuses what keeping it would refuse.
enum status ballot_preview(const struct ballot_view *view, const struct said_ballot *said,
    struct ballot *ballot, struct problem *problem);

// The vote to come, by name.
struct said_ballot ballot_said_by_name(const struct ballot_view *view);

#endif
