// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/agenda.h"

#include "rules/item_kind.h"
#include "rules/workflow.h"
#include "screens/commands.h"
#include "screens/item_edit.h"
#include "screens/list_screen.h"
#include "screens/meeting_commands.h"
#include "screens/meeting_phrases.h"
#include "store/item.h"
#include "store/meeting.h"

struct agenda_view {
    struct screen screen;
    struct arena arena;
    struct meeting meeting;
    struct agenda agenda;
    struct list list;
};

enum { NUMBER_WIDTH = 5, ASIDE_WIDTH = 22, LINKS_SHOWN = 12 };

static const struct agenda_view *view_of(const struct screen *screen)
{
    return (const struct agenda_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct agenda_view *)screen)->arena);
}

static int64_t item_under_cursor(const struct screen *screen)
{
    const struct agenda_view *view = view_of(screen);
    return view->list.cursor < view->agenda.count ? view->agenda.items[view->list.cursor].id : 0;
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

// The item to stand on: the one that was just added, else the one that was under the cursor.
static void focus(struct agenda_view *view, int64_t was, size_t count_before)
{
    int64_t wanted = was;
    list_resize(&view->list, view->agenda.count);
    if (count_before > 0 && view->agenda.count > count_before)
        for (size_t i = 0; i < view->agenda.count; i++)
            if (view->agenda.items[i].id > wanted)
                wanted = view->agenda.items[i].id;
    for (size_t i = 0; i < view->agenda.count; i++)
        if (view->agenda.items[i].id == wanted)
            view->list.cursor = i;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct agenda_view *view = (struct agenda_view *)screen;
    struct arena arena = {0};
    struct meeting meeting = {0};
    struct agenda agenda = {0};
    int64_t id = screen->destination.element;
    int64_t was = item_under_cursor(screen);
    size_t count_before = view->agenda.count;
    enum status status = meeting_load(desk->store, id, &arena, &meeting, problem);
    if (status == STATUS_DONE)
        status = agenda_load(desk->store, id, &arena, &agenda, problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    arena_clear(&view->arena);
    view->arena = arena;
    view->meeting = meeting;
    view->agenda = agenda;
    focus(view, was, count_before);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct agenda_view *view = view_of(screen);
    buffer_append(left, "Séances › ");
    phrase_meeting(left, &view->meeting);
    buffer_append(left, " › Ordre du jour");
    buffer_append_format(right, "%s · %d min",
        workflow_label(&meeting_workflow, view->meeting.state), view->agenda.planned_minutes);
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct agenda_view *view = view_of(screen);
    const struct item *item = agenda_find(&view->agenda, item_under_cursor(screen));
    if (item == NULL)
        return;
    phrase_links(out, item->links, item->link_count, LINKS_SHOWN);
    if (item->presenter != NULL && item->presenter[0] != '\0')
        buffer_append_format(
            out, "%srapporteur : %s", out->length > 0 ? " · " : "", item->presenter);
    if (out->length == 0)
        buffer_append(out, "Pas encore rattaché au plan : l le rattache à un axe ou à une action");
}

static void append_aside(struct buffer *out, const struct item *item)
{
    buffer_append(out, item_kind_label(item->kind));
    if (item->planned_minutes > 0)
        buffer_append_format(out, " · %d min", item->planned_minutes);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct agenda_view *view = context;
    const struct item *item = &view->agenda.items[row];
    enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
    struct buffer aside = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    int column = area.column + item->depth * 2;
    surface_put(surface, area.row, column, 1, style, item_mark(item));
    surface_put(surface, area.row, column + 2, NUMBER_WIDTH, style, item->number);
    column += 2 + NUMBER_WIDTH;
    surface_put(surface, area.row, column, area.column + area.width - ASIDE_WIDTH - column, style,
        item->title);
    append_aside(&aside, item);
    surface_put_right(surface, area.row, area.column, area.width, style, buffer_text(&aside));
    buffer_clear(&aside);
}

static struct list_rows rows_of(const struct agenda_view *view)
{
    return (struct list_rows){.context = view, .draw = draw_row};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct agenda_view *view = view_of(screen);
    struct list_rows rows = rows_of(view);
    list_screen_draw(&view->list, &rows,
        "L'ordre du jour est vide : a ajoute un point ; dans le plan, p y met un axe.", desk,
        surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct agenda_view *view = (struct agenda_view *)screen;
    struct list_rows rows = rows_of(view);
    return list_screen_handle(&view->list, &rows, screen->area, event);
}

static unsigned where(const struct screen *screen)
{
    return meeting_is_closed(&view_of(screen)->meeting) ? WHERE_AGENDA_SHUT : WHERE_AGENDA;
}

const struct screen_class agenda_screen = {
    .size = sizeof(struct agenda_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .where = where,
    .meeting = meeting_shown,
    .item = item_under_cursor,
    .questions = {{item_questions, ITEM_QUESTION_COUNT},
        {meeting_questions, MEETING_QUESTION_COUNT}},
};
