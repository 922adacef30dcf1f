// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/wrap.h"

#include <string.h>

#include "text/character.h"
#include "text/grapheme.h"

void text_cut(struct buffer *out, const char *text, size_t width)
{
    size_t length = strlen(text);
    size_t used = 0;
    size_t kept = 0; // what would fit before an ellipsis
    size_t offset = 0;
    while (offset < length) {
        size_t end = grapheme_next(text, length, offset);
        used += grapheme_width(text, offset, end);
        if (used > width)
            break;
        if (used < width)
            kept = end;
        offset = end;
    }
    if (offset == length) {
        buffer_append_bytes(out, text, length);
    } else if (width > 0) {
        buffer_append_bytes(out, text, text_without_trailing_blanks(text, kept));
        buffer_append(out, "…");
    }
}

static bool is_line_end(const char *text, size_t length, size_t offset)
{
    return text[offset] == '\n' ||
           (text[offset] == '\r' && offset + 1 < length && text[offset + 1] == '\n');
}

// A blank that carries a combining mark shows something, and is none.
static bool is_breaking_blank(const char *text, size_t offset, size_t end)
{
    struct character first = character_at(text, end, offset);
    return offset + first.length == end && character_is_breaking_blank(first.code);
}

// A run of anything else up to a place where the line may break; either part may be empty.
struct chunk {
    size_t word_end, blanks_end;
    size_t word_width, blanks_width;
};

// A word is measured no further than `limit`, so that a very long one is not read again for each
// of its lines.
static struct chunk chunk_at(const char *text, size_t length, size_t offset, size_t limit)
{
    struct chunk chunk = {0};
    while (offset < length && chunk.word_width <= limit && !is_line_end(text, length, offset)) {
        size_t end = grapheme_next(text, length, offset);
        if (is_breaking_blank(text, offset, end))
            break;
        chunk.word_width += grapheme_width(text, offset, end);
        offset = end;
    }
    chunk.word_end = offset;
    while (offset < length && !is_line_end(text, length, offset)) {
        size_t end = grapheme_next(text, length, offset);
        if (!is_breaking_blank(text, offset, end))
            break;
        chunk.blanks_width += grapheme_width(text, offset, end);
        offset = end;
    }
    chunk.blanks_end = offset;
    return chunk;
}

static struct text_line break_word(const char *text, size_t length, size_t offset, size_t width)
{
    size_t end = grapheme_next(text, length, offset);
    size_t used = grapheme_width(text, offset, end);
    while (end < length) {
        size_t next = grapheme_next(text, length, end);
        used += grapheme_width(text, end, next);
        if (used > width)
            break;
        end = next;
    }
    return (struct text_line){.end = end, .next = end};
}

struct text_line text_wrap(const char *text, size_t length, size_t offset, size_t width)
{
    if (width == 0)
        width = 1;
    struct text_line line = {.end = offset, .next = offset};
    size_t used = 0;
    while (line.next < length && !is_line_end(text, length, line.next)) {
        struct chunk chunk = chunk_at(text, length, line.next, width);
        if (used + chunk.word_width > width && line.next > offset)
            return line;
        if (chunk.word_width > width)
            return break_word(text, length, offset, width);
        if (chunk.word_end > line.next)
            line.end = chunk.word_end;
        line.next = chunk.blanks_end;
        used += chunk.word_width + chunk.blanks_width;
    }
    if (line.next < length) {
        line.hard = true;
        line.next = grapheme_next(text, length, line.next);
    }
    return line;
}

size_t text_wrap_count(const char *text, size_t width)
{
    size_t length = strlen(text);
    size_t count = 0;
    size_t offset = 0;
    do {
        offset = text_wrap(text, length, offset, width).next;
        count++;
    } while (offset < length);
    return count;
}
