// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 text as a person sees it: graphemes, cells, lines; and text from outside made harmless.
//
// Offsets and lengths are bytes; widths are terminal cells. Functions that read text accept any
// bytes: one that is not UTF-8 counts as one grapheme of one cell and is shown as U+FFFD.
// Graphemes are those of Unicode TR 29 (utf8proc); the width of a grapheme is that of its
// characters by wcwidth(3), which is what ncurses uses, never above 2.
#ifndef GREFFE_TEXT_UTF8_H
#define GREFFE_TEXT_UTF8_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

enum text_lines { TEXT_ONE_LINE, TEXT_MANY_LINES };

// Appends `text` cleaned for keeping: NFC; invalid bytes as U+FFFD; CRLF and CR as LF; a tab as
// a space; control characters (C0, DEL, C1), bidirectional overrides, embeddings, isolates and
// marks (U+061C, U+200E-F, U+202A-E, U+2066-9), and the line and paragraph separators
// U+2028-9 (as LF) dropped. With TEXT_ONE_LINE a line end becomes a space.
void text_clean(struct buffer *out, const char *text, size_t length, enum text_lines lines);

// The same characters, made visible instead of dropped (each as U+FFFD), for text that another
// program may have written: what it appends never moves a cursor or reorders a line. Line ends
// become spaces with TEXT_ONE_LINE and stay LF with TEXT_MANY_LINES.
void text_show(struct buffer *out, const char *text, enum text_lines lines);

// True when `text_show(TEXT_ONE_LINE)` would append the text unchanged.
bool text_is_harmless(const char *text);

bool text_is_valid_utf8(const char *text, size_t length);

// Where the grapheme that begins at `offset` ends (at most `length`).
size_t grapheme_next(const char *text, size_t length, size_t offset);

// Where the grapheme that ends at `offset` begins (0 at the start).
size_t grapheme_previous(const char *text, size_t length, size_t offset);

// Cells taken by the grapheme in [offset, end): 0 (a lone combining mark), 1 or 2.
size_t grapheme_width(const char *text, size_t offset, size_t end);

// Cells taken by a whole text (no line ends in it).
size_t text_width(const char *text);
size_t text_width_of(const char *text, size_t length);

// Appends as much of `text` as fits in `width` cells; cut text ends in «…». Trailing blanks
// before the ellipsis are dropped.
void text_cut(struct buffer *out, const char *text, size_t width);

// Soft wrap of one paragraph or many: the line that begins at `offset` ends at `end` (without
// its trailing blank or line end) and the following one begins at `next` (`length` when done).
// Breaks after blanks, or inside a word that is wider than the line. `width` of 0 counts as 1.
struct text_line {
    size_t end;
    size_t next;
    bool hard; // ended by a line end of the text
};
struct text_line text_wrap(const char *text, size_t length, size_t offset, size_t width);

// Number of lines `text_wrap` gives (at least 1).
size_t text_wrap_count(const char *text, size_t width);

// Appends the text as search compares it: lower case, without accents, ligatures opened (œ→oe),
// typographic apostrophes as ', any blank or no-break space as one space, guillemets as ".
void text_fold(struct buffer *out, const char *text);

// Compares folded texts (É with E); equal folds are ordered by their bytes.
int text_compare(const char *left, const char *right);

// Every word of `query` (split at blanks) is found, folded, somewhere in `text`. An empty query
// is found everywhere.
bool text_matches(const char *text, const char *query);

#endif
