// SPDX-License-Identifier: GPL-3.0-or-later
// How long something lasted, the pauses left out.
#ifndef GREFFE_RULES_ELAPSED_H
#define GREFFE_RULES_ELAPSED_H

#include <stddef.h>
#include <stdint.h>

struct span {
    int64_t from, until; // milliseconds
};

// What is left of a span without those of `pauses`, which may overlap one another, stand in any
// order and reach beyond it. Never below 0. The pauses are put in order.
int64_t elapsed_without(struct span span, struct span *pauses, size_t count);

#endif
