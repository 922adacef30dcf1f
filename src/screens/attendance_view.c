// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance_view.h"

#include <string.h>

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

size_t attendance_mark_count(const struct attendance_view *view)
{
    return view->marks.length / sizeof(int64_t);
}

int64_t attendance_mark(const struct attendance_view *view, size_t index)
{
    int64_t attendee = 0;
    memcpy(&attendee, view->marks.bytes + index * sizeof attendee, sizeof attendee);
    return attendee;
}

static size_t find_mark(const struct attendance_view *view, int64_t attendee)
{
    size_t count = attendance_mark_count(view);
    for (size_t i = 0; i < count; i++)
        if (attendance_mark(view, i) == attendee)
            return i;
    return count;
}

bool attendance_is_marked(const struct attendance_view *view, int64_t attendee)
{
    return find_mark(view, attendee) < attendance_mark_count(view);
}

void attendance_set_mark(struct attendance_view *view, int64_t attendee, bool marked)
{
    size_t place = find_mark(view, attendee);
    bool is_marked = place < attendance_mark_count(view);
    if (marked && !is_marked)
        buffer_append_bytes(&view->marks, (const char *)&attendee, sizeof attendee);
    else if (!marked && is_marked)
        buffer_splice(&view->marks, place * sizeof attendee, sizeof attendee, "", 0);
}

void attendance_go_on(struct attendance_view *view)
{
    for (size_t i = view->list.cursor + 1; i < view->line_count; i++)
        if (view->lines[i].attendee != NULL) {
            view->list.cursor = i;
            return;
        }
}
