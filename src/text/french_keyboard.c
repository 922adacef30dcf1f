// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/french_keyboard.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "text/character.h"

int french_keyboard_digit(int32_t code)
{
    static const int32_t unshifted[] = {
        0xE0, '&', 0xE9, '"', '\'', '(', '-', 0xE8, '_', 0xE7}; // à & é " ' ( - è _ ç
    if (code >= '0' && code <= '9')
        return (int)(code - '0');
    for (size_t i = 0; i < sizeof unshifted / sizeof unshifted[0]; i++)
        if (code == unshifted[i])
            return (int)i;
    return -1;
}

// The word that begins at `start`; `*unshifted` when the whole of it can only be the upper row.
static size_t word_end(const char *text, size_t start, bool *unshifted)
{
    size_t length = strlen(text);
    size_t offset = start;
    bool shifted = false;
    *unshifted = true;
    for (;;) {
        struct character character = character_at(text, length, offset);
        if (character.length == 0 || character_is_blank(character.code))
            break;
        shifted = shifted || (character.code >= '0' && character.code <= '9');
        *unshifted = *unshifted && french_keyboard_digit(character.code) >= 0;
        offset += character.length;
    }
    *unshifted = *unshifted && !shifted;
    return offset;
}

static void append_digits(struct buffer *out, const char *word, size_t length)
{
    struct character character = character_at(word, length, 0);
    for (size_t offset = 0; character.length > 0; character = character_at(word, length, offset)) {
        buffer_append_format(out, "%d", french_keyboard_digit(character.code));
        offset += character.length;
    }
}

void french_keyboard_numbers(struct buffer *out, const char *text)
{
    size_t offset = 0;
    while (text[offset] != '\0') {
        bool unshifted = false;
        size_t end = word_end(text, offset, &unshifted);
        if (end == offset) {
            size_t blank = character_at(text, strlen(text), offset).length;
            buffer_append_bytes(out, text + offset, blank);
            end = offset + blank;
        } else if (unshifted)
            append_digits(out, text + offset, end - offset);
        else
            buffer_append_bytes(out, text + offset, end - offset);
        offset = end;
    }
}
