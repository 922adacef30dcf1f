// SPDX-License-Identifier: GPL-3.0-or-later
// The forms in which a list is written.
#ifndef GREFFE_CLI_LIST_FORMAT_H
#define GREFFE_CLI_LIST_FORMAT_H

#include <stdbool.h>

enum list_format { LIST_TEXT, LIST_JSON, LIST_CSV, LIST_SPREADSHEET };

// `texte`, `json` or `csv`. False for anything else.
bool list_format_read(const char *name, enum list_format *format);

#endif
