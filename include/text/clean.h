// SPDX-License-Identifier: GPL-3.0-or-later
// Text from outside made harmless: for keeping, and for showing what another program has kept.
#ifndef GREFFE_TEXT_CLEAN_H
#define GREFFE_TEXT_CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum text_lines { TEXT_ONE_LINE, TEXT_MANY_LINES };

// Appends `text` cleaned for keeping: NFC; invalid bytes as U+FFFD; CRLF and CR as LF; a tab as
// a space; control characters (C0, DEL, C1), bidirectional overrides, embeddings, isolates and
// marks (U+061C, U+200E-F, U+202A-E, U+2066-9) dropped, and the line and paragraph separators
// U+2028-9 as LF. With TEXT_ONE_LINE a line end becomes a space. More than thirty combining
// marks in a row are parted by U+034F, as the stream-safe format of Unicode TR 15 has it.
// Cleaning twice gives what cleaning once gives.
void text_clean(struct buffer *out, const char *text, size_t length, enum text_lines lines);

// The same characters, made visible instead of dropped (each as U+FFFD), for text that another
// program may have written: what it appends never moves a cursor or reorders a line. Line ends
// become spaces with TEXT_ONE_LINE and LF with TEXT_MANY_LINES; a tab becomes a space.
void text_show(struct buffer *out, const char *text, enum text_lines lines);

// True when `text_show(TEXT_ONE_LINE)` would append the text unchanged.
bool text_is_harmless(const char *text);

bool text_is_valid_utf8(const char *text, size_t length);

#endif
