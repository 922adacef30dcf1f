// SPDX-License-Identifier: GPL-3.0-or-later
// The file: made, opened, checked, migrated, closed. `file.md` of the design fixes what is on disk.
//
// A store belongs to one thread. SQL is prepared in `src/store` alone. Outside creation,
// migration and derived tables nothing writes but through a gesture (store/gesture.h).
#ifndef GREFFE_STORE_STORE_H
#define GREFFE_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/status.h"

struct store;

enum { STORE_APPLICATION_ID = 0x43544731 };

// Closes the file and remembers it as seen. NULL is allowed.
void store_destroy(struct store *store);

const char *store_path(const struct store *store); // absolute; lives as long as the store
const char *store_uuid(const struct store *store); // the same
const struct clock *store_clock(const struct store *store);

// A sentence to show once (network share, FAT key, file switched back from WAL), or NULL.
const char *store_warning(const struct store *store);

// True once after another connection has committed since the last call (PRAGMA data_version).
bool store_changed_elsewhere(struct store *store);

// A copy of the whole file as it is now, even while other windows write; refuses a path that
// exists.
enum status store_copy(struct store *store, const char *destination, struct problem *problem);

// An identifier: 63 bits, milliseconds since 2024-01-01 then 22 random bits, strictly increasing
// in this process and greater than the file's largest.
int64_t store_new_id(struct store *store);

#endif
