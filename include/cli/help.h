// SPDX-License-Identifier: GPL-3.0-or-later
// What `--help` and `--version` say, from the tables of verbs and options.
#ifndef GREFFE_CLI_HELP_H
#define GREFFE_CLI_HELP_H

#include "base/buffer.h"
#include "cli/verb.h"

void help_program(struct buffer *out, const struct verb_table *table);
void help_verb(struct buffer *out, const struct verb *verb);
void help_version(struct buffer *out);

#endif
