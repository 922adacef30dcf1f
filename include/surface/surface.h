// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of styled cells: what a screen draws on, what a terminal or a replay shows. Whatever text
// is put on it, what a cell holds may be shown (surface/cell.h).
#ifndef GREFFE_SURFACE_SURFACE_H
#define GREFFE_SURFACE_SURFACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "surface/cell.h"
#include "surface/style.h"

struct surface {
    int rows, columns;
    struct cell *cells;            // row after row
    int cursor_row, cursor_column; // where the hardware cursor goes, from 0
    bool cursor_visible;
};

struct rectangle {
    int row, column, height, width;
};

// A surface begins zeroed, and has cells once it has been resized. At least one cell; all of them
// are blank afterwards. False when memory ends: it then stays as it was.
bool surface_resize(struct surface *surface, int rows, int columns);
void surface_clear(struct surface *surface); // frees

// Blanks every cell in STYLE_TEXT; the cursor is at 0,0, hidden until it is placed.
void surface_erase(struct surface *surface);

// Puts `text` (one line) from `row`, `column` in at most `width` cells, cut with «…» when longer.
// Outside the grid nothing is drawn. A double-width grapheme of which one half is covered leaves a
// blank. Returns the cells used.
int surface_put(
    struct surface *surface, int row, int column, int width, enum style style, const char *text);

// The same for the first `length` bytes, cut without an ellipsis.
int surface_put_bytes(struct surface *surface, int row, int column, int width, enum style style,
    const char *text, size_t length);

// Right-aligned in [column, column + width).
void surface_put_right(
    struct surface *surface, int row, int column, int width, enum style style, const char *text);

// Repeats one grapheme of width 1 (a blank for another).
void surface_fill(
    struct surface *surface, struct rectangle area, enum style style, const char *grapheme);

// Gives the cells of the area another style and leaves their text.
void surface_paint(struct surface *surface, struct rectangle area, enum style style);

// Shows the cursor there, or at the nearest cell of the grid.
void surface_place_cursor(struct surface *surface, int row, int column);

// The grid as plain text: as many lines as it has rows, blanks at their end cut.
void surface_text(const struct surface *surface, struct buffer *out);

#endif
