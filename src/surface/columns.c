// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/columns.h"

#include "text/grapheme.h"

void columns_hold(int *width, int indent, const char *text)
{
    int held = indent + (int)text_width(text);
    *width = held > *width ? held : *width;
}

static int room_taken(const int *widths, size_t count)
{
    int taken = 0;
    for (size_t i = 0; i < count; i++)
        taken += widths[i] > 0 ? widths[i] + COLUMNS_GAP : 0;
    return taken > 0 ? taken - COLUMNS_GAP : 0;
}

// Whose turn it is to be cut. The first says what the line is about: it counts for half.
static size_t next_to_cut(const int *widths, size_t count)
{
    size_t widest = 0;
    for (size_t i = 1; i < count; i++)
        if (widths[i] >= (widest == 0 ? widths[0] / 2 : widths[widest]))
            widest = i;
    return widest;
}

void columns_share(int *widths, size_t count, int room)
{
    for (int over = room_taken(widths, count) - room; over > 0; over--) {
        size_t cut = next_to_cut(widths, count);
        if (widths[cut] <= 1)
            return;
        widths[cut]--;
    }
}

int columns_put(
    struct surface *surface, int row, int column, int width, enum style style, const char *text)
{
    surface_put(surface, row, column, width, style, text);
    return column + (width > 0 ? width + COLUMNS_GAP : 0);
}
