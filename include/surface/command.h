// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands and the keys that run them. One row a command feeds dispatch, the bar,
// the help page, the palette, and the user's [touches].
//
// This layer knows the shape of a row; the rows stand in screens/commands.c and their functions
// with their screens.
#ifndef GREFFE_SURFACE_COMMAND_H
#define GREFFE_SURFACE_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "surface/key.h"

struct screen; // screens/screen.h
struct desk;   // screens/desk.h
struct follow; // screens/follow.h

struct command {
    const char *name;     // ASCII, for [touches]: `point-suivant`
    const char *sentence; // «Passer au point suivant»
    const char *label;    // on the bar: «suivant»; NULL: not on the bar
    const char *keys;     // default keys by their replay names: `f5 n`
    uint64_t places;      // bits of screens/commands.h: where it applies
    void (*run)(struct screen *screen, struct desk *desk, struct follow *follow);
};

struct command_table {
    const struct command *commands;
    size_t count;
};

struct keymap;

// `table` is borrowed. Default keys that cannot be read, or two commands sharing a key in one
// place, are a defect of the table: STATUS_USAGE with their names. The caller owns `*keymap`.
enum status keymap_create(
    struct keymap **keymap, const struct command_table *table, struct problem *problem);
void keymap_destroy(struct keymap *keymap);

// One line of [touches]: `keys` (by their replay names, none at all for an empty text) replace the
// command's own. False, with a sentence and a line end appended to `warnings` and nothing changed,
// for an unknown command or key, a key that is taken in a shared place, and a character where no
// command of the table has one by default: there it is typed.
bool keymap_set(
    struct keymap *keymap, const char *command, const char *keys, struct buffer *warnings);

// The command that `key` runs in one of `places`; NULL when there is none.
const struct command *keymap_find(const struct keymap *keymap, uint64_t places, key_code key);

// The command's keys as people read them, joined by `, `; empty when it has none. The first alone
// with `first_only`.
void keymap_label(const struct keymap *keymap, const struct command *command, bool first_only,
    struct buffer *out);

const struct command_table *keymap_table(const struct keymap *keymap);

#endif
