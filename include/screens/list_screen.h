// SPDX-License-Identifier: GPL-3.0-or-later
// What screens that are one list under their title have in common.
#ifndef GREFFE_SCREENS_LIST_SCREEN_H
#define GREFFE_SCREENS_LIST_SCREEN_H

#include <stdbool.h>

#include "screens/desk.h"
#include "screens/screen.h"
#include "surface/surface.h"
#include "widgets/list.h"

// Draws the list below a blank line, or the sentence `nothing` with the cursor before it.
void list_screen_draw(const struct list *list, const struct list_rows *rows, const char *nothing,
    const struct desk *desk, struct surface *surface, struct rectangle area);

// The keys of the list, and a click on one of its rows, which stand in `area` as above; a page is
// what shows.
bool list_screen_handle(struct list *list, const struct list_rows *rows, struct rectangle area,
    const struct event *event);

#endif
