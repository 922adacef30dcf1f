// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as aligned columns, to be read by a person.
#ifndef GREFFE_DOCUMENTS_COLUMNS_H
#define GREFFE_DOCUMENTS_COLUMNS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "documents/rows.h"

// A header, then a line a row; columns that hold nothing are left out, numbers stand to the right.
// `width` is that of the terminal, to which the widest columns are cut; 0: nothing is cut. Nothing
// at all is appended when there is no row. What is shown is harmless.
enum status columns_rows(struct buffer *out, const struct rows *rows, size_t width,
    struct arena *arena, struct problem *problem);

#endif
