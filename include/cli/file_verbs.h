// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs about the file as a whole.
#ifndef GREFFE_CLI_FILE_VERBS_H
#define GREFFE_CLI_FILE_VERBS_H

#include "cli/arguments.h"

// `creer FICHIER`: a new file with a convention in it. Refuses a path that exists.
enum status create_verb(const struct arguments *arguments, struct problem *problem);

// `sauvegarder DEST`: a copy of the file as it is now. Refuses a path that exists.
enum status copy_verb(const struct arguments *arguments, struct problem *problem);

#endif
