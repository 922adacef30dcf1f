// SPDX-License-Identifier: GPL-3.0-or-later
// The name that somebody may have meant.
#ifndef GREFFE_CLI_SUGGESTION_H
#define GREFFE_CLI_SUGGESTION_H

#include <stddef.h>

// How many letters (bytes) must be added, dropped or changed to make one from the other.
size_t letters_between(const char *left, const char *right);

// The nearest of `names`, the first of those, when it is near enough to be meant; else NULL.
const char *suggestion_for(const char *word, const char *const *names, size_t count);

#endif
