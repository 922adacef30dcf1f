// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/grapheme.h"

#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "text/character.h"

// True where no grapheme can hold both characters, whatever stands before them.
static bool is_plain_border(int32_t left, int32_t right)
{
    if (left == CHARACTER_INVALID || right == CHARACTER_INVALID)
        return true;
    return left < 0x80 && right < 0x80 && !(left == '\r' && right == '\n');
}

size_t grapheme_next(const char *text, size_t length, size_t offset)
{
    if (offset >= length)
        return length;
    utf8proc_int32_t state = 0;
    struct character left = character_at(text, length, offset);
    offset += left.length;
    while (offset < length) {
        struct character right = character_at(text, length, offset);
        if (is_plain_border(left.code, right.code) ||
            utf8proc_grapheme_break_stateful(left.code, right.code, &state))
            break;
        offset += right.length;
        left = right;
    }
    return offset;
}

// A joiner or a regional indicator may bind its neighbours or not, by what stands before: such a
// place is never sure.
static bool is_sure_border(const char *text, size_t length, size_t offset)
{
    int32_t left = character_at(text, offset, character_before(text, offset)).code;
    int32_t right = character_at(text, length, offset).code;
    if (is_plain_border(left, right))
        return true;
    return left != CHARACTER_ZERO_WIDTH_JOINER && utf8proc_grapheme_break(left, right);
}

size_t grapheme_previous(const char *text, size_t length, size_t offset)
{
    if (offset > length)
        offset = length;
    if (offset == 0)
        return 0;
    size_t border = character_before(text, offset);
    while (border > 0 && !is_sure_border(text, offset, border))
        border = character_before(text, border);
    size_t next = grapheme_next(text, offset, border);
    while (next < offset) {
        border = next;
        next = grapheme_next(text, offset, border);
    }
    return border;
}

static size_t character_width(int32_t code)
{
    if (code < 0x80)
        return 1;
    int width = wcwidth((wchar_t)code);
    return width < 0 ? 1 : (size_t)width;
}

size_t grapheme_width(const char *text, size_t offset, size_t end)
{
    enum { WIDEST = 2 };
    size_t width = 0;
    while (offset < end && width < WIDEST) {
        struct character character = character_at(text, end, offset);
        width += character_width(character.code);
        offset += character.length;
    }
    return width < WIDEST ? width : WIDEST;
}

size_t text_width(const char *text)
{
    return text_width_of(text, strlen(text));
}

size_t text_width_of(const char *text, size_t length)
{
    size_t width = 0;
    size_t offset = 0;
    while (offset < length) {
        size_t end = grapheme_next(text, length, offset);
        width += grapheme_width(text, offset, end);
        offset = end;
    }
    return width;
}
