// SPDX-License-Identifier: GPL-3.0-or-later
// The seal of a meeting: the SHA-256 over a canonical text of everything that it recorded, chained
// to the previous closed meeting of its committee. db/README.md says how anybody computes it again.
// For src/store alone.
#ifndef GREFFE_STORE_SEAL_H
#define GREFFE_STORE_SEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/sha256.h"
#include "base/status.h"
#include "store/gesture.h"
#include "store/row_array.h"

// A part of a meeting with a hash of its own.
struct seal_part {
    char kind[12]; // meeting, attendance, item, record, ballot
    int64_t id;
    bool confidential; // as recorded; not set by seal_compute_parts
    char hash[SHA256_HEX_SIZE];
};

// Writes the hash of each part and the seal, into the closed meeting and into its last closing.
// While the meeting is named in `reopening`, and all else of it is as it will stay.
enum status seal_write(struct gesture *gesture, int64_t meeting, struct problem *problem);

// Forgets the hashes of a meeting that is being reopened.
enum status seal_forget(struct gesture *gesture, int64_t meeting, struct problem *problem);

// The hash of each part as the file is now: rows of `struct seal_part`, by kind then id.
enum status seal_compute_parts(
    struct store *store, int64_t meeting, struct row_array *parts, struct problem *problem);

// The seal that the recorded hashes make.
enum status seal_compute(
    struct store *store, int64_t meeting, char seal[SHA256_HEX_SIZE], struct problem *problem);

#endif
