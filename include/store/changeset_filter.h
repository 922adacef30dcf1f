// SPDX-License-Identifier: GPL-3.0-or-later
// A changeset without some of its rows: SQLite's own functions only join and invert whole ones. The
// format is that of its session extension (sqlite3session.c, «CHANGESET BLOB FORMAT»). For
// src/store alone.
#ifndef GREFFE_STORE_CHANGESET_FILTER_H
#define GREFFE_STORE_CHANGESET_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "store/changeset.h"

// Whether the change of a row goes; `id` is its first column, 0 where that is no integer.
typedef bool (*changeset_choice)(const char *table, int64_t id, void *context);

// Appends `changeset` without the changes that `goes` says. False, with `out` unchanged, where it
// cannot be read or memory ends.
bool changeset_without(
    const struct changeset *changeset, changeset_choice goes, void *context, struct buffer *out);

#endif
