// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody typed behind a filter, as the file has it: `copil` is COPIL, `ouverte` the open
// meeting, `12/03/2026` a date.
#ifndef GREFFE_CLI_FILTER_VALUE_H
#define GREFFE_CLI_FILTER_VALUE_H

#include "cli/list.h"
#include "cli/session.h"

// The value of a filter that was given, in the session's arena. STATUS_REFUSED for what the file
// does not hold, with the way to what it holds; STATUS_USAGE for a state that rows of `list` cannot
// have.
enum status filter_value(struct session *session, const struct list *list, enum option_name option,
    const char **value, struct problem *problem);

#endif
