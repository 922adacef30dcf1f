// SPDX-License-Identifier: GPL-3.0-or-later
// Items put on an agenda by the line that is typed for each, with what it says besides the title.
#ifndef GREFFE_STORE_ITEM_LINE_ADD_H
#define GREFFE_STORE_ITEM_LINE_ADD_H

#include <stdint.h>

#include "base/status.h"
#include "rules/item_line.h"
#include "store/gesture.h"

// As item_add at the end, each line that is not blank being read by rules/item_line.h.
enum status item_line_add(struct gesture *gesture, int64_t first_id, int64_t meeting,
    int64_t parent, const char *text, struct problem *problem);

// Gives an item what its line says, the title aside: who presents it, its minutes, its links.
enum status item_line_apply(
    struct gesture *gesture, int64_t item, const struct item_line *line, struct problem *problem);

#endif
