// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/french_word.h"

#include <string.h>

#include "text/character.h"
#include "text/fold.h"

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

// Finds the bytes of the first word behind `offset`; false when only blanks are left.
static bool find_word(const char *text, size_t length, size_t offset, struct french_word *word)
{
    word->start = skip(text, length, offset, true);
    word->end = skip(text, length, word->start, false);
    return word->end > word->start;
}

static void read_word(const char *text, struct french_word *word)
{
    size_t end = word->end;
    while (word->end > word->start && strchr(",;:.", text[word->end - 1]) != NULL)
        word->end--;
    word->closed = word->end < end;
    word->folded[0] = '\0';
    struct buffer folded = {0};
    text_fold_bytes(&folded, text + word->start, word->end - word->start);
    if (!buffer_failed(&folded) && folded.length < FRENCH_WORD_SIZE)
        memcpy(word->folded, buffer_text(&folded), folded.length + 1);
    buffer_clear(&folded);
}

size_t french_words_first(const char *text, size_t length, struct french_word words[], size_t limit)
{
    size_t count = 0;
    size_t offset = 0;
    while (count < limit && find_word(text, length, offset, &words[count])) {
        offset = words[count].end;
        read_word(text, &words[count]);
        count++;
    }
    return count;
}

size_t french_words_last(const char *text, size_t length, struct french_word words[], size_t limit)
{
    size_t count = 0;
    struct french_word word;
    for (size_t offset = 0; find_word(text, length, offset, &word); offset = word.end) {
        if (count == limit) {
            count--;
            memmove(words, words + 1, count * sizeof words[0]);
        }
        words[count++] = word;
    }
    for (size_t i = 0; i < count; i++)
        read_word(text, &words[i]);
    return count;
}
