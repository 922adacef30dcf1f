// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/list_verb.h"

#include <string.h>

#include "cli/message.h"
#include "cli/selection.h"
#include "documents/columns.h"
#include "documents/csv.h"
#include "documents/json.h"

enum status list_format_asked(
    const struct arguments *arguments, enum list_format *format, struct problem *problem)
{
    *format = LIST_TEXT;
    const char *name = arguments->values[OPTION_FORMAT];
    if (name != NULL)
        list_format_read(name, format);
    if (!arguments_have(arguments, OPTION_SPREADSHEET))
        return STATUS_DONE;
    if (name != NULL && *format != LIST_CSV)
        return problem_set(
            problem, STATUS_USAGE, "Un tableur lit du csv : ôtez --format %s ou --tableur.", name);
    *format = LIST_SPREADSHEET;
    return STATUS_DONE;
}

// `name` is one of the words of `names`.
static bool names_column(const char *names, const char *name)
{
    size_t length = strlen(name);
    for (const char *word = names; *word != '\0'; word += strspn(word, " ")) {
        size_t size = strcspn(word, " ");
        if (size == length && memcmp(word, name, length) == 0)
            return true;
        word += size;
    }
    return false;
}

static enum status keep_columns(
    struct rows *rows, const char *names, struct arena *arena, struct problem *problem)
{
    struct rows kept = {.count = rows->count};
    kept.names = arena_array(arena, rows->column_count, sizeof *kept.names);
    kept.values = arena_array(arena, rows->column_count * rows->count, sizeof *kept.values);
    if (kept.names == NULL || kept.values == NULL)
        return problem_set_no_memory(problem);
    for (size_t column = 0; column < rows->column_count; column++)
        if (names_column(names, rows->names[column]))
            kept.names[kept.column_count++] = rows->names[column];
    for (size_t row = 0; row < rows->count; row++)
        for (size_t column = 0; column < kept.column_count; column++)
            kept.values[row * kept.column_count + column] =
                *rows_value(rows, row, rows_column(rows, kept.names[column]));
    *rows = kept;
    return STATUS_DONE;
}

// On a terminal the columns that matter, where all of them would be cut to nothing.
static enum status append_text(
    struct buffer *out, struct session *session, struct rows *rows, struct problem *problem)
{
    size_t width = output_width();
    enum status status = STATUS_DONE;
    if (width > 0)
        status =
            keep_columns(rows, session->arguments->verb->list->shown, &session->arena, problem);
    return status == STATUS_DONE ? columns_rows(out, rows, width, &session->arena, problem)
                                 : status;
}

static enum status append_rows(struct buffer *out, struct session *session, struct rows *rows,
    enum list_format format, struct problem *problem)
{
    switch (format) {
    case LIST_TEXT:
        return append_text(out, session, rows, problem);
    case LIST_JSON:
        json_rows(out, rows);
        break;
    case LIST_CSV:
        csv_rows(out, rows, CSV_PLAIN);
        break;
    case LIST_SPREADSHEET:
        csv_rows(out, rows, CSV_SPREADSHEET);
        break;
    }
    return STATUS_DONE;
}

static bool is_filtered(const struct session *session, const struct list *list)
{
    bool filtered = false;
    for (size_t i = 0; i < list->filter_count && !filtered; i++)
        filtered = arguments_have(session->arguments, list->filters[i].option);
    return filtered;
}

enum status list_print(struct session *session, enum list_format format, struct problem *problem)
{
    const struct list *list = session->arguments->verb->list;
    struct rows rows;
    struct buffer out = {0};
    enum status status = selection_load(session, list, &rows, problem);
    if (status == STATUS_DONE)
        status = append_rows(&out, session, &rows, format, problem);
    if (status == STATUS_DONE)
        status = output(&out, problem);
    if (status == STATUS_DONE && format == LIST_TEXT && rows.count == 0)
        message("%s%s.", list->nothing,
            is_filtered(session, list) ? " ne répond à ce qui est demandé" : " dans ce fichier");
    buffer_clear(&out);
    return status;
}

static enum status list_work(struct session *session, struct problem *problem)
{
    enum list_format format;
    enum status status = list_format_asked(session->arguments, &format, problem);
    return status == STATUS_DONE ? list_print(session, format, problem) : status;
}

enum status list_verb(const struct arguments *arguments, struct problem *problem)
{
    enum list_format format; // before a file is made for a call that is wrong
    enum status status = list_format_asked(arguments, &format, problem);
    return status == STATUS_DONE ? session_run(arguments, list_work, problem) : status;
}
