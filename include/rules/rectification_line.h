// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed of a rectification: the text as it should read, and why, in the brackets that end
// the line: «Le comité ouvre 26 places. (erreur de saisie)».
#ifndef GREFFE_RULES_RECTIFICATION_LINE_H
#define GREFFE_RULES_RECTIFICATION_LINE_H

#include "base/arena.h"

struct rectification_line {
    const char *text;   // without the reason
    const char *reason; // empty where there is none yet
};

// Both in the arena, NULL when memory ends.
struct rectification_line rectification_line_read(const char *line, struct arena *arena);

#endif
