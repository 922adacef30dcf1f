// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/csv.h"

#include <inttypes.h>
#include <string.h>

#include "text/clean.h"

// Spreadsheets skip blanks before a formula, and some take the full-width signs of East Asia.
static bool would_run(const char *text)
{
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    text += strspn(text, " \t\r\n");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

static void append_cell(struct buffer *out, const char *text, enum csv_dialect dialect)
{
    bool guard = dialect == CSV_SPREADSHEET && would_run(text);
    if (text[strcspn(text, ",;\"\r\n")] == '\0') {
        buffer_append_format(out, "%s%s", guard ? "'" : "", text);
        return;
    }
    buffer_append(out, guard ? "\"'" : "\"");
    for (const char *byte = text; *byte != '\0'; byte++) {
        if (*byte == '"')
            buffer_append_character(out, '"');
        buffer_append_character(out, *byte);
    }
    buffer_append_character(out, '"');
}

// A text from another program may hold what a terminal would obey.
static void append_text(struct buffer *out, const char *text, enum csv_dialect dialect)
{
    struct buffer shown = {0};
    text_show(&shown, text, TEXT_MANY_LINES);
    append_cell(out, buffer_text(&shown), dialect);
    out->failed = out->failed || buffer_failed(&shown);
    buffer_clear(&shown);
}

static void append_value(
    struct buffer *out, const struct listing_value *value, enum csv_dialect dialect)
{
    switch (value->type) {
    case LISTING_NULL:
        break;
    case LISTING_INTEGER:
        buffer_append_format(out, "%" PRId64, value->integer);
        break;
    case LISTING_TEXT:
        append_text(out, value->text, dialect);
        break;
    }
}

void csv_rows(struct buffer *out, const struct rows *rows, enum csv_dialect dialect)
{
    char separator = dialect == CSV_SPREADSHEET ? ';' : ',';
    if (dialect == CSV_SPREADSHEET)
        buffer_append(out, "\xEF\xBB\xBF");
    for (size_t column = 0; column < rows->column_count; column++) {
        if (column > 0)
            buffer_append_character(out, separator);
        buffer_append(out, rows->names[column]);
    }
    buffer_append(out, "\r\n");
    for (size_t row = 0; row < rows->count; row++) {
        for (size_t column = 0; column < rows->column_count; column++) {
            if (column > 0)
                buffer_append_character(out, separator);
            append_value(out, rows_value(rows, row, column), dialect);
        }
        buffer_append(out, "\r\n");
    }
}
