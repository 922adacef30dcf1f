// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decisions.h"

#include "rules/workflow.h"
#include "screens/desk.h"
#include "screens/plan_phrases.h"
#include "store/register.h"
#include "widgets/list.h"

// Read a page at a time: the next one when the cursor nears the end.
enum { PAGE = 200, NUMBER_WIDTH = 20 };

struct decisions_view {
    struct screen screen;
    struct arena arena;
    struct register_decision *decisions;
    size_t count, capacity;
    bool complete;
    struct buffer about; // «axe 6», empty for the whole register
    struct list list;
};

static const struct decisions_view *view_of(const struct screen *screen)
{
    return (const struct decisions_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    struct decisions_view *view = (struct decisions_view *)screen;
    arena_clear(&view->arena);
    buffer_clear(&view->about);
}

static enum status read_page(
    struct decisions_view *view, struct desk *desk, struct problem *problem)
{
    const struct destination *destination = &view->screen.destination;
    struct register_filter filter = {.level = destination->level, .element = destination->element};
    struct register_decision *page = NULL;
    size_t count = 0;
    int64_t after = view->count == 0 ? 0 : view->decisions[view->count - 1].id;
    enum status status =
        register_decisions(desk->store, &filter, after, PAGE, &view->arena, &page, &count, problem);
    for (size_t i = 0; status == STATUS_DONE && i < count; i++) {
        struct register_decision *grown =
            arena_grow(&view->arena, view->decisions, view->count, &view->capacity, sizeof *grown);
        if (grown == NULL)
            return problem_set_no_memory(problem);
        view->decisions = grown;
        view->decisions[view->count++] = page[i];
    }
    view->complete = count < PAGE;
    list_resize(&view->list, view->count);
    return status;
}

static void name_subject(struct decisions_view *view, const struct desk *desk)
{
    const struct destination *destination = &view->screen.destination;
    struct arena arena = {0};
    struct plan plan = {0};
    buffer_reset(&view->about);
    if (destination->element != 0 &&
        plan_load(desk->store, desk_today(desk), true, &arena, &plan, NULL) == STATUS_DONE)
        phrase_element(&view->about, &plan, destination->level, destination->element);
    arena_clear(&arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct decisions_view *view = (struct decisions_view *)screen;
    size_t cursor = view->list.cursor;
    arena_clear(&view->arena);
    view->decisions = NULL;
    view->count = view->capacity = 0;
    view->complete = false;
    name_subject(view, desk);
    enum status status = STATUS_DONE;
    do
        status = read_page(view, desk, problem);
    while (status == STATUS_DONE && !view->complete && view->count <= cursor);
    if (cursor < view->count)
        view->list.cursor = cursor;
    return status;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    const struct decisions_view *view = view_of(screen);
    buffer_append(left, "Décisions");
    if (view->about.length > 0)
        buffer_append_format(left, " › %s", buffer_text(&view->about));
}

static const struct register_decision *focused(const struct decisions_view *view)
{
    return view->list.cursor < view->count ? &view->decisions[view->list.cursor] : NULL;
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct register_decision *decision = focused(view_of(screen));
    if (decision == NULL)
        return;
    buffer_append_format(out, "%s · %s", workflow_label(&decision_workflow, decision->state),
        decision->meeting_reference);
    if (decision->axes != NULL)
        buffer_append_format(out, " · axes %s", decision->axes);
    if (decision->actions != NULL)
        buffer_append_format(out, " · actions %s", decision->actions);
}

static void draw_row(const void *context, size_t row, struct surface *surface,
    struct rectangle area, bool focused_row)
{
    const struct decisions_view *view = context;
    const struct register_decision *decision = &view->decisions[row];
    if (focused_row)
        surface_paint(surface, area, STYLE_FOCUS);
    surface_put(surface, area.row, area.column, NUMBER_WIDTH - 1,
        focused_row                ? STYLE_FOCUS
        : decision->number == NULL ? STYLE_PROVISIONAL
                                   : STYLE_DECISION,
        decision->number == NULL ? "séance ouverte" : decision->number);
    surface_put(surface, area.row, area.column + NUMBER_WIDTH, area.width - NUMBER_WIDTH,
        focused_row ? STYLE_FOCUS : STYLE_TEXT, decision->text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct decisions_view *view = view_of(screen);
    area.row++;
    area.height--;
    if (view->count == 0) {
        surface_put(surface, area.row, 2, area.width - 4, STYLE_MUTED,
            "Aucune décision encore : elles se notent en séance, derrière un !.");
        surface_place_cursor(surface, area.row, 1);
        return;
    }
    struct list_rows rows = {.context = view, .draw = draw_row};
    list_draw(&view->list, surface, area, &rows, true);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct decisions_view *view = (struct decisions_view *)screen;
    size_t page = (size_t)screen->area.height - 2;
    struct problem problem = {0};
    bool used = list_handle(&view->list, event, page);
    if (used && !view->complete && view->list.cursor + page >= view->count &&
        read_page(view, desk, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    return used;
}

void decisions_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct register_decision *decision = focused(view_of(screen));
    if (decision != NULL)
        follow_go(follow, PLACE_DECISION, PLAN_FIELD, decision->id);
}

const struct screen_class decisions_screen = {
    .size = sizeof(struct decisions_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
};
