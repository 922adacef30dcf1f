// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the whole file in the backup folder, before what cannot be taken back.
#ifndef GREFFE_STORE_BACKUP_H
#define GREFFE_STORE_BACKUP_H

#include "base/clock.h"
#include "base/status.h"
#include "store/store.h"

// A copy of the file after its last commit, named after it, the hour and `reason` (a few ASCII
// letters: `cloture`). Without a backup folder nothing is done. The folder is made if absent.
enum status store_backup(struct store *store, const char *reason, struct problem *problem);

// The same for a file that is not open yet; `folder` may be NULL.
enum status backup_file(const char *path, const char *folder, const struct clock *clock,
    const char *reason, struct problem *problem);

#endif
