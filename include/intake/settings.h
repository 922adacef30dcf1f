// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has set, in greffe.ini:
//
//     [general]
//     auteur = "…"                      the name in the journal
//     fichier = ~/ctg.ctg               the file when none is named
//     theme = jour
//
//     [touches]
//     point-suivant = "f5 n"            keys of a command, by their replay names
#ifndef GREFFE_INTAKE_SETTINGS_H
#define GREFFE_INTAKE_SETTINGS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "intake/ini.h"

struct settings_keys {
    const char *command; // not checked here: the table of commands is a layer above
    const char *keys;
};

// Texts are NULL where nothing is set; all live in the arena of the call.
struct settings {
    const char *author;
    const char *file; // absolute
    const char *theme;
    struct settings_keys *keys;
    size_t key_count;
};

// What is unknown or impossible adds a sentence and a line end to `warnings`, and keeps its
// default. `home` opens `~/`; NULL when there is none. Fails only when memory ends.
enum status settings_read(const struct ini *ini, const char *home, struct arena *arena,
    struct settings *settings, struct buffer *warnings, struct problem *problem);

// The same from a file. STATUS_UNUSABLE with the line where it is no INI, or when it is missing.
enum status settings_load(const char *path, const char *home, struct arena *arena,
    struct settings *settings, struct buffer *warnings, struct problem *problem);

#endif
