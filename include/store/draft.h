// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed but not accepted, kept outside the database (file.md §5): one small file a window
// in the state folder, 0600, written at each key, synchronised when typing pauses.
//
// A person may have several things half typed at once: the entry line of a meeting, and the
// correction of an earlier line. They are kept together, so that none is lost for another.
//
// A window holds a lock on its own file as long as it lives; a new window takes up only the
// files that nobody holds. A file is there only while something is half typed.
#ifndef GREFFE_STORE_DRAFT_H
#define GREFFE_STORE_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

struct draft {
    const char *place; // which field of which screen, one line; a screen's own words
    int64_t row;       // the id of the row it will become
    bool correction;   // the row exists already and is being corrected
    const char *text;  // may hold line ends
    size_t cursor;     // byte in `text`
};

struct draft_folder;

// `folder` is made if absent (0700). The store's uuid names the files. NULL `folder`: nothing is
// kept, and nothing is found.
enum status draft_folder_open(
    struct draft_folder **drafts, struct store *store, const char *folder, struct problem *problem);
// Leaves what is half typed on the disk for the next window. NULL is allowed.
void draft_folder_destroy(struct draft_folder *drafts);

// Keeps these drafts and no others of this window, those with an empty text left out; the last is
// where the person is. When it fails those of before are still there.
enum status draft_save(
    struct draft_folder *drafts, const struct draft *typed, size_t count, struct problem *problem);
enum status draft_drop(struct draft_folder *drafts, struct problem *problem);

// Waits for the disk if something was written since the last call; cheap otherwise.
void draft_synchronise(struct draft_folder *drafts);

// Takes up what a dead window of this file left, the latest of these windows; it becomes this
// window's. A draft whose row exists already (and is no correction) is dropped on the way, because
// it was accepted. `*count` is 0 when there is nothing, and while this window has drafts of its
// own. In the order of `draft_save`; all in `arena`.
enum status draft_take_up(struct draft_folder *drafts, struct arena *arena, struct draft **typed,
    size_t *count, struct problem *problem);

#endif
