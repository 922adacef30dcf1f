// SPDX-License-Identifier: GPL-3.0-or-later
// Notes that stay with their item from one meeting to the next. What was said is sealed with its
// meeting, so the next one takes up a copy that names the note it continues: the last of that chain
// is the note as it stands, and the only one that the item's thread shows.
#ifndef GREFFE_STORE_PINNED_NOTE_H
#define GREFFE_STORE_PINNED_NOTE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Only a note or an information of a meeting that may be written in.
enum status record_set_pinned(
    struct gesture *gesture, int64_t record, bool pinned, struct problem *problem);

// Takes up the pinned notes of the items that those of the meeting continue: all of its items, or
// one (`item` not 0). None is taken up twice in one meeting.
enum status pinned_notes_carry(
    struct gesture *gesture, int64_t meeting, int64_t item, struct problem *problem);

#endif
