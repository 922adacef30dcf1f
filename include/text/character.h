// SPDX-License-Identifier: GPL-3.0-or-later
// One character of a UTF-8 text, forwards and backwards, in any bytes.
#ifndef GREFFE_TEXT_CHARACTER_H
#define GREFFE_TEXT_CHARACTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum {
    CHARACTER_INVALID = -1,
    CHARACTER_REPLACEMENT = 0xFFFD,
    CHARACTER_ZERO_WIDTH_JOINER = 0x200D,
    // No character below U+0300, whose first byte is this one, joins the one before it.
    CHARACTER_FIRST_JOINING_BYTE = 0xCC,
};

// A byte that is not UTF-8 is a character of its own: CHARACTER_INVALID, one byte long.
struct character {
    int32_t code;
    size_t length;
};

// The character that begins at `offset`; its length is 0 at the end of the text.
struct character character_at(const char *text, size_t length, size_t offset);

// Where the character that ends at `offset` begins (0 at the start). Walking back meets the same
// borders as walking forwards.
size_t character_before(const char *text, size_t offset);

// An invalid one is appended as U+FFFD.
void character_append(struct buffer *out, int32_t code);

// Any blank between words, no-break spaces and line ends included.
bool character_is_blank(int32_t code);

// A blank where a line may be broken.
bool character_is_breaking_blank(int32_t code);

// The length of the text without the blanks that end it.
size_t text_without_trailing_blanks(const char *text, size_t length);

#endif
