// SPDX-License-Identifier: GPL-3.0-or-later
// A file of keys fed to the real application on a surface in memory: how screens are tested, how
// a bug is reported, how speed is measured. The format is that of replay/script.h.
#ifndef GREFFE_REPLAY_REPLAY_H
#define GREFFE_REPLAY_REPLAY_H

#include <stdio.h>

#include "base/status.h"

struct replay_options {
    int rows, columns;         // 0: 24 and 80
    bool masked;               // `--projection`
    const char *clock;         // `2026-03-12T14:00`; NULL: that very moment
    const char *file;          // made from the embedded convention if absent; NULL: one that is
                               // thrown away, with drafts kept in memory
    const char *state_folder;  // where drafts and «seen» marks of `file` go; NULL: nowhere
    const char *backup_folder; // where copies of `file` go; NULL: nowhere
};

// Reads `path` whole, then plays it and prints the screens it asks for to `out`. Sets TZ to that
// of Europe/Paris for the rest of the process. The same keys on the same file give the same file
// and the same screens.
//
// STATUS_USAGE, before anything is played: an unknown key or directive, a size or an hour that is
// not one (with its line, where it stands in the file). STATUS_REFUSED, with its line: keys that
// come after the application was left. STATUS_UNUSABLE: `path` is missing or too large.
// STATUS_SYSTEM: it cannot be read, or `out` cannot be written. Else what the store says.
enum status replay_run(
    const char *path, const struct replay_options *options, FILE *out, struct problem *problem);

#endif
