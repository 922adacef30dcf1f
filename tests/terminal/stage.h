// SPDX-License-Identifier: GPL-3.0-or-later
// The built program, $GREFFE, on a file of its own, in as many windows as a test opens.
#ifndef GREFFE_TESTS_TERMINAL_STAGE_H
#define GREFFE_TESTS_TERMINAL_STAGE_H

#include <stddef.h>

#include "pseudo_terminal.h"
#include "scratch.h"

enum { STAGE_WINDOWS = 4, STAGE_SETTINGS = 16 };

struct stage {
    char folder[SCRATCH_PATH_SIZE]; // thrown away afterwards; the home is in it
    char file[96];                  // the file, absent at first
    struct pty *windows[STAGE_WINDOWS];
    const char *settings[STAGE_SETTINGS]; // more of the environment of windows, `NAME=VALUE`
};

// Setup and teardown of a cmocka test.
int stage_set(void **state);
int stage_clear(void **state);

// Makes the file, or goes on with it, by `greffe rejouer`.
void stage_play(struct stage *stage, const char *keys);

// A copil of 18 January 2024 with two items, open on the first: «Ouverture», «Calendrier».
void stage_hold_meeting(struct stage *stage);

// Opens a window of 24 rows and 80 columns, or of any size with one option more (or NULL).
struct pty *stage_open(struct stage *stage);
struct pty *stage_open_sized(struct stage *stage, int rows, int columns, char *option);

// Opens a shell with job control, its prompt «invite$», and the program in it.
struct pty *stage_open_in_shell(struct stage *stage);

// The one number that a query of the file gives.
long long stage_count(const struct stage *stage, const char *query);

// Types `line` and Enter into the meeting, and waits until `recorded` is shown.
void stage_record(struct pty *window, const char *line, const char *recorded);

#endif
