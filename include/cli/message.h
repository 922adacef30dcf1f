// SPDX-License-Identifier: GPL-3.0-or-later
// Data goes to stdout, messages to stderr. Whatever they quote from a file or from the call is
// shown harmless.
#ifndef GREFFE_CLI_MESSAGE_H
#define GREFFE_CLI_MESSAGE_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"

// One sentence, and a line end, on stderr.
void message(const char *format, ...) __attribute__((format(printf, 1, 2)));

// Sentences with a line end each.
void message_lines(const char *lines);

// `problem` as it is told at the end of a call, after the name of the program.
void message_problem(const struct problem *problem);

// Writes `text` to stdout and forgets it. STATUS_SYSTEM when it could not all be written.
enum status output(struct buffer *text, struct problem *problem);

// How wide the terminal of stdout is; 0 when it is none.
size_t output_width(void);

#endif
