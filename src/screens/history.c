// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/history.h"

#include <inttypes.h>
#include <string.h>

#include "screens/commands.h"
#include "screens/paged_screen.h"
#include "store/journal.h"
#include "store/mask.h"
#include "store/undo.h"
#include "text/date.h"

enum { HOUR_WIDTH = 17 };

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
static const char *why_not(const struct screen *screen)
{
    const struct pages *pages = &paged_view_of(screen)->pages;
    const struct journal_entry *entries = pages->rows;
    const struct journal_entry *focused = paged_screen_focused(screen);
    if (focused == NULL)
        return "";
    if (!is_gesture(focused))
        return "F12 rétablit";
    if (focused->undone)
        return "annulé";
    if (focused->barrier != BARRIER_NONE)
        return "ne s'annule pas";
    for (size_t i = 0; i < pages->list.cursor; i++) {
        const struct journal_entry *later = &entries[i];
        if (later->barrier != BARRIER_NONE && is_gesture(later) && !later->undone)
            return "ne s'annule plus";
    }
    return NULL;
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct journal_entry *entry = paged_screen_focused(screen);
    if (entry == NULL)
        return;
    buffer_append_format(
        out, "Geste %" PRId64 " · %s · poste %s", entry->rank, entry->author, entry->site);
    if (entry->meeting != NULL)
        buffer_append_format(out, " · %s", entry->meeting);
    const char *reason = why_not(screen);
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

static void draw_row(const struct screen *screen, const struct desk *desk, const void *row,
    struct surface *surface, struct rectangle area, bool focused)
{
    (void)screen;
    (void)desk;
    const struct journal_entry *entry = row;
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

static const char *nothing(const struct screen *screen)
{
    (void)screen;
    return "Aucun geste encore : ce que vous ferez s'inscrira ici.";
}

static const struct paged_list list = {
    .source = {sizeof(struct journal_entry), read, id_of},
    .draw_row = draw_row,
    .nothing = nothing,
};

static uint64_t where(const struct screen *screen)
{
    return why_not(screen) == NULL ? WHERE_HISTORY : WHERE_HISTORY_SHUT;
}

void history_undo(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct problem problem = {0};
    const char *sentence = NULL;
    const struct journal_entry *entry = paged_screen_focused(screen);
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
    .size = sizeof(struct paged_view),
    .clear = paged_screen_clear,
    .reload = paged_screen_reload,
    .fill = paged_screen_fill,
    .title = title,
    .detail = detail,
    .draw = paged_screen_draw,
    .handle = paged_screen_handle,
    .where = where,
    .paged = &list,
};
