// SPDX-License-Identifier: GPL-3.0-or-later
// Identifiers (file.md §2): 41 bits of milliseconds since 2024-01-01, then 22 bits, random at
// first; strictly increasing. For src/store alone.
#ifndef GREFFE_STORE_IDENTIFIER_H
#define GREFFE_STORE_IDENTIFIER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"

// Milliseconds between 1970-01-01 and 2024-01-01, UTC.
#define IDENTIFIER_EPOCH INT64_C(1704067200000)
enum { IDENTIFIER_RANDOM_BITS = 22 };

struct identifiers {
    const struct clock *clock; // borrowed
    uint64_t random;           // state of the generator
    int64_t last;
};

// The generator starts from the system's random bytes, or from `seed` where `seeded`.
void identifiers_init(
    struct identifiers *identifiers, const struct clock *clock, bool seeded, uint64_t seed);

// Whatever comes next is greater than `id`.
void identifiers_pass(struct identifiers *identifiers, int64_t id);

int64_t identifiers_next(struct identifiers *identifiers);

// 64 random bits.
uint64_t identifiers_random(struct identifiers *identifiers);

#endif
