// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of a file that cannot be read where it is: on a medium that cannot be written, an
// interrupted change cannot be taken back nor an older schema migrated. For src/store alone.
#ifndef GREFFE_STORE_PRIVATE_COPY_H
#define GREFFE_STORE_PRIVATE_COPY_H

#include "base/status.h"

// Copies `path`, and the journal and WAL beside it, into a new folder (0700) under $TMPDIR or
// /tmp. Both texts are the caller's to free; NULL after a failure, which leaves nothing behind.
enum status private_copy_make(
    const char *path, char **copy, char **folder, struct problem *problem);

// Removes the copy and its folder; NULL is allowed.
void private_copy_remove(const char *copy, const char *folder);

#endif
