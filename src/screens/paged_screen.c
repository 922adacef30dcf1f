// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/paged_screen.h"

#include "screens/list_screen.h"

const struct paged_view *paged_view_of(const struct screen *screen)
{
    return (const struct paged_view *)(const void *)screen;
}

static struct pages *pages_of(struct screen *screen)
{
    return &((struct paged_view *)screen)->pages;
}

const void *paged_screen_focused(const struct screen *screen)
{
    return pages_focused(&paged_view_of(screen)->pages, &screen->class->paged->source);
}

void paged_screen_clear(struct screen *screen)
{
    pages_clear(pages_of(screen));
}

enum status paged_screen_reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    return pages_reload(pages_of(screen), &screen->class->paged->source, screen, desk, problem);
}

enum status paged_screen_fill(struct screen *screen, struct desk *desk, struct problem *problem)
{
    return pages_fill(pages_of(screen), &screen->class->paged->source, screen, desk, problem);
}

struct drawing {
    const struct screen *screen;
    const struct desk *desk;
};

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct drawing *drawing = context;
    const struct screen *screen = drawing->screen;
    const struct paged_list *list = screen->class->paged;
    list->draw_row(screen, drawing->desk,
        pages_row(&paged_view_of(screen)->pages, &list->source, row), surface, area, focused);
}

void paged_screen_draw(const struct screen *screen, const struct desk *desk,
    struct surface *surface, struct rectangle area)
{
    const struct drawing drawing = {screen, desk};
    struct list_rows rows = {.context = &drawing, .draw = draw_row};
    list_screen_draw(&paged_view_of(screen)->pages.list, &rows,
        screen->class->paged->nothing(screen), desk, surface, area);
}

bool paged_screen_handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    const struct drawing drawing = {screen, desk};
    struct list_rows rows = {.context = &drawing, .draw = draw_row};
    return pages_handle(
        pages_of(screen), &screen->class->paged->source, &rows, screen, desk, event);
}
