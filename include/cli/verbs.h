// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of verbs.
#ifndef GREFFE_CLI_VERBS_H
#define GREFFE_CLI_VERBS_H

#include "cli/verb.h"

const struct verb_table *cli_verbs(void);

#endif
