// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wrote, made ready for a column. For src/store alone.
#ifndef GREFFE_STORE_KEPT_TEXT_H
#define GREFFE_STORE_KEPT_TEXT_H

#include "base/arena.h"
#include "base/status.h"
#include "text/clean.h"

// Cleaned (text/clean.h), without blanks and line ends around it; in `arena`. NULL is kept as an
// empty text.
enum status kept_text(struct arena *arena, const char *text, enum text_lines lines,
    const char **kept, struct problem *problem);

// The same on one line; an empty text is kept as NULL.
enum status kept_text_or_null(
    struct arena *arena, const char *text, const char **kept, struct problem *problem);

#endif
