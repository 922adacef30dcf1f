// SPDX-License-Identifier: GPL-3.0-or-later
// The closing of a meeting: what it would do, and doing it. Nothing but what is shown to be
// missing (store/closing_gap.h) is mended here.
#ifndef GREFFE_STORE_MEETING_CLOSING_H
#define GREFFE_STORE_MEETING_CLOSING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

// What closing would do, for the screen that shows it.
struct closing_preview {
    int decisions; // that have no number yet
    // Those that they will get, in the arena; NULL without decisions, and for a committee that
    // deliberates, whose acts are numbered by the town.
    const char *first_number, *last_number;
    int untreated_items;  // items not treated, postponed or withdrawn
    int doubtful_records; // to be checked, or with a part that was not understood
    int tasks_without_owner, tasks_without_date;
    bool nobody_present; // though somebody was expected: closing is refused until one is noted
};
enum status meeting_preview_closing(struct store *store, int64_t meeting, struct arena *arena,
    struct closing_preview *preview, struct problem *problem);

// Postpones every item that is untreated.
enum status meeting_postpone_untreated(
    struct gesture *gesture, int64_t meeting, struct problem *problem);

// Numbers the decisions in the order of the agenda, on from the committee's last number of the
// meeting's year; those that have a number keep it. Numbers the meeting in its year, copies what
// things are called into it, seals it (store/seal.h), logs the closing, and sets BARRIER_CLOSING.
// Refuses a meeting that is not adjourned, and one at which members were expected and nobody is
// noted present, unless it was adjourned for that; nothing else that is missing stops it (a ballot
// is held at once here: none stays open). A copy of the file goes into the backup folder first;
// when that fails, nothing is closed.
enum status meeting_close(struct gesture *gesture, int64_t meeting, struct problem *problem);

#endif
