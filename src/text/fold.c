// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fold.h"

#include <string.h>
#include <utf8proc.h>

#include "text/character.h"

struct folding {
    int32_t code;
    const char *folded;
};

// What Unicode does not decompose, sorted by code.
static const struct folding foldings[] = {
    {0x00AB, "\""},                               // «
    {0x00B4, "'"}, {0x00BB, "\""},                // »
    {0x00C6, "ae"}, {0x00D8, "o"},                // Ø
    {0x00E6, "ae"}, {0x00F8, "o"}, {0x0110, "d"}, // Đ
    {0x0111, "d"}, {0x0141, "l"},                 // Ł
    {0x0142, "l"}, {0x0152, "oe"}, {0x0153, "oe"}, {0x02BC, "'"}, {0x2010, "-"}, {0x2011, "-"},
    {0x2018, "'"}, {0x2019, "'"}, {0x201B, "'"}, {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},
    {0x2032, "'"}, {0x2039, "\""}, // ‹
    {0x203A, "\""},                // ›
};

static const char *folding_of(int32_t code)
{
    for (size_t i = 0; i < sizeof foldings / sizeof foldings[0] && foldings[i].code <= code; i++) {
        if (foldings[i].code == code)
            return foldings[i].folded;
    }
    return NULL;
}

static void append_folding(struct buffer *out, int32_t code)
{
    const char *folded = folding_of(code);
    if (folded != NULL)
        buffer_append(out, folded);
    else
        character_append(out, code);
}

static void fold_ascii(struct buffer *out, int32_t code)
{
    bool is_upper = code >= 'A' && code <= 'Z';
    buffer_append_character(out, (char)(is_upper ? code - 'A' + 'a' : code));
}

// A character alone decomposes into its base and its marks, which are dropped: the order of the
// marks, the costly part of a normalisation, never matters. «ǽ» gives an «æ» still to be opened.
static void fold_by_unicode(struct buffer *out, int32_t code)
{
    enum { LONGEST = 32 }; // U+FDFA, the longest, gives 18
    const utf8proc_option_t options = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    utf8proc_int32_t parts[LONGEST];
    int boundary = UTF8PROC_BOUNDCLASS_START;
    utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, LONGEST, options, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < LONGEST; i++)
        append_folding(out, parts[i]);
}

static void fold_character(struct buffer *out, int32_t code)
{
    if (code == CHARACTER_INVALID)
        character_append(out, CHARACTER_REPLACEMENT);
    else if (character_is_blank(code))
        buffer_append_character(out, ' ');
    else if (code < 0x80)
        fold_ascii(out, code);
    else if (folding_of(code) != NULL)
        append_folding(out, code);
    else
        fold_by_unicode(out, code);
}

void text_fold_bytes(struct buffer *out, const char *text, size_t length)
{
    size_t offset = 0;
    while (offset < length) {
        struct character character = character_at(text, length, offset);
        fold_character(out, character.code);
        offset += character.length;
    }
}

void text_fold(struct buffer *out, const char *text)
{
    text_fold_bytes(out, text, strlen(text));
}

int text_compare(const char *left, const char *right)
{
    struct buffer folded_left = {0};
    struct buffer folded_right = {0};
    text_fold(&folded_left, left);
    text_fold(&folded_right, right);
    int order = 0;
    if (!buffer_failed(&folded_left) && !buffer_failed(&folded_right))
        order = strcmp(buffer_text(&folded_left), buffer_text(&folded_right));
    buffer_clear(&folded_left);
    buffer_clear(&folded_right);
    return order != 0 ? order : strcmp(left, right);
}

bool text_is_same(const char *left, const char *right)
{
    struct buffer folded_left = {0};
    struct buffer folded_right = {0};
    text_fold(&folded_left, left);
    text_fold(&folded_right, right);
    bool same = !buffer_failed(&folded_left) && !buffer_failed(&folded_right) &&
                strcmp(buffer_text(&folded_left), buffer_text(&folded_right)) == 0;
    buffer_clear(&folded_left);
    buffer_clear(&folded_right);
    return same;
}

// Cuts the folded query into its words in place.
static bool has_every_word(const char *text, char *query)
{
    char *rest = NULL;
    for (char *word = strtok_r(query, " ", &rest); word != NULL;
         word = strtok_r(NULL, " ", &rest)) {
        if (strstr(text, word) == NULL)
            return false;
    }
    return true;
}

bool text_matches(const char *text, const char *query)
{
    struct buffer folded_text = {0};
    struct buffer folded_query = {0};
    text_fold(&folded_text, text);
    text_fold(&folded_query, query);
    bool found = !buffer_failed(&folded_text) && !buffer_failed(&folded_query);
    if (found && folded_query.length > 0)
        found = has_every_word(buffer_text(&folded_text), folded_query.bytes);
    buffer_clear(&folded_query);
    buffer_clear(&folded_text);
    return found;
}
