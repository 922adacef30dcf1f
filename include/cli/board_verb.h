// SPDX-License-Identifier: GPL-3.0-or-later
// The tableau as text, JSON or CSV.
#ifndef GREFFE_CLI_BOARD_VERB_H
#define GREFFE_CLI_BOARD_VERB_H

#include "cli/arguments.h"
#include "cli/session.h"

// CSV cannot nest: there a row is an axis.
enum status board_verb(const struct arguments *arguments, struct problem *problem);

// The whole of it as text, on stdout.
enum status board_print(struct session *session, struct problem *problem);

#endif
