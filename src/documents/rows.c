// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/rows.h"

#include <string.h>

static enum status copy_names(
    const struct listing *listing, struct arena *arena, struct rows *rows, struct problem *problem)
{
    rows->column_count = listing_column_count(listing);
    rows->names = arena_array(arena, rows->column_count, sizeof *rows->names);
    for (size_t i = 0; rows->names != NULL && i < rows->column_count; i++)
        rows->names[i] = arena_copy(arena, listing_column_name(listing, i));
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

// `capacity` counts values, as `values` does.
static enum status copy_row(const struct listing *listing, struct arena *arena, size_t *capacity,
    struct rows *rows, struct problem *problem)
{
    for (size_t column = 0; column < rows->column_count; column++) {
        size_t place = rows->count * rows->column_count + column;
        struct listing_value *values =
            arena_grow(arena, rows->values, place, capacity, sizeof *values);
        if (values == NULL)
            return problem_set_no_memory(problem);
        rows->values = values;
        values[place] = listing_value(listing, column);
        values[place].text = arena_copy(arena, values[place].text);
    }
    rows->count++;
    return arena->failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

enum status rows_load(struct store *store, const char *view,
    const struct listing_condition *conditions, size_t condition_count, struct arena *arena,
    struct rows *rows, struct problem *problem)
{
    *rows = (struct rows){0};
    struct listing *listing = NULL;
    enum status status = listing_open(store, view, conditions, condition_count, &listing, problem);
    if (status == STATUS_DONE)
        status = copy_names(listing, arena, rows, problem);
    size_t capacity = 0;
    bool more = true;
    while (status == STATUS_DONE && more) {
        status = listing_next(listing, &more, problem);
        if (status == STATUS_DONE && more)
            status = copy_row(listing, arena, &capacity, rows, problem);
    }
    listing_destroy(listing);
    return status;
}

const struct listing_value *rows_value(const struct rows *rows, size_t row, size_t column)
{
    return &rows->values[row * rows->column_count + column];
}

size_t rows_column(const struct rows *rows, const char *name)
{
    size_t column = 0;
    while (column < rows->column_count && strcmp(rows->names[column], name) != 0)
        column++;
    return column;
}

bool value_equals(const struct listing_value *left, const struct listing_value *right)
{
    if (left->type != right->type)
        return false;
    switch (left->type) {
    case LISTING_NULL:
        return true;
    case LISTING_INTEGER:
        return left->integer == right->integer;
    case LISTING_TEXT:
        return strcmp(left->text, right->text) == 0;
    }
    return false;
}
