// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/clean.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "text/character.h"

enum nature { ORDINARY, INVALID, TABULATION, LINE_END, HARMFUL };

struct code_range {
    int32_t first, last;
};

static const struct code_range harmful_ranges[] = {
    {0x00, 0x1F},
    {0x7F, 0x9F},
    {0x061C, 0x061C},
    {0x200E, 0x200F},
    {0x202A, 0x202E},
    {0x2066, 0x2069},
};

static bool is_harmful(int32_t code)
{
    for (size_t i = 0; i < sizeof harmful_ranges / sizeof harmful_ranges[0]; i++) {
        if (code >= harmful_ranges[i].first && code <= harmful_ranges[i].last)
            return true;
    }
    return false;
}

static enum nature nature_of(int32_t code)
{
    switch (code) {
    case CHARACTER_INVALID:
        return INVALID;
    case '\t':
        return TABULATION;
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029:
        return LINE_END;
    default:
        return is_harmful(code) ? HARMFUL : ORDINARY;
    }
}

static bool is_crlf(const char *text, size_t length, size_t offset)
{
    return offset + 1 < length && text[offset] == '\r' && text[offset + 1] == '\n';
}

static void append_safely(struct buffer *out, const char *text, size_t length,
    enum text_lines lines, const char *instead_of_harmful)
{
    const char *line_end = lines == TEXT_ONE_LINE ? " " : "\n";
    size_t offset = 0;
    while (offset < length) {
        struct character character = character_at(text, length, offset);
        switch (nature_of(character.code)) {
        case ORDINARY:
            buffer_append_bytes(out, text + offset, character.length);
            break;
        case INVALID:
            character_append(out, CHARACTER_REPLACEMENT);
            break;
        case TABULATION:
            buffer_append(out, " ");
            break;
        case LINE_END:
            buffer_append(out, line_end);
            break;
        case HARMFUL:
            buffer_append(out, instead_of_harmful);
            break;
        }
        offset += is_crlf(text, length, offset) ? 2 : character.length;
    }
}

// Below U+0300, whose first byte is CC, every text is in NFC.
static bool is_plainly_composed(const struct buffer *text)
{
    for (size_t i = 0; i < text->length; i++) {
        if ((unsigned char)text->bytes[i] >= 0xCCU)
            return false;
    }
    return true;
}

enum { LONGEST_DECOMPOSITION = 8 };

static size_t decompose(int32_t code, utf8proc_int32_t parts[LONGEST_DECOMPOSITION])
{
    int boundary = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(code, parts, LONGEST_DECOMPOSITION, UTF8PROC_DECOMPOSE, &boundary);
    return count < 0 || count > LONGEST_DECOMPOSITION ? 0 : (size_t)count;
}

static size_t count_leading_marks(const utf8proc_int32_t parts[], size_t count)
{
    size_t marks = 0;
    while (marks < count && utf8proc_get_property(parts[marks])->combining_class != 0)
        marks++;
    return marks;
}

// Putting marks in canonical order takes the square of their number, so a long run is parted.
// Marks are counted decomposed: composing must not change where the next cleaning would part.
static void append_stream_safe(struct buffer *out, const struct buffer *text)
{
    enum { LONGEST_RUN = 30, COMBINING_GRAPHEME_JOINER = 0x034F };
    size_t run = 0;
    size_t offset = 0;
    while (offset < text->length) {
        struct character character = character_at(text->bytes, text->length, offset);
        utf8proc_int32_t parts[LONGEST_DECOMPOSITION];
        size_t count = decompose(character.code, parts);
        size_t leading = count_leading_marks(parts, count);
        if (run + leading > LONGEST_RUN) {
            character_append(out, COMBINING_GRAPHEME_JOINER);
            run = 0;
        }
        run += leading;
        for (size_t i = leading; i < count; i++)
            run = utf8proc_get_property(parts[i])->combining_class != 0 ? run + 1 : 0;
        buffer_append_bytes(out, text->bytes + offset, character.length);
        offset += character.length;
    }
}

static void append_composed(struct buffer *out, const struct buffer *text)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)buffer_text(text),
        (utf8proc_ssize_t)text->length, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (size < 0)
        out->failed = true;
    else
        buffer_append_bytes(out, (const char *)composed, (size_t)size);
    free(composed);
}

void text_clean(struct buffer *out, const char *text, size_t length, enum text_lines lines)
{
    struct buffer safe = {0};
    struct buffer streamed = {0};
    append_safely(&safe, text, length, lines, "");
    if (is_plainly_composed(&safe)) {
        buffer_append_bytes(out, buffer_text(&safe), safe.length);
    } else {
        append_stream_safe(&streamed, &safe);
        append_composed(out, &streamed);
    }
    out->failed = out->failed || buffer_failed(&safe) || buffer_failed(&streamed);
    buffer_clear(&streamed);
    buffer_clear(&safe);
}

void text_show(struct buffer *out, const char *text, enum text_lines lines)
{
    append_safely(out, text, strlen(text), lines, "\xEF\xBF\xBD");
}

bool text_is_harmless(const char *text)
{
    size_t length = strlen(text);
    size_t offset = 0;
    while (offset < length) {
        struct character character = character_at(text, length, offset);
        if (nature_of(character.code) != ORDINARY)
            return false;
        offset += character.length;
    }
    return true;
}

bool text_is_valid_utf8(const char *text, size_t length)
{
    size_t offset = 0;
    while (offset < length) {
        struct character character = character_at(text, length, offset);
        if (character.code == CHARACTER_INVALID)
            return false;
        offset += character.length;
    }
    return true;
}
