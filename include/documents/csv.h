// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as RFC 4180 has it: comma, CRLF, a header, no BOM. For a spreadsheet: semicolon, BOM, and a
// `'` before every text that one would run as a formula.
#ifndef GREFFE_DOCUMENTS_CSV_H
#define GREFFE_DOCUMENTS_CSV_H

#include "base/buffer.h"
#include "documents/rows.h"

enum csv_dialect { CSV_PLAIN, CSV_SPREADSHEET };

void csv_rows(struct buffer *out, const struct rows *rows, enum csv_dialect dialect);

#endif
