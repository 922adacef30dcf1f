// SPDX-License-Identifier: GPL-3.0-or-later
// What Tab completes.
#ifndef GREFFE_RULES_ENTRY_COMPLETION_H
#define GREFFE_RULES_ENTRY_COMPLETION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

// The mention or link that ends at `cursor`. `start` is where `@` or `#` stands. False when the
// cursor is behind neither, or memory ends.
struct entry_completion {
    char sign;          // '@' or '#'
    size_t start;       // byte of the sign
    const char *prefix; // what was typed behind it, without a quote; in `arena`
};
bool entry_completion_at(
    const char *line, size_t cursor, struct arena *arena, struct entry_completion *completion);

#endif
