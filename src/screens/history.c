// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/history.h"

#include <inttypes.h>
#include <string.h>

#include "screens/commands.h"
#include "screens/list_screen.h"
#include "screens/pages.h"
#include "store/journal.h"
#include "store/undo.h"
#include "text/date.h"

enum { HOUR_WIDTH = 17 };

struct history_view {
    struct screen screen;
    struct pages pages;
};

static const struct history_view *view_of(const struct screen *screen)
{
    return (const struct history_view *)(const void *)screen;
}

static enum status read(const struct screen *screen, struct desk *desk, struct pages *pages,
    void **rows, size_t *count, struct problem *problem)
{
    (void)screen;
    struct journal_page page = {0};
    const struct journal_entry *entries = pages->rows;
    int64_t before = pages->count == 0 ? 0 : entries[pages->count - 1].id;
    enum status status =
        journal_list(desk->store, before, pages->wanted, &pages->arena, &page, problem);
    *rows = page.entries;
    *count = page.count;
    return status;
}

static int64_t id_of(const void *row)
{
    return ((const struct journal_entry *)row)->id;
}

static const struct page_source source = {sizeof(struct journal_entry), read, id_of};

static void clear(struct screen *screen)
{
    pages_clear(&((struct history_view *)screen)->pages);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    return pages_reload(&((struct history_view *)screen)->pages, &source, screen, desk, problem);
}

static enum status fill(struct screen *screen, struct desk *desk, struct problem *problem)
{
    return pages_fill(&((struct history_view *)screen)->pages, &source, screen, desk, problem);
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)screen;
    (void)desk;
    (void)right;
    buffer_append(left, "Historique");
}

static bool is_gesture(const struct journal_entry *entry)
{
    return strcmp(entry->kind, "gesture") == 0;
}

// Why the gesture under the cursor cannot be undone; NULL when it may.
static const char *why_not(const struct history_view *view)
{
    const struct journal_entry *focused = pages_focused(&view->pages, &source);
    if (focused == NULL)
        return "";
    if (!is_gesture(focused))
        return "F12 rétablit";
    if (focused->undone)
        return "annulé";
    if (focused->barrier != BARRIER_NONE)
        return "ne s'annule pas";
    for (size_t i = 0; i < view->pages.list.cursor; i++) {
        const struct journal_entry *later = pages_row(&view->pages, &source, i);
        if (later->barrier != BARRIER_NONE && is_gesture(later) && !later->undone)
            return "ne s'annule plus";
    }
    return NULL;
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct history_view *view = view_of(screen);
    const struct journal_entry *entry = pages_focused(&view->pages, &source);
    if (entry == NULL)
        return;
    buffer_append_format(
        out, "Geste %" PRId64 " · %s · poste %s", entry->rank, entry->author, entry->site);
    if (entry->meeting != NULL)
        buffer_append_format(out, " · %s", entry->meeting);
    const char *reason = why_not(view);
    if (reason != NULL)
        buffer_append_format(out, " · %s", reason);
}

// «12/03/2026 14:07»
static void append_hour(struct buffer *out, const struct journal_entry *entry)
{
    const size_t day = strlen("2026-03-12");
    char iso[sizeof "2026-03-12"];
    struct date date;
    if (strlen(entry->at) < day + 6)
        return;
    memcpy(iso, entry->at, day);
    iso[day] = '\0';
    if (date_read_iso(iso, &date))
        date_short(out, date);
    buffer_append_format(out, " %.5s", entry->at + day + 1);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct history_view *view = context;
    const struct journal_entry *entry = pages_row(&view->pages, &source, row);
    enum style style = focused ? STYLE_FOCUS : entry->undone ? STYLE_MUTED : STYLE_TEXT;
    struct buffer text = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    append_hour(&text, entry);
    surface_put(surface, area.row, area.column, HOUR_WIDTH - 1, focused ? STYLE_FOCUS : STYLE_HOUR,
        buffer_text(&text));
    buffer_reset(&text);
    buffer_append_format(&text, "%s%s", entry->undone ? "(annulé) " : "", entry->sentence);
    surface_put(surface, area.row, area.column + HOUR_WIDTH, area.width - HOUR_WIDTH, style,
        buffer_text(&text));
    buffer_clear(&text);
}

static struct list_rows rows_of(const struct history_view *view)
{
    return (struct list_rows){.context = view, .draw = draw_row};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct history_view *view = view_of(screen);
    struct list_rows rows = rows_of(view);
    list_screen_draw(&view->pages.list, &rows,
        "Aucun geste encore : ce que vous ferez s'inscrira ici.", desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct history_view *view = (struct history_view *)screen;
    struct list_rows rows = rows_of(view);
    return pages_handle(&view->pages, &source, &rows, screen, desk, event);
}

static uint64_t where(const struct screen *screen)
{
    return why_not(view_of(screen)) == NULL ? WHERE_HISTORY : WHERE_HISTORY_SHUT;
}

void history_undo(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct problem problem = {0};
    const char *sentence = NULL;
    const struct journal_entry *entry = pages_focused(&view_of(screen)->pages, &source);
    if (entry == NULL)
        return;
    if (journal_undo(desk->store, entry->id, &arena, &sentence, &problem) == STATUS_DONE) {
        desk_changed(desk);
        desk_say(desk, "Annulé : %s · F12 rétablir", sentence);
    } else
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

const struct screen_class history_screen = {
    .size = sizeof(struct history_view),
    .clear = clear,
    .reload = reload,
    .fill = fill,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .where = where,
};
