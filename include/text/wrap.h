// SPDX-License-Identifier: GPL-3.0-or-later
// Text fitted to a number of cells: cut to one line, or wrapped over several.
#ifndef GREFFE_TEXT_WRAP_H
#define GREFFE_TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

// Appends as much of `text` as fits in `width` cells; cut text ends in «…». Trailing blanks
// before the ellipsis are dropped.
void text_cut(struct buffer *out, const char *text, size_t width);

// Soft wrap of one paragraph or many: the line that begins at `offset` ends at `end` (without
// its trailing blanks or line end) and the following one begins at `next` (`length` when done).
// Breaks after blanks, never at a no-break space, or inside a word that is wider than the line.
// A grapheme is never parted: one of two cells stands alone on a line of one. Trailing blanks
// take no room, so they may reach beyond the line. `width` of 0 counts as 1.
struct text_line {
    size_t end;
    size_t next;
    bool hard; // ended by a line end of the text; at `length`, an empty last line follows
};
struct text_line text_wrap(const char *text, size_t length, size_t offset, size_t width);

// Number of lines `text_wrap` gives (at least 1).
size_t text_wrap_count(const char *text, size_t width);

#endif
