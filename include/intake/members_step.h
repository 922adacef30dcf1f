// SPDX-License-Identifier: GPL-3.0-or-later
// One import of members while it runs: what each row became. For the files of that import alone.
#ifndef GREFFE_INTAKE_MEMBERS_STEP_H
#define GREFFE_INTAKE_MEMBERS_STEP_H

#include "intake/members_import.h"
#include "intake/members_rows.h"
#include "store/gesture.h"

struct member_step {
    const struct member_row *row;
    int64_t organisation; // 0: not said
    int64_t person;
    int64_t committee;  // 0: not said
    int64_t mandate;    // 0 until it is there
    struct buffer said; // what changes, parts joined by « ; »
};

struct members_importing {
    struct gesture *gesture;
    struct csv_table *table;
    struct member_step *steps;
    size_t count;
    struct date today;
    struct members_report *report;
    struct problem *problem;
};

// Adds a part to what the row says.
void member_step_say(struct member_step *step, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// `cause` with the table's name and the line before it.
enum status member_step_refuse(const struct members_importing *importing,
    const struct member_step *step, const struct problem *cause);

#endif
