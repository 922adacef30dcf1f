// SPDX-License-Identifier: GPL-3.0-or-later
// The words at either end of a line, folded, with the bytes where they stand.
#ifndef GREFFE_TEXT_FRENCH_WORD_H
#define GREFFE_TEXT_FRENCH_WORD_H

#include <stdbool.h>
#include <stddef.h>

enum { FRENCH_WORD_SIZE = 16 };

struct french_word {
    size_t start, end;             // bytes, without the punctuation that closes the word
    bool closed;                   // by a comma, a stop…: no phrase goes on behind it
    char folded[FRENCH_WORD_SIZE]; // empty when too long to be part of a date
};

// The first, or the last, words of the text in their order, at most `limit`. Returns how many.
size_t french_words_first(
    const char *text, size_t length, struct french_word words[], size_t limit);
size_t french_words_last(const char *text, size_t length, struct french_word words[], size_t limit);

#endif
