// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character.h"

#include <utf8proc.h>

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0U) == 0x80U;
}

struct character character_at(const char *text, size_t length, size_t offset)
{
    if (offset >= length)
        return (struct character){.code = CHARACTER_INVALID, .length = 0};
    unsigned char first = (unsigned char)text[offset];
    if (first < 0x80)
        return (struct character){.code = first, .length = 1};
    // No character is longer than four bytes, and the rest of a long text may exceed ssize_t.
    size_t rest = length - offset < 4 ? length - offset : 4;
    utf8proc_int32_t code;
    utf8proc_ssize_t used =
        utf8proc_iterate((const utf8proc_uint8_t *)text + offset, (utf8proc_ssize_t)rest, &code);
    if (used <= 0)
        return (struct character){.code = CHARACTER_INVALID, .length = 1};
    return (struct character){.code = code, .length = (size_t)used};
}

size_t character_before(const char *text, size_t offset)
{
    if (offset == 0)
        return 0;
    size_t lead = offset - 1;
    while (lead > 0 && offset - lead < 4 && is_continuation(text[lead]))
        lead--;
    bool whole = lead + character_at(text, offset, lead).length == offset;
    return whole ? lead : offset - 1;
}

void character_append(struct buffer *out, int32_t code)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t length = utf8proc_encode_char(code < 0 ? CHARACTER_REPLACEMENT : code, bytes);
    buffer_append_bytes(out, (const char *)bytes, (size_t)length);
}

static bool is_no_break_space(int32_t code)
{
    return code == 0xA0 || code == 0x2007 || code == 0x202F;
}

bool character_is_blank(int32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= '\t' && code <= '\r');
    return is_no_break_space(code) || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x2028 || code == 0x2029 || code == 0x205F || code == 0x3000;
}

bool character_is_breaking_blank(int32_t code)
{
    return character_is_blank(code) && !is_no_break_space(code);
}

size_t text_without_trailing_blanks(const char *text, size_t length)
{
    while (length > 0) {
        size_t before = character_before(text, length);
        if (!character_is_blank(character_at(text, length, before).code))
            break;
        length = before;
    }
    return length;
}
