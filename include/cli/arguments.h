// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the call, read against the tables of verbs and options.
#ifndef GREFFE_CLI_ARGUMENTS_H
#define GREFFE_CLI_ARGUMENTS_H

#include <stdbool.h>

#include "base/status.h"
#include "cli/option.h"
#include "cli/verb.h"

struct arguments {
    const struct verb *verb;
    const char *values[OPTION_COUNT]; // NULL: not given; empty for an option without a value
    char **words;                     // behind the verb
    int word_count;
};

// Options may stand anywhere; a verb may be typed with its accents. A first word that is no verb
// but a file, or ends in `.ctg`, or has a `/`, is the file of the application. STATUS_USAGE, with
// the nearest name there is, for a verb or an option that is unknown, for what the verb does not
// take and for a value that the option cannot have. `argv` is put in another order and must outlive
// `*arguments`.
enum status arguments_read(int argc, char **argv, const struct verb_table *table,
    struct arguments *arguments, struct problem *problem);

bool arguments_have(const struct arguments *arguments, enum option_name option);

// The file that the call names, by --fichier or by a word; NULL for none.
const char *arguments_file(const struct arguments *arguments);

#endif
