// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list of members, as a spreadsheet gives them.
//
// Columns are known by their title, in any order; case, accents, blanks, `-` and `_` aside:
//
//     nom            the person, required; a civility before the name is taken off
//     civilite       Mme, M.…
//     fonction       what the person is
//     organisme      code or name; one that is unknown is added
//     college        of the organisation
//     elu            oui or non
//     instance       code or name of the committee; without one, only the person is taken
//     role           presidence, copresidence, secretaire, membre, invite
//     voix           deliberative, consultative, aucune
//     suppleant_de   the name of a member of that committee
//     debut, fin     2024-01-01, 01/01/2024, janvier 2024, 2024
//
// A column that is not there, and a cell that is empty, leave what is known as it is.
#ifndef GREFFE_INTAKE_MEMBERS_ROWS_H
#define GREFFE_INTAKE_MEMBERS_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "intake/csv_table.h"
#include "text/date.h"

enum member_elected { ELECTED_NOT_SAID, ELECTED_NO, ELECTED_YES };

// NULL, DATE_NONE or ELECTED_NOT_SAID: nothing is said. Texts are the table's or in its arena.
struct member_row {
    int line;
    const char *committee, *civility, *name, *function, *organisation, *college, *principal;
    const char *role, *voice; // codes
    enum member_elected elected;
    struct date starts, ends; // days
};

// STATUS_UNUSABLE with the table's name and the line: an unknown column, one that is there twice,
// no column `nom`, no row, a row without a name, a value that a column cannot have. Of several such
// rows the first is told, with the lines of the others.
enum status members_rows_read(
    struct csv_table *table, struct member_row **rows, size_t *count, struct problem *problem);

// «instance, civilite, nom…»: the columns that are read.
void members_rows_columns(struct buffer *out);

#endif
