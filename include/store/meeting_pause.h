// SPDX-License-Identifier: GPL-3.0-or-later
// When the clock of a meeting, or of an item, stood still.
#ifndef GREFFE_STORE_MEETING_PAUSE_H
#define GREFFE_STORE_MEETING_PAUSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/gesture.h"

struct meeting_pause {
    int64_t id;
    const char *kind; // suspension; levee: adjourned, then opened again; point: of the item alone
    int64_t item;     // 0 for the meeting
    const char *from, *until; // local times; until is NULL while it lasts
};

// Neither an adjourned meeting nor an item alone that was left.
bool pause_is_suspension(const struct meeting_pause *pause);

struct pause_list {
    const struct meeting_pause *pauses; // in their order
    size_t count;
};

enum status meeting_pauses(struct store *store, int64_t meeting, struct arena *arena,
    struct pause_list *list, struct problem *problem);

// Suspends an open meeting; `meeting_open` resumes it. The current item stays current.
enum status meeting_suspend(struct gesture *gesture, int64_t meeting, struct problem *problem);

// Other hours (`14:20`) for a suspension; `until` empty or NULL where it lasts. Refuses a closed
// meeting, another kind of pause, what is no hour, an end before the beginning, hours outside of
// the meeting or within another of its pauses, and an end for what lasts, or none for what is over.
enum status meeting_pause_set(struct gesture *gesture, int64_t pause, const char *from,
    const char *until, struct problem *problem);

// As if it had not been. Refuses one that lasts.
enum status meeting_pause_remove(struct gesture *gesture, int64_t pause, struct problem *problem);

// For src/store alone. The suspension that lasts, if there is one, ends at that hour.
enum status meeting_pause_end(
    struct gesture *gesture, int64_t meeting, const char *hour, struct problem *problem);

// For src/store alone. Adjourned at an hour, opened again at another.
enum status meeting_pause_add(struct gesture *gesture, int64_t meeting, const char *from,
    const char *until, struct problem *problem);

// For src/store alone. An item that is opened again at that hour: nothing for one that never was.
enum status item_pause_add(
    struct gesture *gesture, int64_t item, const char *until, struct problem *problem);

// For src/store alone. An item, and those below it, as if they had not been opened.
enum status item_pauses_forget(struct gesture *gesture, int64_t item, struct problem *problem);

#endif
