// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that take back what was done, and do it again. Which gesture it was goes to stderr.
#ifndef GREFFE_CLI_HISTORY_VERBS_H
#define GREFFE_CLI_HISTORY_VERBS_H

#include "cli/arguments.h"

// Each is STATUS_REFUSED when there is nothing left to take, or at what is not crossed.
enum status undo_verb(const struct arguments *arguments, struct problem *problem);
enum status redo_verb(const struct arguments *arguments, struct problem *problem);

#endif
