// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a line, and where a mention or a link may stand in them.
//
// Words end at blanks; only a quoted mention holds some. `@` and `#` are signs where a word
// begins, be it behind an opening bracket, a quote or an apostrophe («(@caf», «d'@ville»); inside
// a word they are text (`nom@caf.fr`). Offsets are bytes of the line.
#ifndef GREFFE_RULES_ENTRY_WORD_H
#define GREFFE_RULES_ENTRY_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum entry_word_kind {
    ENTRY_WORD_TEXT,
    ENTRY_WORD_MENTION, // `name` is what was typed behind the sign
    ENTRY_WORD_LINK,    // the same
    ENTRY_WORD_ESCAPED, // the `\` at `sign` makes the following sign text
};

struct entry_word {
    enum entry_word_kind kind;
    size_t start, end;           // the whole word
    size_t body_end;             // before the punctuation that closes it
    size_t sign;                 // of `@`, `#` or `\`; `end` when there is none
    size_t name_start, name_end; // of a mention or link, without quotes
};

// The first word at or behind `offset`; false when only blanks are left.
bool entry_word_next(const char *text, size_t length, size_t offset, struct entry_word *word);

// `name` can be typed behind a sign without quotes.
bool entry_word_is_bare_name(const char *name);

// A name in quotes at `text` (`"Prénom Nom"`): where it ends, behind the quote; 0 if it does not
// end.
size_t entry_word_quoted_end(const char *text, size_t length, size_t offset);

// A mention may stand there: `offset` is where a word begins, brackets and quotes aside; and from
// there on is nothing but closing punctuation, up to the end of the word.
bool entry_word_begins_at(const char *text, size_t offset);
bool entry_word_closes_at(const char *text, size_t length, size_t offset);

#endif
