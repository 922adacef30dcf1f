// SPDX-License-Identifier: GPL-3.0-or-later
// `greffe importer membres FICHIER.csv [--essai]`: what each line changes goes to stdout, the sum
// to stderr.
#ifndef GREFFE_CLI_IMPORT_VERB_H
#define GREFFE_CLI_IMPORT_VERB_H

#include "base/buffer.h"
#include "cli/arguments.h"

// For its help: the columns that are read.
void import_explain(struct buffer *out);

enum status import_verb(const struct arguments *arguments, struct problem *problem);

#endif
