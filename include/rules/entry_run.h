// SPDX-License-Identifier: GPL-3.0-or-later
// The unbroken runs of mentions, links, priority, mark and date that end a line and begin a task.
#ifndef GREFFE_RULES_ENTRY_RUN_H
#define GREFFE_RULES_ENTRY_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "rules/entry_fact.h"
#include "rules/entry_word.h"

// A line cut into its words, without its sign.
struct entry_words {
    const char *text;
    struct entry_word *words;
    size_t count;
};

// The words [first, last) are text, those before and behind them the runs.
struct entry_runs {
    size_t first, last;
    bool whole;      // all is one run, which is the text too: [first, last) are all words
    bool guarded;    // a `\` parts the text from the final run: not even a comma is taken off
    bool final_stop; // the final run ends in a full stop
    struct date date;
    int priority;
    bool doubtful;
    bool impossible_date; // where a run ends
};

// A private note has no runs. Memory that ends shows as a failed arena.
void entry_runs_find(const struct entry_words *line, enum record_kind kind,
    const struct entry_context *context, struct arena *arena, struct entry_runs *runs);

// The word stands in one of the runs.
bool entry_runs_hold(const struct entry_runs *runs, size_t word);

#endif
