// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of text that become the items of an agenda, whole or not at all.
#ifndef GREFFE_STORE_AGENDA_IMPORT_H
#define GREFFE_STORE_AGENDA_IMPORT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/agenda_lines.h"
#include "store/gesture.h"

// Adds the lines (rules/agenda_lines.h) at the end, `first_id` the first one's id. `lines` tells
// what was read, in `arena`; lines whose title stands on the agenda already are left out.
enum status agenda_import(struct gesture *gesture, int64_t first_id, int64_t meeting,
    const char *text, struct arena *arena, struct agenda_lines *lines, struct problem *problem);

#endif
