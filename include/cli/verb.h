// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb of the command line is; cli/verbs.h has the table.
#ifndef GREFFE_CLI_VERB_H
#define GREFFE_CLI_VERB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"
#include "cli/list.h"
#include "cli/option.h"

struct arguments;

struct verb {
    const char *name;     // empty for the application, which has none
    const char *words;    // what stands behind it in the help; empty for nothing
    const char *sentence; // «Lister les décisions»
    unsigned options;     // OPTION_BIT of those it takes, besides what verb_takes adds
    int least_words, most_words;
    bool word_is_file; // its word names the file, as --fichier does
    enum status (*run)(const struct arguments *arguments, struct problem *problem);
    const struct list *list;             // what it lists; NULL for other verbs
    void (*explain)(struct buffer *out); // what else its help says, a paragraph; NULL for nothing
};

struct verb_table {
    const struct verb *verbs; // the application first
    size_t count;
};

// Help and version are taken by all, and a list's filters by the verb that lists it.
bool verb_takes(const struct verb *verb, enum option_name option);

#endif
