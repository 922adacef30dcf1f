// SPDX-License-Identifier: GPL-3.0-or-later
// What a person calls a letter, and the cells that it takes.
//
// Offsets and lengths are bytes; widths are terminal cells. Graphemes are those of Unicode TR 29
// (utf8proc). The width of a character is that of wcwidth(3), which is what ncurses uses, so the
// process must be in a UTF-8 locale; a character that wcwidth does not know counts as one cell.
#ifndef GREFFE_TEXT_GRAPHEME_H
#define GREFFE_TEXT_GRAPHEME_H

#include <stddef.h>

// Where the grapheme that begins at `offset` ends (at most `length`).
size_t grapheme_next(const char *text, size_t length, size_t offset);

// Where the grapheme that ends at `offset` begins (0 at the start).
size_t grapheme_previous(const char *text, size_t length, size_t offset);

// Cells taken by the grapheme in [offset, end): 0 (a lone combining mark), 1 or 2.
size_t grapheme_width(const char *text, size_t offset, size_t end);

// Cells taken by a whole text (no line ends in it).
size_t text_width(const char *text);
size_t text_width_of(const char *text, size_t length);

#endif
