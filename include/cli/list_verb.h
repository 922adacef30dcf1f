// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that list what a view shows.
#ifndef GREFFE_CLI_LIST_VERB_H
#define GREFFE_CLI_LIST_VERB_H

#include "cli/arguments.h"
#include "cli/list_format.h"
#include "cli/session.h"

// A list that is empty is no failure: JSON has its brackets, CSV its header, text nothing, and a
// sentence goes to stderr.
enum status list_verb(const struct arguments *arguments, struct problem *problem);

// The form that the call asks for. STATUS_USAGE where it asks for two.
enum status list_format_asked(
    const struct arguments *arguments, enum list_format *format, struct problem *problem);

// The list of the session's verb on stdout.
enum status list_print(struct session *session, enum list_format format, struct problem *problem);

#endif
