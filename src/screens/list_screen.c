// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/list_screen.h"

#include "surface/paragraph.h"

void list_screen_draw(const struct list *list, const struct list_rows *rows, const char *nothing,
    const struct desk *desk, struct surface *surface, struct rectangle area)
{
    area.row++;
    area.height--;
    if (list->count > 0) {
        list_draw(list, surface, area, rows, desk->question == NULL && desk->pick == NULL);
        return;
    }
    struct rectangle sentence = {area.row, 2, area.height, area.width - 4};
    paragraph_draw(surface, sentence, STYLE_MUTED, nothing);
    surface_place_cursor(surface, area.row, 1);
}

static bool click(struct list *list, const struct list_rows *rows, struct rectangle area,
    const struct event *event)
{
    area.row++;
    area.height--;
    int line = event->row - area.row;
    size_t row =
        line < 0 || line >= area.height ? list->count : list_row_at(list, area, rows, line);
    if (row >= list->count)
        return false;
    list->cursor = row;
    return true;
}

bool list_screen_handle(struct list *list, const struct list_rows *rows, struct rectangle area,
    const struct event *event)
{
    const int least = 3;
    int page = area.height - 2;
    if (event->type == EVENT_CLICK)
        return click(list, rows, area, event);
    return list_handle(list, event, (size_t)(page < least ? least : page));
}
