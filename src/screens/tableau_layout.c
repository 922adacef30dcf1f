// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/tableau_layout.h"

enum {
    TWO_COLUMNS = 80,
    WITH_DETAIL = 140,
    WITH_ACTIONS_HEIGHT = 32, // 8 lines a pane of four rows: actions only crowd a smaller one
    DETAIL_SHARE = 3,
    LEAST_PANE = 2,
};

// Lines wanted by a row of panes: the tallest of its columns.
static int row_need(const struct tableau_layout *layout, const int *axes, size_t row)
{
    int need = LEAST_PANE;
    for (size_t pane = row; pane < layout->pane_count; pane += layout->rows)
        if (axes[pane] + 1 > need)
            need = axes[pane] + 1;
    return need;
}

// Gives each row of panes its height. True when all of them fit.
static bool share_height(
    const struct tableau_layout *layout, int height, const int *axes, int heights[TABLEAU_PANES])
{
    int total = 0;
    int tallest = 0;
    int rows = (int)layout->rows;
    for (size_t row = 0; row < layout->rows; row++) {
        heights[row] = row_need(layout, axes, row);
        total += heights[row];
        if (heights[row] > tallest)
            tallest = heights[row];
    }
    if (tallest * rows <= height) {
        for (size_t row = 0; row < layout->rows; row++)
            heights[row] = height / rows;
        return true;
    }
    return total <= height;
}

// The first row of panes to draw so that `focus` shows whole where it can.
static size_t first_row(const int heights[TABLEAU_PANES], size_t focus, int height)
{
    size_t first = focus;
    int used = heights[focus];
    while (first > 0 && used + heights[first - 1] <= height)
        used += heights[--first];
    return first;
}

static void place_rows(struct tableau_layout *layout, struct rectangle area,
    const int heights[TABLEAU_PANES], size_t first, int width)
{
    int row_top = area.row;
    int bottom = area.row + area.height;
    for (size_t row = first; row < layout->rows; row++) {
        int left = bottom - row_top;
        int height = heights[row] < left ? heights[row] : left;
        if (height < LEAST_PANE)
            return;
        for (size_t pane = row; pane < layout->pane_count; pane += layout->rows)
            layout->panes[pane] = (struct rectangle){
                row_top, area.column + (int)(pane / layout->rows) * width, height, width};
        row_top += height;
    }
}

void tableau_layout(struct tableau_layout *layout, struct rectangle area, const int *axes,
    size_t pane_count, size_t focus)
{
    *layout = (struct tableau_layout){0};
    layout->pane_count = pane_count < TABLEAU_PANES ? pane_count : TABLEAU_PANES;
    if (layout->pane_count == 0)
        return;
    if (area.width >= WITH_DETAIL) {
        int width = area.width / DETAIL_SHARE;
        layout->detail =
            (struct rectangle){area.row, area.column + area.width - width, area.height, width};
        area.width -= width;
    }
    layout->columns = area.width >= TWO_COLUMNS ? 2 : 1;
    layout->with_actions = layout->columns == 2 && area.height >= WITH_ACTIONS_HEIGHT;
    layout->rows = (layout->pane_count + (size_t)layout->columns - 1) / (size_t)layout->columns;
    int heights[TABLEAU_PANES] = {0};
    bool fits = share_height(layout, area.height, axes, heights);
    size_t first = fits ? 0 : first_row(heights, focus % layout->rows, area.height);
    place_rows(layout, area, heights, first, area.width / layout->columns);
}
