// SPDX-License-Identifier: GPL-3.0-or-later
// The application on the terminal; without a terminal the board as text, and how to go on.
#ifndef GREFFE_CLI_APPLICATION_VERB_H
#define GREFFE_CLI_APPLICATION_VERB_H

#include "cli/arguments.h"

// A theme that was asked for by name must be there; one of the configuration that is not is told,
// as everything in it that cannot be followed, and the default takes its place.
enum status application_verb(const struct arguments *arguments, struct problem *problem);

#endif
