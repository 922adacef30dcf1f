// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/entry_word.h"

#include <string.h>

#include "text/character.h"

static bool is_one_of(int32_t code, const int32_t codes[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (codes[i] == code)
            return true;
    }
    return false;
}

static bool opens(int32_t code)
{
    static const int32_t codes[] = {
        '(', '[', '{', '"', '\'', 0xAB /* « */, 0x2018 /* ‘ */, 0x2019 /* ’ */, 0x201C /* “ */};
    return is_one_of(code, codes, sizeof codes / sizeof codes[0]);
}

static bool closes(int32_t code)
{
    static const int32_t codes[] = {',', ';', ':', '.', '!', '?', ')', ']', '}', '"', '\'',
        0xBB /* » */, 0x2019 /* ’ */, 0x201D /* ” */, 0x2026 /* … */};
    return is_one_of(code, codes, sizeof codes / sizeof codes[0]);
}

static size_t skip(const char *text, size_t length, size_t offset, bool blanks)
{
    while (offset < length) {
        struct character character = character_at(text, length, offset);
        if (character_is_blank(character.code) != blanks)
            break;
        offset += character.length;
    }
    return offset;
}

static size_t without_closing(const char *text, size_t start, size_t end)
{
    while (end > start) {
        size_t before = character_before(text, end);
        if (!closes(character_at(text, end, before).code))
            break;
        end = before;
    }
    return end;
}

// A letter or a digit, as far as can be told outside ASCII.
static bool begins_a_name(const char *text, size_t length, size_t offset)
{
    int32_t code = character_at(text, length, offset).code;
    if (code >= 0x80)
        return !character_is_blank(code) && !opens(code) && !closes(code);
    return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
           (code >= 'a' && code <= 'z');
}

bool entry_word_is_bare_name(const char *name)
{
    size_t length = strlen(name);
    return begins_a_name(name, length, 0) && skip(name, length, 0, false) == length &&
           without_closing(name, 0, length) == length;
}

bool entry_word_begins_at(const char *text, size_t offset)
{
    if (offset == 0)
        return true;
    int32_t code = character_at(text, offset, character_before(text, offset)).code;
    return character_is_blank(code) || opens(code);
}

bool entry_word_closes_at(const char *text, size_t length, size_t offset)
{
    size_t end = skip(text, length, offset, false);
    return without_closing(text, offset, end) == offset;
}

size_t entry_word_quoted_end(const char *text, size_t length, size_t offset)
{
    if (offset >= length || text[offset] != '"')
        return 0;
    const char *quote = memchr(text + offset + 1, '"', length - offset - 1);
    return quote == NULL ? 0 : (size_t)(quote - text) + 1;
}

// Where `@`, `#`, or the first `\` before one, stands in the word; its end for none.
static size_t find_sign(const char *text, const struct entry_word *word)
{
    bool at_start = true;
    size_t backslash = word->end;
    size_t offset = word->start;
    while (offset < word->end) {
        struct character character = character_at(text, word->end, offset);
        bool is_backslash = character.code == '\\';
        if (at_start && (character.code == '@' || character.code == '#'))
            return backslash < offset ? backslash : offset;
        if (!is_backslash)
            at_start = opens(character.code);
        if (!is_backslash || !at_start)
            backslash = word->end;
        else if (backslash == word->end)
            backslash = offset;
        offset += character.length;
    }
    return word->end;
}

static bool read_quoted(const char *text, size_t length, struct entry_word *word)
{
    size_t end = entry_word_quoted_end(text, length, word->sign + 1);
    if (text[word->sign] != '@' || end == 0 || !entry_word_closes_at(text, length, end))
        return false;
    size_t name = skip(text, end - 1, word->sign + 2, true);
    if (name >= end - 1)
        return false;
    word->kind = ENTRY_WORD_MENTION;
    word->name_start = name;
    word->name_end = name + text_without_trailing_blanks(text + name, end - 1 - name);
    word->body_end = end;
    word->end = skip(text, length, end, false);
    return true;
}

static void read_bare(const char *text, struct entry_word *word)
{
    if (!begins_a_name(text, word->end, word->sign + 1))
        return;
    word->kind = text[word->sign] == '@' ? ENTRY_WORD_MENTION : ENTRY_WORD_LINK;
    word->name_start = word->sign + 1;
    word->name_end = without_closing(text, word->name_start, word->end);
    word->body_end = word->name_end;
}

// The marks of a run hold brackets, so less is taken off than off a name.
static size_t plain_body_end(const char *text, const struct entry_word *word)
{
    size_t end = word->end;
    while (end > word->start && strchr(",;:.", text[end - 1]) != NULL)
        end--;
    return end;
}

bool entry_word_next(const char *text, size_t length, size_t offset, struct entry_word *word)
{
    *word = (struct entry_word){.kind = ENTRY_WORD_TEXT};
    word->start = skip(text, length, offset, true);
    word->end = skip(text, length, word->start, false);
    if (word->end == word->start)
        return false;
    word->body_end = plain_body_end(text, word);
    word->sign = find_sign(text, word);
    if (word->sign == word->end)
        return true;
    if (text[word->sign] == '\\')
        word->kind = ENTRY_WORD_ESCAPED;
    else if (!read_quoted(text, length, word))
        read_bare(text, word);
    return true;
}
