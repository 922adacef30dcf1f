// SPDX-License-Identifier: GPL-3.0-or-later
// The upper row of an AZERTY keyboard, where digits need Shift.
#ifndef GREFFE_TEXT_FRENCH_KEYBOARD_H
#define GREFFE_TEXT_FRENCH_KEYBOARD_H

#include <stdint.h>

#include "base/buffer.h"

// The digit that a character stands for where a number is expected: 0-9, also without Shift
// (`& é " ' ( - è _ ç à` are 1 to 0); -1 for any other.
int french_keyboard_digit(int32_t code);

// Appends `text`, each run of such characters between blanks written in digits: «ç à é» is «9 0 2».
// A `-` before digits stays: it says that the number is negative.
void french_keyboard_numbers(struct buffer *out, const char *text);

#endif
