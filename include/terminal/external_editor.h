// SPDX-License-Identifier: GPL-3.0-or-later
// A long text, edited in the program that the person has chosen for that.
#ifndef GREFFE_TERMINAL_EXTERNAL_EDITOR_H
#define GREFFE_TERMINAL_EXTERNAL_EDITOR_H

#include "base/buffer.h"
#include "base/status.h"

// A larger file does not come back.
enum { EXTERNAL_EDITOR_SIZE_LIMIT = 1024 * 1024 };

// Runs $VISUAL, else $EDITOR (both may carry options), else the first of editor, nano and vi, on a
// copy of `text` in a file that only its owner reads, waits for its end, and appends what was
// saved to `out`, without its last line end. The file is gone afterwards. The terminal must have
// been given back (curses_leave, signals_lend).
//
// STATUS_REFUSED, with a sentence and nothing appended: the editor ended with an error.
// STATUS_SYSTEM: it could not be run, the file could not be written or read.
enum status external_editor_run(const char *text, struct buffer *out, struct problem *problem);

#endif
