// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a `lecture_*` view, as they are, for the command line and for documents.
#ifndef GREFFE_STORE_LISTING_H
#define GREFFE_STORE_LISTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "store/store.h"

// A column without a value matches nothing. The case of ASCII letters is ignored.
enum listing_match {
    LISTING_IS,        // the column equals the text
    LISTING_CONTAINS,  // the column, values joined by « ; », holds the text as one of them
    LISTING_STARTS,    // the column begins with the text (`2026` on a date)
    LISTING_NOT_BEFORE // the column is at or after the text, numbers in their order
};

struct listing_condition {
    const char *column;
    enum listing_match match;
    const char *value;
};

enum listing_type { LISTING_NULL, LISTING_INTEGER, LISTING_TEXT };

struct listing_value {
    enum listing_type type;
    int64_t integer;
    const char *text; // borrowed until the next row
};

struct listing;

// Rows in the order of the view. `view` and every column must be known, names of the contract:
// another is STATUS_USAGE. Conditions are joined by AND; their values are copied. The file stays
// locked for writers until the listing is destroyed. On failure `*listing` is NULL.
enum status listing_open(struct store *store, const char *view,
    const struct listing_condition *conditions, size_t condition_count, struct listing **listing,
    struct problem *problem);
void listing_destroy(struct listing *listing); // NULL is allowed

size_t listing_column_count(const struct listing *listing);
const char *listing_column_name(const struct listing *listing, size_t column);

// Goes to the next row; `*more` is false behind the last one.
enum status listing_next(struct listing *listing, bool *more, struct problem *problem);
struct listing_value listing_value(const struct listing *listing, size_t column);

#endif
