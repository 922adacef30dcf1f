// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_points.h"

#include "text/fold.h"

static bool answers(const struct meeting_view *view, const struct item *item)
{
    const char *query = editor_text(&view->search);
    return query[0] == '\0' || text_matches(item->title, query) ||
           text_is_same(item->number, query);
}

void meeting_points_find(struct meeting_view *view)
{
    size_t count = 0;
    view->points = arena_array(&view->arena, view->agenda.count + 1, sizeof *view->points);
    for (size_t i = 0; view->points != NULL && i < view->agenda.count; i++)
        if (answers(view, &view->agenda.items[i]))
            view->points[count++] = i;
    list_resize(&view->point_rows, view->points == NULL ? view->agenda.count : count);
    view->point_rows.cursor = 0;
    for (size_t row = 0; row < view->point_rows.count; row++)
        if (meeting_point(view, row)->id == view->item)
            view->point_rows.cursor = row;
}

const struct item *meeting_point(const struct meeting_view *view, size_t row)
{
    if (row >= view->point_rows.count)
        return NULL;
    return &view->agenda.items[view->points == NULL ? row : view->points[row]];
}

void meeting_points_search(struct meeting_view *view)
{
    view->searches = true;
    editor_set(&view->search, "");
    meeting_points_find(view);
}

void meeting_points_command(struct meeting_view *view)
{
    meeting_points_search(view);
    view->searches = false;
}
