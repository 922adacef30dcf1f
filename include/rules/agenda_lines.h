// SPDX-License-Identifier: GPL-3.0-or-later
// Pasted lines read as an agenda: `1. Bilan 2025 (15 min)`, `2.1 Suivi`, `- Questions diverses`.
#ifndef GREFFE_RULES_AGENDA_LINES_H
#define GREFFE_RULES_AGENDA_LINES_H

#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"

struct agenda_line {
    const char *title; // without its number, its bullet and its minutes
    int depth;         // 1 for a sub-item of the item above it
    int minutes;       // 0 when not said
};

struct agenda_lines {
    struct agenda_line *lines; // in `arena`, as their titles
    size_t count;
    size_t doubles;           // lines left out because their title stands there already
    const char *first_double; // the first of them, NULL without any
};

// Blank lines are passed over. `titles` are those on the agenda already: case and accents are
// ignored. Refuses the whole, with the rank of the line: minutes above a day, a sub-item without an
// item above it, no title at all. STATUS_REFUSED too when every line is there already.
enum status agenda_lines_read(const char *text, const char *const *titles, size_t title_count,
    struct arena *arena, struct agenda_lines *lines, struct problem *problem);

#endif
