// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list.h"

enum { MARGINS = 2 }; // the mark left, the arrows right

void list_resize(struct list *list, size_t count)
{
    list->count = count;
    if (list->cursor >= count)
        list->cursor = count == 0 ? 0 : count - 1;
}

static void move_back(struct list *list, size_t rows)
{
    list->cursor = rows < list->cursor ? list->cursor - rows : 0;
}

static void move_on(struct list *list, size_t rows)
{
    size_t behind = list->count == 0 ? 0 : list->count - 1 - list->cursor;
    list->cursor += rows < behind ? rows : behind;
}

static bool scroll(struct list *list, int lines)
{
    if (lines < 0)
        move_back(list, (size_t)-lines);
    else
        move_on(list, (size_t)lines);
    return true;
}

bool list_handle(struct list *list, const struct event *event, size_t page)
{
    if (event->type == EVENT_SCROLL)
        return scroll(list, event->lines);
    const struct {
        key_code key;
        void (*move)(struct list *list, size_t rows);
        size_t rows;
    } moves[] = {
        {INPUT_UP, move_back, 1},
        {INPUT_DOWN, move_on, 1},
        {INPUT_PAGE_UP, move_back, page == 0 ? 1 : page},
        {INPUT_PAGE_DOWN, move_on, page == 0 ? 1 : page},
        {INPUT_HOME, move_back, list->count},
        {INPUT_END, move_on, list->count},
    };
    for (size_t i = 0; event->type == EVENT_KEY && i < sizeof moves / sizeof moves[0]; i++) {
        if (moves[i].key == event->key) {
            moves[i].move(list, moves[i].rows);
            return true;
        }
    }
    return false;
}

int list_row_width(int width)
{
    return width - MARGINS;
}

static int row_height(const struct list_rows *rows, size_t row, struct rectangle area)
{
    int height =
        rows->height == NULL ? 1 : rows->height(rows->context, row, list_row_width(area.width));
    return height < 1 ? 1 : height;
}

// Lines that the rows behind the cursor take, no more than `most`.
static int height_behind(
    const struct list *list, const struct list_rows *rows, struct rectangle area, int most)
{
    int height = 0;
    for (size_t row = list->cursor + 1; row < list->count && height < most; row++)
        height += row_height(rows, row, area);
    return height < most ? height : most;
}

static size_t first_row(
    const struct list *list, const struct list_rows *rows, struct rectangle area)
{
    if (list->count == 0)
        return 0;
    int spare = area.height - row_height(rows, list->cursor, area);
    int behind = height_behind(list, rows, area, spare - spare / 2);
    size_t first = list->cursor;
    for (int before = spare - behind; first > 0; first--) {
        before -= row_height(rows, first - 1, area);
        if (before < 0)
            break;
    }
    return first;
}

static void draw_mark(struct surface *surface, struct rectangle row, bool active)
{
    surface_put(surface, row.row, row.column, 1, active ? STYLE_FOCUS : STYLE_MUTED, "›");
    if (active)
        surface_place_cursor(surface, row.row, row.column);
}

static void draw_row(const struct list *list, size_t row, const struct list_rows *rows,
    struct surface *surface, struct rectangle area, bool active)
{
    struct rectangle between = {area.row, area.column + 1, area.height, list_row_width(area.width)};
    bool focused = row == list->cursor;
    rows->draw(rows->context, row, surface, between, focused);
    if (focused)
        draw_mark(surface, area, active);
}

static void draw_arrows(struct surface *surface, struct rectangle area, bool above, bool below)
{
    int column = area.column + area.width - 1;
    bool both = above && below && area.height == 1;
    if (above)
        surface_put(surface, area.row, column, 1, STYLE_MUTED, both ? "↕" : "↑");
    if (below && !both)
        surface_put(surface, area.row + area.height - 1, column, 1, STYLE_MUTED, "↓");
}

void list_draw(const struct list *list, struct surface *surface, struct rectangle area,
    const struct list_rows *rows, bool active)
{
    if (area.height < 1 || area.width <= MARGINS)
        return;
    size_t first = first_row(list, rows, area);
    size_t row = first;
    bool cut = false;
    struct rectangle rest = area;
    for (; row < list->count && rest.height > 0; row++) {
        int height = row_height(rows, row, area);
        cut = height > rest.height;
        height = cut ? rest.height : height;
        draw_row(list, row, rows, surface,
            (struct rectangle){rest.row, rest.column, height, rest.width}, active);
        rest.row += height;
        rest.height -= height;
    }
    draw_arrows(surface, area, first > 0, cut || row < list->count);
}

size_t list_row_at(
    const struct list *list, struct rectangle area, const struct list_rows *rows, int line)
{
    if (line < 0 || line >= area.height || area.width <= MARGINS)
        return list->count;
    size_t row = first_row(list, rows, area);
    for (int end = 0; row < list->count; row++) {
        end += row_height(rows, row, area);
        if (line < end)
            break;
    }
    return row;
}
