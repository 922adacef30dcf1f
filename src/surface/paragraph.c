// SPDX-License-Identifier: GPL-3.0-or-later
#include "surface/paragraph.h"

#include <string.h>

#include "text/utf8.h"

int paragraph_height(const char *text, int width)
{
    return (int)text_wrap_count(text, width < 1 ? 1 : (size_t)width);
}

int paragraph_draw(
    struct surface *surface, struct rectangle area, enum style style, const char *text)
{
    size_t length = strlen(text);
    size_t offset = 0;
    int drawn = 0;
    if (area.width < 1)
        return 0;
    do {
        struct text_line line = text_wrap(text, length, offset, (size_t)area.width);
        if (drawn < area.height)
            surface_put_bytes(surface, area.row + drawn++, area.column, area.width, style,
                text + offset, line.end - offset);
        offset = line.next;
    } while (offset < length && drawn < area.height);
    return drawn;
}

void paragraph_draw_down(
    struct surface *surface, struct rectangle *area, enum style style, const char *text)
{
    int drawn = paragraph_draw(surface, *area, style, text);
    area->row += drawn;
    area->height -= drawn;
}
