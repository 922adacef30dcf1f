// SPDX-License-Identifier: GPL-3.0-or-later
// A list of members (intake/members_rows.h) put into the file as one gesture.
//
// A person is known by name, case and accents aside; of two of that name, by organisation. A
// mandate is known by its committee and its first day, else by overlapping the days that are said.
// What is known is updated, what is unknown is added, nobody is taken away; importing the same list
// again changes nothing.
#ifndef GREFFE_INTAKE_MEMBERS_IMPORT_H
#define GREFFE_INTAKE_MEMBERS_IMPORT_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/status.h"
#include "intake/csv_table.h"
#include "store/store.h"

enum { MEMBERS_MOST_ROWS = 2000 };

struct members_report {
    struct buffer lines; // «ligne 3 : …», one a row, each with a line end
    int organisations_added, organisations_changed;
    int people_added, people_changed;
    int mandates_added, mandates_changed;
};

// A dry run does everything and takes it back, so it says what the import would say. The report is
// zeroed before and cleared after, also when this fails. Failures write nothing: STATUS_UNUSABLE
// for a list that cannot be read, STATUS_REFUSED for what a rule refuses, each with its line.
enum status members_import(struct store *store, struct csv_table *table, bool dry_run,
    struct members_report *report, struct problem *problem);

bool members_report_is_empty(const struct members_report *report);

// «2 personnes ajoutées, 1 mandat modifié»; «rien à changer».
void members_report_sum(struct buffer *out, const struct members_report *report);

void members_report_clear(struct members_report *report);

#endif
