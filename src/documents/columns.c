// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/columns.h"

#include <inttypes.h>
#include <string.h>

#include "text/utf8.h"

enum { GAP = 2, NARROWEST_CUT = 8 };

struct column {
    size_t width; // 0: it holds nothing and is left out
    bool numbers;
};

// The cells as they are shown, headers first, row after row.
struct grid {
    const char **cells;
    struct column *columns;
    size_t column_count;
    size_t line_count;
};

static const char *show(struct arena *arena, const struct listing_value *value)
{
    if (value->type == LISTING_NULL)
        return "";
    if (value->type == LISTING_INTEGER)
        return arena_format(arena, "%" PRId64, value->integer);
    if (text_is_harmless(value->text))
        return value->text;
    struct buffer shown = {0};
    text_show(&shown, value->text, TEXT_ONE_LINE);
    const char *text = buffer_failed(&shown) ? NULL : arena_copy(arena, buffer_text(&shown));
    arena->failed = arena->failed || text == NULL;
    buffer_clear(&shown);
    return text == NULL ? "" : text;
}

static void measure(struct grid *grid, size_t column, const struct rows *rows)
{
    struct column *measured = &grid->columns[column];
    measured->numbers = true;
    for (size_t line = 1; line < grid->line_count; line++) {
        size_t width = text_width(grid->cells[line * grid->column_count + column]);
        if (width > measured->width)
            measured->width = width;
        if (rows_value(rows, line - 1, column)->type == LISTING_TEXT)
            measured->numbers = false;
    }
    size_t header = text_width(grid->cells[column]);
    if (measured->width > 0 && header > measured->width)
        measured->width = header;
}

static bool make_grid(struct grid *grid, const struct rows *rows, struct arena *arena)
{
    *grid = (struct grid){.column_count = rows->column_count, .line_count = rows->count + 1};
    grid->columns = arena_array(arena, grid->column_count, sizeof *grid->columns);
    grid->cells = arena_array(arena, grid->column_count * grid->line_count, sizeof *grid->cells);
    if (grid->columns == NULL || grid->cells == NULL)
        return false;
    memcpy(grid->cells, rows->names, rows->column_count * sizeof *grid->cells);
    for (size_t row = 0; row < rows->count; row++)
        for (size_t column = 0; column < rows->column_count; column++)
            grid->cells[(row + 1) * grid->column_count + column] =
                show(arena, rows_value(rows, row, column));
    if (arena->failed)
        return false;
    for (size_t column = 0; column < grid->column_count; column++)
        measure(grid, column, rows);
    return true;
}

static size_t total_width(const struct grid *grid)
{
    size_t total = 0;
    for (size_t i = 0; i < grid->column_count; i++)
        if (grid->columns[i].width > 0)
            total += grid->columns[i].width + GAP;
    return total > 0 ? total - GAP : 0;
}

static struct column *widest_text(struct grid *grid)
{
    struct column *widest = NULL;
    for (size_t i = 0; i < grid->column_count; i++) {
        struct column *column = &grid->columns[i];
        if (!column->numbers && column->width > NARROWEST_CUT &&
            (widest == NULL || column->width > widest->width))
            widest = column;
    }
    return widest;
}

// Cell by cell from whichever column is then the widest: short ones keep all of theirs.
static void fit(struct grid *grid, size_t width)
{
    struct column *widest = widest_text(grid);
    for (size_t total = total_width(grid); total > width && widest != NULL; total--) {
        widest->width--;
        widest = widest_text(grid);
    }
}

static void append_cell(
    struct buffer *line, const struct grid *grid, size_t line_number, size_t column)
{
    const char *text = grid->cells[line_number * grid->column_count + column];
    size_t width = grid->columns[column].width;
    struct buffer cut = {0};
    text_cut(&cut, text, width);
    size_t blanks = width - text_width(buffer_text(&cut));
    if (grid->columns[column].numbers)
        buffer_append_repeated(line, " ", blanks);
    buffer_append(line, buffer_text(&cut));
    if (!grid->columns[column].numbers)
        buffer_append_repeated(line, " ", blanks);
    line->failed = line->failed || buffer_failed(&cut);
    buffer_clear(&cut);
}

static void append_line(struct buffer *out, const struct grid *grid, size_t line_number)
{
    size_t start = out->length;
    for (size_t column = 0; column < grid->column_count; column++) {
        if (grid->columns[column].width == 0)
            continue;
        if (out->length > start)
            buffer_append_repeated(out, " ", GAP);
        append_cell(out, grid, line_number, column);
    }
    while (out->length > start && out->bytes[out->length - 1] == ' ')
        buffer_truncate(out, out->length - 1);
    buffer_append_character(out, '\n');
}

enum status columns_rows(struct buffer *out, const struct rows *rows, size_t width,
    struct arena *arena, struct problem *problem)
{
    if (rows->count == 0)
        return STATUS_DONE;
    struct grid grid;
    if (!make_grid(&grid, rows, arena))
        return problem_set_no_memory(problem);
    if (width > 0)
        fit(&grid, width);
    for (size_t line = 0; line < grid.line_count; line++)
        append_line(out, &grid, line);
    return buffer_failed(out) ? problem_set_no_memory(problem) : STATUS_DONE;
}
