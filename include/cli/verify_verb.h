// SPDX-License-Identifier: GPL-3.0-or-later
// `greffe verifier`: every seal computed again, a line a meeting on stdout, and below it what
// differs.
#ifndef GREFFE_CLI_VERIFY_VERB_H
#define GREFFE_CLI_VERIFY_VERB_H

#include "cli/arguments.h"

// STATUS_REFUSED when a seal does not hold.
enum status verify_verb(const struct arguments *arguments, struct problem *problem);

#endif
