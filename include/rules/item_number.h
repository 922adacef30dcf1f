// SPDX-License-Identifier: GPL-3.0-or-later
// How the items of an agenda are numbered. The model is the number of the first one: `1`, `I`, or
// either behind a prefix, `A-1`, `2026/I`.
#ifndef GREFFE_RULES_ITEM_NUMBER_H
#define GREFFE_RULES_ITEM_NUMBER_H

#include "base/buffer.h"
#include "base/status.h"

enum { ITEM_NUMBER_PREFIX_MAX = 12 }; // bytes

// Appends the model that was typed, blanks around it aside. Refuses one that ends neither with 1
// nor with I, and a prefix that is too long or holds a control character.
enum status item_number_model_read(const char *text, struct buffer *model, struct problem *problem);

// Appends `A-2`, or `A-2.1` where `below` is not 0. Roman up to 399, further on by digits. The view
// `item_number` says the same.
void item_number_append(struct buffer *out, const char *model, int rank, int below);

#endif
