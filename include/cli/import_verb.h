// SPDX-License-Identifier: GPL-3.0-or-later
// `greffe importer membres FICHIER.csv [--essai]`: what each line changes goes to stdout, the sum
// to stderr.
#ifndef GREFFE_CLI_IMPORT_VERB_H
#define GREFFE_CLI_IMPORT_VERB_H

#include "cli/arguments.h"

enum status import_verb(const struct arguments *arguments, struct problem *problem);

#endif
