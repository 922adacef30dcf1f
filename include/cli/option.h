// SPDX-License-Identifier: GPL-3.0-or-later
// The options of the command line, one row each; a verb says which of them it takes.
#ifndef GREFFE_CLI_OPTION_H
#define GREFFE_CLI_OPTION_H

#include <stdbool.h>

enum option_name {
    OPTION_FILE,
    OPTION_READ_ONLY,
    OPTION_CONFIGURATION,
    OPTION_THEME,
    OPTION_FORMAT,
    OPTION_SPREADSHEET,
    OPTION_COMMITTEE,
    OPTION_MEETING,
    OPTION_FIELD,
    OPTION_AXIS,
    OPTION_ACTION,
    OPTION_DECISION,
    OPTION_STATE,
    OPTION_YEAR,
    OPTION_SINCE,
    OPTION_CONVENTION,
    OPTION_PROJECTION,
    OPTION_SIZE,
    OPTION_CLOCK,
    OPTION_DRY_RUN,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT,
};

#define OPTION_BIT(name) (1U << (name))

struct option_row {
    const char *name;  // without its dashes
    char letter;       // 0 for none
    const char *value; // what stands behind it in the help; NULL: it takes none
    const char *sentence;
    bool (*accepts)(const char *value); // NULL: any value that is not empty
};

extern const struct option_row option_rows[OPTION_COUNT];

#endif
