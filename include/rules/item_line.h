// SPDX-License-Identifier: GPL-3.0-or-later
// One line typed as an item of an agenda: `Places en petite enfance #6 20 min @directrice`. Links,
// the time planned and who presents it leave the title in the run that ends the line, as on the
// entry line of a meeting (rules/entry_read.h); elsewhere they stay in it, and a link counts all
// the same.
#ifndef GREFFE_RULES_ITEM_LINE_H
#define GREFFE_RULES_ITEM_LINE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "rules/entry_fact.h"

// How an item without a word is refused.
#define ITEM_WITHOUT_TITLE "Un point a besoin d'un titre : écrivez-en quelques mots."

struct item_line {
    const char *title;
    int minutes;           // 0 when not said
    const char *presenter; // NULL when not said
    const struct entry_link *links;
    size_t link_count;
};

// What `line` points to is in `arena`. A line that is nothing but such a run is its own title.
// STATUS_SYSTEM when memory ends; refuses nothing, a line without a word has an empty title.
enum status item_line_read(const char *text, const struct directory *directory, struct arena *arena,
    struct item_line *line, struct problem *problem);

// «20 min · axe 6 · Directrice de la petite enfance», what was understood besides the title.
void item_line_explain(struct buffer *out, const struct item_line *line);

// The minutes of `15 min`, `15'`, `1h30`, `1 h 30`, `2 h`, alone in `length` bytes; -1 for anything
// else, a bare number too.
int item_minutes_read(const char *text, size_t length);

#endif
