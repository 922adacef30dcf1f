// SPDX-License-Identifier: GPL-3.0-or-later
// A file is opened: found, checked, taken out of WAL, migrated.
#ifndef GREFFE_STORE_STORE_OPEN_H
#define GREFFE_STORE_STORE_OPEN_H

#include "store/store.h"

struct store_options {
    const char *path;          // any; made absolute before SQLite sees it
    const struct clock *clock; // borrowed for the life of the store
    const char *site;          // the computer, as the journal names it
    const char *author;        // the person
    const char *backup_folder; // where a copy goes before a migration or a closing; NULL: nowhere
    const char *state_folder;  // where «seen» marks are kept; NULL: check the file at each open
    bool read_only;
    bool on_copy; // works on a private copy, removed at the end: whatever is done, nothing is
                  // written
    bool seeded;  // ids are seeded with the number of gestures in the file, not from the system
};

// Opens an existing file, migrates it if it is older. STATUS_UNUSABLE: missing (the sentence
// gives the `greffe creer` line), foreign, newer, damaged, cut short, empty. STATUS_SYSTEM: no
// permission, locked for too long, disk full. On success the caller owns `*store`.
enum status store_open(
    struct store **store, const struct store_options *options, struct problem *problem);

#endif
