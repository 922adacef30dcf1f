// SPDX-License-Identifier: GPL-3.0-or-later
// A file of its own for a test, made from the embedded convention of Perpignan, in a folder that is
// removed at the end. The clock stands at 2026-03-12T14:00.
#ifndef GREFFE_TESTS_STORE_TEMPORARY_STORE_H
#define GREFFE_TESTS_STORE_TEMPORARY_STORE_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/clock.h"
#include "store/gesture.h"
#include "store/store.h"
#include "store/store_open.h"

struct temporary_store {
    char folder[64];
    char path[96];    // FOLDER/convention.ctg
    char backups[96]; // FOLDER/sauvegardes
    char state[96];   // FOLDER/etat
    struct clock clock;
    struct store_options options;
    struct store *store; // open, or NULL where a test closed it
    sqlite3 *outside;    // a connection with SQLite's defaults, as the stock shell has
    struct arena arena;  // for what a test loads
};

// cmocka's set-up and tear-down; the state is a `struct temporary_store *`.
int temporary_store_setup(void **state);
int temporary_store_teardown(void **state);

// Closes the file and opens it again.
void temporary_store_reopen(struct temporary_store *temporary);

// Where another file takes the place at `path`, the connection from outside is made again.
void temporary_store_look_again(struct temporary_store *temporary);

// Moves the clock.
void temporary_store_advance(struct temporary_store *temporary, int64_t milliseconds);

// The first column of the first row, seen from outside; -1 without a row or for a NULL.
int64_t temporary_store_number(const struct temporary_store *temporary, const char *sql);

// Runs statements there. Gives SQLite's result code.
int temporary_store_execute(const struct temporary_store *temporary, const char *sql);

// A gesture that must begin, and one that must be kept.
struct gesture *gesture_must_begin(struct store *store);
void gesture_must_commit(struct gesture *gesture, const char *sentence);

#endif
