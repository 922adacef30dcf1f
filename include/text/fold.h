// SPDX-License-Identifier: GPL-3.0-or-later
// Texts compared as people compare them: case, accents and typography aside.
#ifndef GREFFE_TEXT_FOLD_H
#define GREFFE_TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

// Appends the text as search compares it: lower case, without accents, ligatures opened (œ→oe),
// typographic apostrophes as ', any blank or no-break space as one space, guillemets as ",
// typographic hyphens as -; compatibility forms as the characters they stand for (², ﬁ).
void text_fold(struct buffer *out, const char *text);
void text_fold_bytes(struct buffer *out, const char *text, size_t length);

// Compares folded texts (É with E); equal folds are ordered by their bytes.
int text_compare(const char *left, const char *right);

// Equal folds: «PÉDIATRÍE» is «pediatrie». False when memory ends.
bool text_is_same(const char *left, const char *right);

// Every word of `query` (split at blanks) is found, folded, somewhere in `text`. An empty query
// is found everywhere; nothing is found when memory ends.
bool text_matches(const char *text, const char *query);

#endif
