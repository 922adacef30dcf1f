// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/elapsed.h"

#include <stdlib.h>

static int compare_begin(const void *left, const void *right)
{
    const struct span *one = left;
    const struct span *other = right;
    return (one->from > other->from) - (one->from < other->from);
}

int64_t elapsed_without(struct span span, struct span *pauses, size_t count)
{
    int64_t elapsed = 0;
    int64_t reached = span.from;
    if (count > 0)
        qsort(pauses, count, sizeof *pauses, compare_begin);
    for (size_t i = 0; i < count && pauses[i].from < span.until; i++) {
        if (pauses[i].until <= reached)
            continue;
        if (pauses[i].from > reached)
            elapsed += pauses[i].from - reached;
        reached = pauses[i].until;
    }
    return span.until > reached ? elapsed + (span.until - reached) : elapsed;
}
