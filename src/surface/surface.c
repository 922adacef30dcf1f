// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/surface.h"

#include <stdlib.h>
#include <string.h>

#include "text/character.h"

static const char ellipsis[] = "…";

static struct cell *cell_at(const struct surface *surface, int row, int column)
{
    return &surface->cells[(size_t)row * (size_t)surface->columns + (size_t)column];
}

static bool is_inside(const struct surface *surface, int row, int column)
{
    return row >= 0 && row < surface->rows && column >= 0 && column < surface->columns;
}

void surface_clear(struct surface *surface)
{
    free(surface->cells);
    *surface = (struct surface){0};
}

bool surface_resize(struct surface *surface, int rows, int columns)
{
    rows = rows < 1 ? 1 : rows;
    columns = columns < 1 ? 1 : columns;
    struct cell *cells = calloc((size_t)rows * (size_t)columns, sizeof *cells);
    if (cells == NULL)
        return false;
    free(surface->cells);
    surface->cells = cells;
    surface->rows = rows;
    surface->columns = columns;
    surface_erase(surface);
    return true;
}

void surface_erase(struct surface *surface)
{
    size_t count = (size_t)surface->rows * (size_t)surface->columns;
    for (size_t i = 0; i < count; i++)
        cell_set_blank(&surface->cells[i], STYLE_TEXT);
    surface->cursor_row = 0;
    surface->cursor_column = 0;
    surface->cursor_visible = false;
}

// Half of a double-width grapheme never stays alone.
static void part_halves(const struct surface *surface, int row, int column, int width)
{
    struct cell *first = cell_at(surface, row, column);
    struct cell *last = first + width - 1;
    if (first->width == 0 && column > 0)
        cell_set_blank(first - 1, (enum style)first[-1].style);
    if (last->width == 2 && column + width < surface->columns)
        cell_set_blank(last + 1, (enum style)last->style);
}

// The cell and, right of a wide one, its other half. Both must be inside.
static void set_cell(const struct surface *surface, int row, int column, const struct cell *cell)
{
    struct cell *place = cell_at(surface, row, column);
    part_halves(surface, row, column, cell->width);
    *place = *cell;
    if (cell->width == 2)
        place[1] = (struct cell){"", 0, cell->style};
}

static void put_grapheme(
    struct surface *surface, int row, int column, int used, const struct cell *cell)
{
    int place = column + used;
    bool inside = is_inside(surface, row, place);
    if (cell->width > 0 && inside && is_inside(surface, row, place + cell->width - 1))
        set_cell(surface, row, place, cell);
    // A mark that comes alone goes on the grapheme put just before it.
    else if (cell->width == 0 && used > 0 && is_inside(surface, row, place - 1)) {
        struct cell *before = cell_at(surface, row, place - 1);
        cell_join_mark(before->width == 0 && place > 1 ? before - 1 : before, cell->text);
    }
}

// Cells from `column` that text may take.
static int room(const struct surface *surface, int row, int column, int width)
{
    if (row < 0 || row >= surface->rows || column >= surface->columns)
        return 0;
    return width < surface->columns - column ? width : surface->columns - column;
}

// As many plain characters as come, straight into their cells.
static int put_plain(struct surface *surface, int row, int column, int width, enum style style,
    struct cell_reader *reader)
{
    int used = 0;
    struct cell cell = {.style = (unsigned char)style};
    struct cell *place = cell_at(surface, row, column);
    for (; used < width && cell_read_plain(reader, &cell); used++, place++) {
        if (place->width != 1)
            part_halves(surface, row, column + used, 1);
        *place = cell;
    }
    return used;
}

static int put(struct surface *surface, int row, int column, int width, enum style style,
    struct cell_reader reader)
{
    struct cell cell = {.style = (unsigned char)style};
    int used = 0;
    for (;;) {
        if (column + used >= 0)
            used += put_plain(surface, row, column + used, width - used, style, &reader);
        if (!cell_read(&reader, &cell) || used + cell.width > width)
            return used;
        put_grapheme(surface, row, column, used, &cell);
        used += cell.width;
    }
}

int surface_put_bytes(struct surface *surface, int row, int column, int width, enum style style,
    const char *text, size_t length)
{
    width = room(surface, row, column, width);
    return width < 1
               ? 0
               : put(surface, row, column, width, style, (struct cell_reader){text, length, 0});
}

// True when all of it fits; else `kept` is what stands before an ellipsis.
static bool fits(const char *text, size_t length, int width, size_t *kept)
{
    struct cell_reader reader = {text, length, 0};
    struct cell cell;
    int used = 0;
    *kept = 0;
    // No grapheme takes more cells than bytes.
    if (length <= (size_t)width)
        return true;
    while (cell_read(&reader, &cell)) {
        used += cell.width;
        if (used > width)
            return false;
        if (used < width)
            *kept = reader.offset;
    }
    return true;
}

int surface_put(
    struct surface *surface, int row, int column, int width, enum style style, const char *text)
{
    size_t length = strlen(text);
    size_t kept;
    width = room(surface, row, column, width);
    if (width < 1)
        return 0;
    if (fits(text, length, width, &kept))
        return put(surface, row, column, width, style, (struct cell_reader){text, length, 0});
    kept = text_without_trailing_blanks(text, kept);
    int used = put(surface, row, column, width, style, (struct cell_reader){text, kept, 0});
    struct cell cell = {.width = 1, .style = (unsigned char)style};
    memcpy(cell.text, ellipsis, sizeof ellipsis);
    put_grapheme(surface, row, column, used, &cell);
    return used + 1;
}

static int width_of(const char *text, int limit)
{
    struct cell_reader reader = {text, strlen(text), 0};
    struct cell cell;
    int used = 0;
    while (used <= limit && cell_read(&reader, &cell))
        used += cell.width;
    return used;
}

void surface_put_right(
    struct surface *surface, int row, int column, int width, enum style style, const char *text)
{
    if (width < 1)
        return;
    int used = width_of(text, width);
    int shift = used < width ? width - used : 0;
    surface_put(surface, row, column + shift, width - shift, style, text);
}

// The part of the area that is on the grid.
static struct rectangle clip(const struct surface *surface, struct rectangle area)
{
    int top = area.row < 0 ? 0 : area.row;
    int left = area.column < 0 ? 0 : area.column;
    int bottom = area.row + area.height;
    int right = area.column + area.width;
    bottom = bottom > surface->rows ? surface->rows : bottom;
    right = right > surface->columns ? surface->columns : right;
    return (struct rectangle){top, left, bottom - top, right - left};
}

void surface_fill(
    struct surface *surface, struct rectangle area, enum style style, const char *grapheme)
{
    struct cell_reader reader = {grapheme, strlen(grapheme), 0};
    struct cell cell = {.style = (unsigned char)style};
    if (!cell_read(&reader, &cell) || cell.width != 1)
        cell_set_blank(&cell, style);
    area = clip(surface, area);
    for (int row = area.row; row < area.row + area.height; row++)
        for (int column = area.column; column < area.column + area.width; column++)
            set_cell(surface, row, column, &cell);
}

void surface_paint(struct surface *surface, struct rectangle area, enum style style)
{
    area = clip(surface, area);
    for (int row = area.row; row < area.row + area.height; row++)
        for (int column = area.column; column < area.column + area.width; column++)
            cell_at(surface, row, column)->style = (unsigned char)style;
}

static int within(int value, int count)
{
    return value < 0 ? 0 : value >= count ? count - 1 : value;
}

void surface_place_cursor(struct surface *surface, int row, int column)
{
    surface->cursor_row = within(row, surface->rows);
    surface->cursor_column = within(column, surface->columns);
    surface->cursor_visible = true;
}

void surface_text(const struct surface *surface, struct buffer *out)
{
    for (int row = 0; row < surface->rows; row++) {
        int end = surface->columns;
        while (end > 0 && strcmp(cell_at(surface, row, end - 1)->text, " ") == 0)
            end--;
        for (int column = 0; column < end; column++)
            buffer_append(out, cell_at(surface, row, column)->text);
        buffer_append_character(out, '\n');
    }
}
