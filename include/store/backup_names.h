// SPDX-License-Identifier: GPL-3.0-or-later
// Copies in the backup folder that keep the names of a ballot which is to be anonymised: who voted
// what stands there as before, in its rows or in its journal.
#ifndef GREFFE_STORE_BACKUP_NAMES_H
#define GREFFE_STORE_BACKUP_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

struct named_backups {
    const char **paths;
    size_t count;
};

// The copies of this file that hold a vote by name of the meeting. Paths are in `arena`. A copy
// that cannot be read is left out; so is everything where there is no backup folder.
enum status named_backups_find(struct store *store, int64_t meeting, struct arena *arena,
    struct named_backups *backups, struct problem *problem);

// Deletes them. Stops at the first that cannot be, with STATUS_SYSTEM.
enum status named_backups_remove(const struct named_backups *backups, struct problem *problem);

#endif
