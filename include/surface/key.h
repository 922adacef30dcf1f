// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does, as the screens receive it: keys, pasted text, the mouse.
#ifndef GREFFE_SURFACE_KEY_H
#define GREFFE_SURFACE_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

// A key is a Unicode character or one of the names below, with modifiers. Ctrl-x is
// `KEY_MOD_CONTROL | 'x'` (lower case), Shift only ever comes with a named key.
typedef uint32_t key_code;

enum {
    KEY_CODE_MASK = 0x00FFFFFF,
    KEY_MOD_ALT = 0x01000000,
    KEY_MOD_CONTROL = 0x02000000,
    KEY_MOD_SHIFT = 0x04000000,
};

enum key_name {
    INPUT_NONE = 0,
    INPUT_ENTER = 0x110000,
    INPUT_ESCAPE,
    INPUT_TAB, // Shift-Tab is KEY_MOD_SHIFT | INPUT_TAB
    INPUT_BACKSPACE,
    INPUT_DELETE,
    INPUT_INSERT,
    INPUT_UP,
    INPUT_DOWN,
    INPUT_LEFT,
    INPUT_RIGHT,
    INPUT_HOME,
    INPUT_END,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_F1, // F2 to F12 follow
    INPUT_F12 = INPUT_F1 + 11,
};

enum event_type { EVENT_NONE, EVENT_KEY, EVENT_PASTE, EVENT_CLICK, EVENT_SCROLL };

struct event {
    enum event_type type;
    key_code key;     // EVENT_KEY
    const char *text; // EVENT_PASTE: as it came, not cleaned; borrowed
    size_t length;
    int row, column; // EVENT_CLICK: from 0
    int lines;       // EVENT_SCROLL: down is positive
    bool twice;      // EVENT_CLICK: a double click
};

// True for a key that types text (a character without Control or Alt).
bool key_is_text(key_code key);

// The character of a text key as UTF-8, NUL-terminated (5 bytes at most).
void key_text(key_code key, char utf8[8]);

// Reads a key by its name in a replay or in [touches], without the angle brackets: `cr`, `esc`,
// `tab`, `bs`, `del`, `ins`, `space`, `up`, `down`, `left`, `right`, `home`, `end`, `pgup`, `pgdn`,
// `f1`…`f12`, `lt`, or one character; before it `c-`, `a-` and, where it is no character, `s-`.
// Case counts for a character alone or with Alt, nowhere else. What terminals cannot tell apart
// gives the same key: `c-m` is `cr`. False if unknown.
bool key_read(const char *name, size_t length, key_code *key);

// Appends how a key is written on a French keyboard: «Entrée», «Échap», «F8», «Ctrl-L», «Alt-d»,
// «Maj-Tab», «↑».
void key_label(struct buffer *out, key_code key);

// The digit that a key stands for where a number is expected: 0-9, also from the unshifted top row
// of an AZERTY keyboard (`& é " ' ( - è _ ç à` are 1 to 0); -1 for any other key.
int key_digit(key_code key);

#endif
