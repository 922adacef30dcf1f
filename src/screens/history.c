// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/history.h"

#include <inttypes.h>
#include <string.h>

#include "screens/desk.h"
#include "store/journal.h"
#include "store/undo.h"
#include "widgets/list.h"

enum { PAGE = 200, HOUR_WIDTH = 17 };

struct history_view {
    struct screen screen;
    struct arena arena;
    struct journal_entry *entries;
    size_t count, capacity;
    bool complete;
    struct list list;
};

static const struct history_view *view_of(const struct screen *screen)
{
    return (const struct history_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct history_view *)screen)->arena);
}

static enum status read_page(struct history_view *view, struct desk *desk, struct problem *problem)
{
    struct journal_page page = {0};
    int64_t before = view->count == 0 ? 0 : view->entries[view->count - 1].id;
    enum status status = journal_list(desk->store, before, PAGE, &view->arena, &page, problem);
    for (size_t i = 0; status == STATUS_DONE && i < page.count; i++) {
        struct journal_entry *grown =
            arena_grow(&view->arena, view->entries, view->count, &view->capacity, sizeof *grown);
        if (grown == NULL)
            return problem_set_no_memory(problem);
        view->entries = grown;
        view->entries[view->count++] = page.entries[i];
    }
    view->complete = page.count < PAGE;
    list_resize(&view->list, view->count);
    return status;
}

static const struct journal_entry *focused(const struct history_view *view)
{
    return view->list.cursor < view->count ? &view->entries[view->list.cursor] : NULL;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct history_view *view = (struct history_view *)screen;
    const struct journal_entry *was = focused(view);
    int64_t id = was == NULL ? 0 : was->id;
    size_t cursor = view->list.cursor;
    arena_clear(&view->arena);
    view->entries = NULL;
    view->count = view->capacity = 0;
    view->complete = false;
    enum status status = STATUS_DONE;
    do
        status = read_page(view, desk, problem);
    while (status == STATUS_DONE && !view->complete && view->count <= cursor);
    for (size_t i = 0; i < view->count; i++)
        if (view->entries[i].id == id)
            view->list.cursor = i;
    return status;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)screen;
    (void)desk;
    (void)right;
    buffer_append(left, "Historique");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct journal_entry *entry = focused(view_of(screen));
    if (entry == NULL)
        return;
    buffer_append_format(
        out, "Geste %" PRId64 " · %s · poste %s", entry->rank, entry->author, entry->site);
    if (entry->meeting != NULL)
        buffer_append_format(out, " · %s", entry->meeting);
    if (entry->undone)
        buffer_append(out, " · annulé");
}

static void append_hour(struct buffer *out, const struct journal_entry *entry)
{
    const size_t date = strlen("2026-03-12");
    if (strlen(entry->at) >= date + 6)
        buffer_append_format(out, "%.*s %.5s", (int)date, entry->at, entry->at + date + 1);
}

static void draw_row(const void *context, size_t row, struct surface *surface,
    struct rectangle area, bool focused_row)
{
    const struct history_view *view = context;
    const struct journal_entry *entry = &view->entries[row];
    enum style style = focused_row ? STYLE_FOCUS : entry->undone ? STYLE_MUTED : STYLE_TEXT;
    struct buffer text = {0};
    if (focused_row)
        surface_paint(surface, area, STYLE_FOCUS);
    append_hour(&text, entry);
    surface_put(surface, area.row, area.column, HOUR_WIDTH - 1,
        focused_row ? STYLE_FOCUS : STYLE_HOUR, buffer_text(&text));
    buffer_reset(&text);
    buffer_append_format(&text, "%s%s", entry->undone ? "(annulé) " : "", entry->sentence);
    surface_put(surface, area.row, area.column + HOUR_WIDTH, area.width - HOUR_WIDTH, style,
        buffer_text(&text));
    buffer_clear(&text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct history_view *view = view_of(screen);
    area.row++;
    area.height--;
    if (view->count == 0) {
        surface_put(surface, area.row, 2, area.width - 4, STYLE_MUTED, "Aucun geste encore.");
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
    struct history_view *view = (struct history_view *)screen;
    size_t page = (size_t)screen->area.height - 2;
    struct problem problem = {0};
    bool used = list_handle(&view->list, event, page);
    if (used && !view->complete && view->list.cursor + page >= view->count &&
        read_page(view, desk, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    return used;
}

void history_undo(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct problem problem = {0};
    const char *sentence = NULL;
    const struct journal_entry *entry = focused(view_of(screen));
    if (entry == NULL)
        return;
    if (strcmp(entry->kind, "gesture") != 0)
        desk_say(desk, "Une annulation ne s'annule pas d'ici : F12 rétablit.");
    else if (journal_undo(desk->store, entry->id, &arena, &sentence, &problem) == STATUS_DONE) {
        desk_changed(desk);
        desk_say(desk, "Annulé : %s · F12 rétablir", sentence);
    } else
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

const struct screen_class history_screen = {
    .size = sizeof(struct history_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
};
