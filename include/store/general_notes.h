// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the whole meeting and of no item: it stands in an item of its own, at the end of
// the agenda, that returns at each meeting of the committee. Of its notes the pinned ones return
// with it, the others stay where they were said.
#ifndef GREFFE_STORE_GENERAL_NOTES_H
#define GREFFE_STORE_GENERAL_NOTES_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Its item in this meeting, by its title; 0 for none yet.
enum status general_notes_find(
    struct store *store, int64_t meeting, int64_t *item, struct problem *problem);

// Makes it, as item `id`. Nothing is to be treated there: it counts as treated. Refuses a meeting
// that is closed.
enum status general_notes_make(
    struct gesture *gesture, int64_t id, int64_t meeting, struct problem *problem);

#endif
