// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the attendance screen, shared by the files that make it: attendance.c (the screen),
// attendance_commands.c (its keys).
#ifndef GREFFE_SCREENS_ATTENDANCE_VIEW_H
#define GREFFE_SCREENS_ATTENDANCE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screens/marks.h"
#include "screens/screen.h"
#include "store/attendance.h"
#include "store/attendance_count.h"
#include "store/meeting.h"
#include "widgets/list.h"

// A person, or the heading of a college, on which the cursor never stays.
struct attendance_line {
    const struct attendee *attendee; // NULL for a heading
    const char *heading;
    int64_t college; // of a heading; -1 for that of the guests
};

struct attendance_view {
    struct screen screen;
    struct arena arena; // what is below up to `list`
    struct meeting meeting;
    struct attendance_sheet sheet;
    struct attendance_state state; // at the current item
    struct attendance_line *lines;
    size_t line_count;
    struct list list;
    struct marks marks;
};

struct attendance_view *attendance_view_of(struct screen *screen);
const struct attendance_view *attendance_view_read(const struct screen *screen);

const struct attendee *attendance_focused(const struct attendance_view *view); // NULL for none
const struct standing *attendance_standing(
    const struct attendance_view *view, const struct attendee *attendee);

// The next person, past headings; stays on the last one.
void attendance_go_on(struct attendance_view *view);

#endif
