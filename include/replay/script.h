// SPDX-License-Identifier: GPL-3.0-or-later
// A file of keys, read whole before anything is played: nothing is half done for a mistyped line.
//
// What a line holds is typed; its end types nothing. `<cr>` and its like are keys (surface/key.h),
// `<lt>` is a `<`. At the start of a line `@` begins a directive, `@@` types one `@`, and `#!`
// begins a comment. The directives: `@ecran`, `@taille 60x20`, `@horloge 2026-03-12T14:00`,
// `@avance 90s` (or m, h, d), `@coller TEXTE` (`\n` is a line end, `\\` a `\`).
#ifndef GREFFE_REPLAY_SCRIPT_H
#define GREFFE_REPLAY_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "surface/key.h"

enum step_type { STEP_KEY, STEP_PASTE, STEP_SCREEN, STEP_SIZE, STEP_CLOCK, STEP_ADVANCE };

struct step {
    enum step_type type;
    int line; // from 1
    key_code key;
    const char *text;     // STEP_PASTE; lives in the script's arena
    int rows, columns;    // STEP_SIZE
    int64_t milliseconds; // STEP_CLOCK: since 1970, UTC; STEP_ADVANCE: how many
};

struct script {
    struct arena arena;
    struct step *steps;
    size_t count, capacity;
};

// Reads `length` bytes; `name` is what messages call them. Hours are those of the process's time
// zone. STATUS_USAGE with the line for what is no key, no directive or no UTF-8; STATUS_SYSTEM
// when memory ends. The script, zeroed before, is to be cleared in every case.
enum status script_read(struct script *script, const char *name, const char *text, size_t length,
    struct problem *problem);

// The same of a file. STATUS_UNUSABLE: it is missing or too large; STATUS_SYSTEM: unreadable.
enum status script_read_file(struct script *script, const char *path, struct problem *problem);

void script_clear(struct script *script);

// Reads `60x20`, from 1 to 500 each. False if it is not a size.
bool script_read_size(const char *text, int *columns, int *rows);

#endif
