// SPDX-License-Identifier: GPL-3.0-or-later
// The verb that plays a file of keys; no terminal is needed.
#ifndef GREFFE_CLI_REPLAY_VERB_H
#define GREFFE_CLI_REPLAY_VERB_H

#include "cli/arguments.h"

// Works on the file of --fichier, else on one that is thrown away; neither the environment nor the
// configuration names one here.
enum status replay_verb(const struct arguments *arguments, struct problem *problem);

#endif
