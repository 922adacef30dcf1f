// SPDX-License-Identifier: GPL-3.0-or-later
// A table as a spreadsheet writes it (RFC 4180): a line of titles, then a row a line.
//
// Found out by itself: UTF-8, with or without a byte order mark, else Windows-1252; cells parted by
// `;`, `,` or tabs, whichever the line of titles holds most of. Lines end in CRLF, LF or CR. A cell
// may stand in quotes, with `""` for a quote, and hold line ends and separators; a quote inside an
// unquoted cell is text. Cells are cleaned (text/clean.h) to one line, without blanks around them.
// Rows that are all blank are left out; cells missing at the end of a row are not: they are a
// defect, and so is anything behind the last title.
#ifndef GREFFE_INTAKE_CSV_TABLE_H
#define GREFFE_INTAKE_CSV_TABLE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"

enum { CSV_LARGEST_FILE = 8 * 1024 * 1024 };

struct csv_row {
    int line;           // where it begins, from 1
    const char **cells; // as many as there are columns; none is NULL
};

struct csv_table {
    struct arena arena;
    const char *name; // what messages call it
    int title_line;
    const char **titles;
    size_t column_count;
    struct csv_row *rows;
    size_t row_count, row_capacity;
};

// Zeroed before the call; whoever passed it clears it, also after a failure. STATUS_UNUSABLE with
// `name` and the line for what is malformed, and for a text without titles.
enum status csv_table_read_text(struct csv_table *table, const char *name, const char *text,
    size_t length, struct problem *problem);

// The same for a file. STATUS_UNUSABLE also when it is missing, too large or no file;
// STATUS_SYSTEM when it may not be read.
enum status csv_table_read_file(struct csv_table *table, const char *path, struct problem *problem);

void csv_table_clear(struct csv_table *table);

#endif
