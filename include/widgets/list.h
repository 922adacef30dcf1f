// SPDX-License-Identifier: GPL-3.0-or-later
// A list of rows under a cursor, any of them taller than one line; a screen owns the rows, the list
// owns where one is. What shows follows from the cursor alone: its row stands in the middle, but
// near either end of the list, so drawing changes nothing and a click finds the row again.
#ifndef GREFFE_WIDGETS_LIST_H
#define GREFFE_WIDGETS_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "surface/key.h"
#include "surface/surface.h"

// Empty when zeroed.
struct list {
    size_t count;
    size_t cursor; // below count, 0 when empty
};

// The number of rows has changed: the cursor stays or goes to the last row.
void list_resize(struct list *list, size_t count);

// Up, down, page up and down, Home, End, the wheel; `page` is how many rows a page holds. True when
// it was one of these (even if nothing moved).
bool list_handle(struct list *list, const struct event *event, size_t page);

// How to draw. `height` gives a row's lines at a width (NULL: always 1).
struct list_rows {
    const void *context;
    int (*height)(const void *context, size_t row, int width);
    void (*draw)(const void *context, size_t row, struct surface *surface, struct rectangle area,
        bool focused);
};

// The cells that a row is drawn in, in a list that is `width` wide.
int list_row_width(int width);

// Draws the rows that fit so that the cursor's row shows; marks the focused row with `›` in the
// first column (never colour alone), places the hardware cursor there when `active`, and shows
// `↑`/`↓` (`↕` for both in one line) in the last column where rows are hidden. Rows are drawn in
// the columns between, in areas cut to the lines that are left.
void list_draw(const struct list *list, struct surface *surface, struct rectangle area,
    const struct list_rows *rows, bool active);

// The row at a line of the area as `list_draw` shows it, or `count`.
size_t list_row_at(
    const struct list *list, struct rectangle area, const struct list_rows *rows, int line);

#endif
