// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/convention.h"

#include "screens/desk.h"
#include "store/plan.h"
#include "surface/paragraph.h"
#include "widgets/list.h"

struct convention_view {
    struct screen screen;
    struct arena arena;
    struct convention_section *sections;
    size_t count;
    struct list list;
};

static void clear(struct screen *screen)
{
    arena_clear(&((struct convention_view *)screen)->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct convention_view *view = (struct convention_view *)screen;
    arena_clear(&view->arena);
    view->count = 0;
    enum status status =
        plan_load_convention(desk->store, &view->arena, &view->sections, &view->count, problem);
    list_resize(&view->list, view->count);
    return status;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)screen;
    (void)desk;
    (void)right;
    buffer_append(left, "Convention");
}

static int row_height(const void *context, size_t row, int width)
{
    const struct convention_view *view = context;
    return 2 + paragraph_height(view->sections[row].body, width - 2);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct convention_view *view = context;
    struct rectangle rest = {area.row, area.column, area.height, area.width - 2};
    paragraph_draw_down(
        surface, &rest, focused ? STYLE_FOCUS : STYLE_PROMPT, view->sections[row].heading);
    paragraph_draw_down(surface, &rest, STYLE_TEXT, view->sections[row].body);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct convention_view *view = (const struct convention_view *)(const void *)screen;
    struct list_rows rows = {view, row_height, draw_row};
    list_draw(&view->list, surface, area, &rows, true);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    return list_handle(&((struct convention_view *)screen)->list, event, 3);
}

const struct screen_class convention_screen = {
    .size = sizeof(struct convention_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .handle = handle,
};
