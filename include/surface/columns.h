// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a list, which share the room of a line by what they hold.
#ifndef GREFFE_SURFACE_COLUMNS_H
#define GREFFE_SURFACE_COLUMNS_H

#include <stddef.h>

#include "surface/surface.h"

enum { COLUMNS_GAP = 2 };

// Notes that a column holds a text, `indent` cells in.
void columns_hold(int *width, int indent, const char *text);

// Cuts the widest ones first, until all stand beside each other in `room` with their gaps. The
// first, which names the line, is cut once it is twice as wide as any other.
void columns_share(int *widths, size_t count, int room);

// The text in a column that begins at `column`; an ellipsis where it is cut. Returns where the next
// column begins.
int columns_put(
    struct surface *surface, int row, int column, int width, enum style style, const char *text);

#endif
