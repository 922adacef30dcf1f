// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance_view.h"

struct attendance_view *attendance_view_of(struct screen *screen)
{
    return (struct attendance_view *)screen;
}

const struct attendance_view *attendance_view_read(const struct screen *screen)
{
    return (const struct attendance_view *)(const void *)screen;
}

const struct attendee *attendance_focused(const struct attendance_view *view)
{
    return view->list.cursor < view->line_count ? view->lines[view->list.cursor].attendee : NULL;
}

const struct standing *attendance_standing(
    const struct attendance_view *view, const struct attendee *attendee)
{
    return &view->state.standings[attendee - view->sheet.people];
}

void attendance_go_on(struct attendance_view *view)
{
    for (size_t i = view->list.cursor + 1; i < view->line_count; i++)
        if (view->lines[i].attendee != NULL) {
            view->list.cursor = i;
            return;
        }
}
