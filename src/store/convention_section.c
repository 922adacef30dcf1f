// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/convention_section.h"

#include <ctype.h>

#include "base/buffer.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "text/date.h"

static enum status read_texts(
    struct store *store, struct row_array *sections, struct problem *problem)
{
    struct statement statement;
    struct convention_section *section;
    statement_open(&statement, store,
        "SELECT 'Objet', purpose FROM convention WHERE purpose IS NOT NULL"
        " UNION ALL SELECT heading, body FROM"
        " (SELECT heading, body FROM convention_text ORDER BY position, id)");
    while (statement_row(&statement) && (section = row_array_add(sections, &statement)) != NULL) {
        section->heading = statement_text(&statement, 0, sections->arena);
        section->body = statement_text(&statement, 1, sections->arena);
    }
    return statement_finish(&statement, problem);
}

// No text where memory ends: the next step of the statement says so.
static const char *borrow(const struct statement *statement, int column)
{
    const char *text = statement_borrow(statement, column);
    return text == NULL ? "" : text;
}

static void append_signatory(struct buffer *body, const struct statement *statement)
{
    buffer_append(body, borrow(statement, 0));
}

// «Janvier 2024 : …», as the convention has it.
static void append_milestone(struct buffer *body, const struct statement *statement)
{
    struct date date;
    const char *iso = borrow(statement, 1);
    size_t start = body->length;
    if (date_read_iso(iso, &date))
        date_long(body, date);
    else
        buffer_append(body, iso);
    if (body->length > start)
        body->bytes[start] = (char)toupper((unsigned char)body->bytes[start]);
    buffer_append_format(body, " : %s", borrow(statement, 0));
}

// A section made of the rows of a query, a paragraph each; none where there are no rows.
static enum status read_list(struct statement *statement, const char *heading,
    void (*append)(struct buffer *body, const struct statement *statement),
    struct row_array *sections, struct problem *problem)
{
    struct buffer body = {0};
    while (statement_row(statement)) {
        if (body.length > 0)
            buffer_append(&body, "\n");
        append(&body, statement);
    }
    struct convention_section *section =
        body.length == 0 ? NULL : row_array_add(sections, statement);
    if (section != NULL) {
        section->heading = heading;
        section->body = arena_copy(sections->arena, buffer_text(&body));
    }
    statement->out_of_memory =
        statement->out_of_memory || buffer_failed(&body) || sections->arena->failed;
    buffer_clear(&body);
    return statement_finish(statement, problem);
}

enum status plan_load_convention(struct store *store, struct arena *arena,
    struct convention_section **sections, size_t *count, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct convention_section);
    enum status status = read_texts(store, &rows, problem);
    if (status == STATUS_DONE) {
        statement_open(&statement, store,
            "SELECT name || ', ' || function || ifnull(' (' || organisation.label || ')', '')"
            " || ifnull(', représentant ' || representing, '')"
            " FROM signatory LEFT JOIN organisation ON organisation.id = organisation_id"
            " ORDER BY signatory.position, signatory.id");
        status = read_list(&statement, "Signataires", append_signatory, &rows, problem);
    }
    if (status == STATUS_DONE) {
        statement_open(
            &statement, store, "SELECT label, date FROM milestone ORDER BY position, id");
        status = read_list(&statement, "Calendrier", append_milestone, &rows, problem);
    }
    *sections = rows.items;
    *count = rows.count;
    return status;
}
