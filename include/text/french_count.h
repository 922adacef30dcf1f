// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers before a noun: in French zero and one take the singular.
#ifndef GREFFE_TEXT_FRENCH_COUNT_H
#define GREFFE_TEXT_FRENCH_COUNT_H

#include "base/buffer.h"

// Appends «0 action», «1 action» or «2 actions».
void french_count(struct buffer *out, int count, const char *singular, const char *plural);

// The same behind « · » when the buffer holds something already; nothing for zero.
void french_count_more(struct buffer *out, int count, const char *singular, const char *plural);

#endif
