// SPDX-License-Identifier: GPL-3.0-or-later
// A person's time in a committee.
#ifndef GREFFE_RULES_MANDATE_H
#define GREFFE_RULES_MANDATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "text/date.h"

// Both days count. A date of less precision begins with its first day and ends with its last; no
// date is no limit.
struct mandate {
    struct date from, to;
};

// They share a day.
bool mandate_overlaps(const struct mandate *left, const struct mandate *right);

// Refuses a mandate that ends before it begins, and one that overlaps another of the same person in
// the same committee. `others` does not hold the mandate itself.
enum status mandate_check(const struct mandate *mandate, const struct mandate others[],
    size_t other_count, struct problem *problem);

#endif
