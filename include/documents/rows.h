// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a listing, all in memory: aligned columns need their widths, nesting needs to look
// things up.
#ifndef GREFFE_DOCUMENTS_ROWS_H
#define GREFFE_DOCUMENTS_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/listing.h"

struct rows {
    const char **names; // of the columns
    size_t column_count;
    struct listing_value *values; // row after row
    size_t count;
};

// Everything is copied into `arena`.
enum status rows_load(struct store *store, const char *view,
    const struct listing_condition *conditions, size_t condition_count, struct arena *arena,
    struct rows *rows, struct problem *problem);

const struct listing_value *rows_value(const struct rows *rows, size_t row, size_t column);

// `column_count` when there is no such column.
size_t rows_column(const struct rows *rows, const char *name);

// Both hold the same integer or the same text.
bool value_equals(const struct listing_value *left, const struct listing_value *right);

#endif
