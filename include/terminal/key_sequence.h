// SPDX-License-Identifier: GPL-3.0-or-later
// One key, or one press of the mouse, as a terminal sends it.
//
// The sequences are those of the VT family, which every terminal that shows UTF-8 speaks: xterm,
// VTE, rxvt, the Linux console, screen and tmux. terminfo is not asked: it describes what
// terminals send in application mode, which the program never asks for.
#ifndef GREFFE_TERMINAL_KEY_SEQUENCE_H
#define GREFFE_TERMINAL_KEY_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "surface/key.h"

struct key_reading {
    size_t length;      // bytes it takes; 0: it is not complete
    struct event event; // EVENT_NONE: a sequence that means nothing here
};

// Reads what `text` (any bytes, at least one) begins with. With `all` nothing comes behind it:
// Escape alone is the key, and what can no longer be complete is EVENT_NONE.
struct key_reading key_sequence_read(const char *text, size_t length, bool all);

#endif
