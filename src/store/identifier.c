// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/identifier.h"

#include <sys/random.h>
#include <unistd.h>

// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
uint64_t identifiers_random(struct identifiers *identifiers)
{
    identifiers->random += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t mixed = identifiers->random;
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

void identifiers_init(
    struct identifiers *identifiers, const struct clock *clock, bool seeded, uint64_t seed)
{
    *identifiers = (struct identifiers){.clock = clock, .random = seed};
    uint64_t start;
    if (!seeded && getrandom(&start, sizeof start, 0) == (ssize_t)sizeof start)
        identifiers->random = start;
    else if (!seeded)
        identifiers->random = (uint64_t)clock_now(clock) ^ ((uint64_t)getpid() << 48);
}

void identifiers_pass(struct identifiers *identifiers, int64_t id)
{
    if (id > identifiers->last)
        identifiers->last = id;
}

int64_t identifiers_next(struct identifiers *identifiers)
{
    int64_t milliseconds = clock_now(identifiers->clock) - IDENTIFIER_EPOCH;
    int64_t moment = milliseconds > 0 ? milliseconds << IDENTIFIER_RANDOM_BITS : 0;
    if (moment > identifiers->last) {
        uint64_t low = identifiers_random(identifiers) >> (64 - IDENTIFIER_RANDOM_BITS);
        identifiers->last = moment | (int64_t)low;
    } else {
        identifiers->last++;
    }
    return identifiers->last;
}
