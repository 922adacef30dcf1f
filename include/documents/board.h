// SPDX-License-Identifier: GPL-3.0-or-later
// The tableau without a terminal: the groups of the convention with their axes and how far each is.
#ifndef GREFFE_DOCUMENTS_BOARD_H
#define GREFFE_DOCUMENTS_BOARD_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "store/plan.h"
#include "store/store.h"

// What to keep of it; NULL and 0: everything.
struct board_filter {
    const char *field; // its code
    int axis;          // its number
};

// For a person, in lines of `width` cells: per axis its number, the actions that are finished of
// those it has, and its decisions.
void board_text(
    struct buffer *out, const struct plan *plan, const struct board_filter *filter, size_t width);

// The fields as their view has them, with `liste_axes` inside, and in these `liste_objectifs` and
// `liste_actions`.
enum status board_json(struct buffer *out, struct store *store, const struct board_filter *filter,
    struct arena *arena, struct problem *problem);

#endif
