// SPDX-License-Identifier: GPL-3.0-or-later
// The pace of a meeting: how long it and its items lasted, the pauses left out; suspending it.
#ifndef GREFFE_SCREENS_MEETING_PACE_H
#define GREFFE_SCREENS_MEETING_PACE_H

#include <stdint.h>

#include "base/clock.h"
#include "screens/screen.h"
#include "store/item.h"
#include "store/meeting.h"
#include "store/meeting_pause.h"
#include "store/record.h"

// Milliseconds up to its end, else up to now; 0 before it was opened.
int64_t meeting_elapsed(
    const struct meeting *meeting, const struct pause_list *pauses, const struct clock *clock);
int64_t item_elapsed(
    const struct item *item, const struct pause_list *pauses, const struct clock *clock);

// The whole minutes that the items of an agenda took: those that ended, which stay as they are
// until the meeting is read again, and those that go on.
int minutes_of_ended_items(
    const struct agenda *agenda, const struct pause_list *pauses, const struct clock *clock);
int minutes_of_running_items(
    const struct agenda *agenda, const struct pause_list *pauses, const struct clock *clock);

// Puts the suspensions that fell into the item among its records, as notes of their hour.
enum status meeting_pauses_merge(const struct pause_list *pauses, const struct item *item,
    struct arena *arena, struct record_list *records, struct problem *problem);

// Whether the record is such a note: its hours are corrected, not its words.
bool meeting_is_pause(const struct pause_list *pauses, const struct record *record);

extern const struct question meeting_pace_questions[];
enum { MEETING_PACE_QUESTION_COUNT = 1 };

// The hours of a suspension; it taken away.
void meeting_pause_ask(
    const struct screen *screen, struct desk *desk, const struct meeting_pause *pause);
void meeting_pause_drop(struct desk *desk, int64_t pause);

// The suspension that stands there as a record; NULL for another one.
const struct meeting_pause *meeting_pause_of(
    const struct pause_list *pauses, const struct record *record);

// Suspends the meeting, or resumes it.
void meeting_pause_or_resume(struct screen *screen, struct desk *desk, struct follow *follow);

#endif
