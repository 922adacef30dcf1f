// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a terminal, read as keys, pasted text and the mouse. It knows no terminal itself.
#ifndef GREFFE_TERMINAL_INPUT_H
#define GREFFE_TERMINAL_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "surface/key.h"

struct input {
    struct buffer bytes; // what came and is not read yet, from `start`
    size_t start;
    bool pasting; // between the marks of a bracketed paste
    struct buffer pasted;
    bool handed_over;   // `pasted` is what the last call gave
    int64_t click_time; // of a press that may become a double click; 0: none
    int click_row, click_column;
};

// Ready when zeroed.
void input_clear(struct input *input);

// Adds what was read from the terminal. When memory ends, all that is not read
// yet is dropped.
void input_feed(struct input *input, const char *bytes, size_t length);

// The next event, at the moment `now` (milliseconds since 1970). False when the bytes that are
// left make none yet: more may come. With `all` nothing more will (the delay is over, or the
// terminal is gone): an Escape alone is the key. What has come of an unfinished paste is handed
// over, and what may follow is still pasted, until the mark that ends it, or an Escape that stays
// alone. The text of a paste is borrowed until the next call.
bool input_next(struct input *input, int64_t now, bool all, struct event *event);

// Milliseconds to wait for more before the bytes that are left are all: short behind an Escape,
// which may be the key alone, long inside a sequence, which no finger types, or a paste, which a
// slow line may halt. -1: nothing waits.
int input_delay(const struct input *input);

#endif
