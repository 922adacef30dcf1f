// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed but not accepted, kept outside the database (file.md §5): one small file a window
// in the state folder, 0600, written at each key, synchronised when typing pauses.
//
// A window holds a lock on its own file as long as it lives; a new window takes up only the
// files that nobody holds.
#ifndef GREFFE_STORE_DRAFT_H
#define GREFFE_STORE_DRAFT_H

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct draft {
    const char *place; // which field of which screen, one line: `seance:ID:point:ID`; a screen's own words
    int64_t row;       // the id of the row it will become
    bool correction;   // the row exists already and is being corrected
    const char *text;  // may hold line ends
    size_t cursor;     // byte in `text`
};

struct draft_folder;

// `folder` is made if absent (0700). The store's uuid names the file. NULL `folder`: drafts are
// kept in memory only.
enum status draft_folder_open(struct draft_folder **drafts, struct store *store,
    const char *folder, struct problem *problem);
// Leaves what is half typed on the disk for the next window.
void draft_folder_destroy(struct draft_folder *drafts);

// Keeps the draft (replacing the one of this window). An empty text drops it.
enum status draft_save(
    struct draft_folder *drafts, const struct draft *draft, struct problem *problem);
enum status draft_drop(struct draft_folder *drafts, struct problem *problem);

// Waits for the disk if something was written since the last call; cheap otherwise.
void draft_synchronise(struct draft_folder *drafts);

// Takes up the latest draft of a dead window for this file; its content becomes this window's
// draft. A draft whose row exists already (and is no correction) is dropped on the way, because
// it was accepted. `*found` false when there is none. Texts in `arena`.
enum status draft_take_up(struct draft_folder *drafts, struct arena *arena, struct draft *draft,
    bool *found, struct problem *problem);

#endif
