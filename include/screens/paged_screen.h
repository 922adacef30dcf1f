// SPDX-License-Identifier: GPL-3.0-or-later
// Screens that are one long list, read page by page: their state begins with `paged_view`, their
// class names their `paged_list`, and these are their callbacks.
#ifndef GREFFE_SCREENS_PAGED_SCREEN_H
#define GREFFE_SCREENS_PAGED_SCREEN_H

#include "screens/pages.h"

struct paged_view {
    struct screen screen;
    struct pages pages;
};

struct paged_list {
    struct page_source source;
    void (*draw_row)(const struct screen *screen, const struct desk *desk, const void *row,
        struct surface *surface, struct rectangle area, bool focused);
    // What stands there instead, when there is nothing.
    const char *(*nothing)(const struct screen *screen);
};

const struct paged_view *paged_view_of(const struct screen *screen);

// The row under the cursor; NULL for none.
const void *paged_screen_focused(const struct screen *screen);

void paged_screen_clear(struct screen *screen);
enum status paged_screen_reload(struct screen *screen, struct desk *desk, struct problem *problem);
enum status paged_screen_fill(struct screen *screen, struct desk *desk, struct problem *problem);
void paged_screen_draw(const struct screen *screen, const struct desk *desk,
    struct surface *surface, struct rectangle area);
bool paged_screen_handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow);

#endif
