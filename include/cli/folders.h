// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program keeps what is a person's, by the XDG base directory rules.
#ifndef GREFFE_CLI_FOLDERS_H
#define GREFFE_CLI_FOLDERS_H

#include "base/arena.h"
#include "base/status.h"

// Texts are in the arena of the call. None of the folders need exist.
struct folders {
    const char *home;          // NULL when it is not known, as are the others then
    const char *configuration; // `~/.config/greffe`
    const char *data;          // `~/.local/share/greffe`
    const char *state;         // `~/.local/state/greffe`
    const char *backups;       // `sauvegardes`, in the folder of data
};

// A variable that is no absolute path is ignored, as the rules say.
enum status folders_find(struct arena *arena, struct folders *folders, struct problem *problem);

// Makes `path` (0700) and the folders above it where they are missing. STATUS_SYSTEM with the one
// that could not be made.
enum status folder_make(const char *path, struct problem *problem);

#endif
