// SPDX-License-Identifier: GPL-3.0-or-later
// Texts for property tests: French, and all that a hostile or broken program may send. The same
// seed gives the same texts.
#ifndef GREFFE_TESTS_TEXT_RANDOM_TEXT_H
#define GREFFE_TESTS_TEXT_RANDOM_TEXT_H

#include <stddef.h>
#include <stdint.h>

struct random {
    uint64_t state; // never 0
};

enum { RANDOM_TEXT_SIZE = 256 };

// A number below `bound`, which is not 0.
size_t random_below(struct random *random, size_t bound);

// Fills `text` with words, marks, controls, emoji and stray bytes, NUL-terminated and without
// another NUL. Returns its length.
size_t random_text(struct random *random, char text[RANDOM_TEXT_SIZE]);

#endif
