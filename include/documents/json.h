// SPDX-License-Identifier: GPL-3.0-or-later
// JSON, one row an object on a line of its own. Whatever could move a terminal's cursor or reorder
// a line is escaped, so the same output is safe to look at and loses nothing.
#ifndef GREFFE_DOCUMENTS_JSON_H
#define GREFFE_DOCUMENTS_JSON_H

#include "base/buffer.h"
#include "documents/rows.h"

void json_string(struct buffer *out, const char *text);

// `"code":"6.1","axe":6`: the members of a row without the braces, for one that holds more.
void json_members(struct buffer *out, const struct rows *rows, size_t row);

// The whole array, and a line end; `[]` when there is no row.
void json_rows(struct buffer *out, const struct rows *rows);

#endif
