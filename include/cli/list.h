// SPDX-License-Identifier: GPL-3.0-or-later
// The lists that can be asked for: which view each shows, and what each filter keeps of it.
#ifndef GREFFE_CLI_LIST_H
#define GREFFE_CLI_LIST_H

#include <stddef.h>

#include "cli/option.h"

struct workflow; // rules/workflow.h

// How a row must stand to the value of an option.
enum filter_way {
    FILTER_IS,         // the column is the value
    FILTER_CONTAINS,   // the column, values joined by « ; », has it among them
    FILTER_STARTS,     // the column begins with it
    FILTER_NOT_BEFORE, // the column is at it or after it
    FILTER_AXES,       // one of the columns has an axis that the option means
    FILTER_MEETINGS,   // the column is a meeting that the same option keeps of the meetings
};

struct list_filter {
    enum option_name option;
    enum filter_way way;
    const char *column;
    const char *other_column; // of FILTER_AXES; NULL for none
};

struct list {
    const char *view;
    const char *shown;             // the columns that a terminal has room for, apart by blanks
    const char *nothing;           // «Aucune décision», when no row is left
    const struct workflow *states; // of the column `etat`; NULL where there is no filter on it
    const struct list_filter *filters;
    size_t filter_count;
};

extern const struct list list_of_axes;
extern const struct list list_of_committees;
extern const struct list list_of_meetings;
extern const struct list list_of_items;
extern const struct list list_of_attendance;
extern const struct list list_of_decisions;
extern const struct list list_of_ballots;
extern const struct list list_of_tasks;
extern const struct list list_of_actions;
extern const struct list list_of_gestures;

// NULL where the list has no such filter.
const struct list_filter *list_filter(const struct list *list, enum option_name option);

#endif
