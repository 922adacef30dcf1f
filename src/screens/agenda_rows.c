// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/agenda_rows.h"

#include "rules/item_kind.h"
#include "rules/workflow.h"
#include "screens/meeting_phrases.h"
#include "text/french_count.h"
#include "text/utf8.h"

enum { LEAST_NUMBER_WIDTH = 5, ASIDE_GAP = 2 };

static bool is_hidden(const struct item *item)
{
    return item_state_is(item->state, ITEM_TREATED) || item_state_is(item->state, ITEM_PUT_OFF) ||
           item_state_is(item->state, ITEM_TAKEN_OFF);
}

static void add(struct agenda_rows *rows, enum agenda_row_kind kind, size_t index)
{
    rows->rows[rows->count++] = (struct agenda_row){kind, index};
}

static void add_folded(struct agenda_rows *rows, enum agenda_row_kind heading,
    enum agenda_row_kind kind, size_t count, bool open)
{
    if (count == 0)
        return;
    add(rows, heading, 0);
    for (size_t i = 0; open && i < count; i++)
        add(rows, kind, i);
}

bool agenda_rows_lay(struct agenda_rows *rows, struct arena *arena)
{
    size_t most = rows->agenda->count + rows->offers->count + rows->parked->count + 2;
    rows->count = 0;
    rows->rows = arena_array(arena, most, sizeof *rows->rows);
    if (rows->rows == NULL)
        return false;
    for (size_t i = 0; i < rows->agenda->count; i++)
        if (!rows->hides_treated || !is_hidden(&rows->agenda->items[i]))
            add(rows, AGENDA_ITEM, i);
    add_folded(rows, AGENDA_OFFERS, AGENDA_OFFER, rows->offers->count, rows->offers_open);
    add_folded(rows, AGENDA_WAITING, AGENDA_PARKED, rows->parked->count, rows->waiting_open);
    return true;
}

static void append_part(struct buffer *out, const char *part)
{
    buffer_append_format(out, "%s%s", out->length > 0 ? " · " : "", part);
}

// «reporté de la séance du … · rapporteur : Mme Nom · 2 pièces», empty when there is nothing.
static void append_below(struct buffer *out, const struct item *item)
{
    if (item->late)
        append_part(out, "hors délai");
    if (item->reason != NULL)
        append_part(out, item->reason);
    if (item->pinned)
        append_part(out, "épinglé");
    if (item->presenter != NULL && item->presenter[0] != '\0')
        buffer_append_format(
            out, "%srapporteur : %s", out->length > 0 ? " · " : "", item->presenter);
    french_count_more(out, item->documents, "pièce", "pièces");
}

static int row_height(const void *context, size_t row, int width)
{
    (void)width;
    const struct agenda_rows *rows = context;
    struct buffer below = {0};
    if (rows->rows[row].kind == AGENDA_ITEM)
        append_below(&below, &rows->agenda->items[rows->rows[row].index]);
    int height = below.length > 0 ? 2 : 1;
    buffer_clear(&below);
    return height;
}

// «décision · 15 min → 40», or the clock «→ 14:40» where the hour is planned; beyond the hours of
// the meeting the total has a mark.
static void append_aside(struct buffer *out, const struct agenda *agenda, size_t index)
{
    const struct item *item = &agenda->items[index];
    buffer_append(out, item_kind_label(item->kind));
    if (item->planned_minutes == 0)
        return;
    buffer_append_format(out, " · %d min → ", item->planned_minutes);
    int at = agenda->starts + item->total_minutes;
    if (agenda->starts < 0)
        buffer_append_format(out, "%d", item->total_minutes);
    else
        buffer_append_format(out, "%02d:%02d", at / 60 % 24, at % 60);
    if (agenda->overrun != AGENDA_NO_OVERRUN && (int)index >= agenda->overrun)
        buffer_append(out, " !");
}

static void draw_item(const struct agenda_rows *rows, size_t index, struct surface *surface,
    struct rectangle area, bool focused)
{
    const struct agenda *agenda = rows->agenda;
    const struct item *item = &agenda->items[index];
    enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
    bool over = agenda->overrun != AGENDA_NO_OVERRUN && (int)index >= agenda->overrun;
    struct buffer text = {0};
    int column = area.column + item->depth * 2;
    surface_put(surface, area.row, column, 1, style, item_mark(item));
    surface_put(surface, area.row, column + 2, agenda->number_width, style, item->number);
    column += 2 + (agenda->number_width < LEAST_NUMBER_WIDTH ? LEAST_NUMBER_WIDTH
                                                             : agenda->number_width + 1);
    append_aside(&text, agenda, index);
    int aside = (int)text_width(buffer_text(&text)) + ASIDE_GAP;
    surface_put(
        surface, area.row, column, area.column + area.width - aside - column, style, item->title);
    surface_put_right(surface, area.row, area.column, area.width,
        focused ? STYLE_FOCUS
        : over  ? STYLE_LATE
                : STYLE_TEXT,
        buffer_text(&text));
    buffer_reset(&text);
    append_below(&text, item);
    if (text.length > 0 && area.height > 1)
        surface_put(surface, area.row + 1, column, area.column + area.width - column,
            focused      ? STYLE_FOCUS
            : item->late ? STYLE_LATE
                         : STYLE_MUTED,
            buffer_text(&text));
    buffer_clear(&text);
}

static void draw_heading(const char *what, size_t count, bool open, const char *way,
    struct surface *surface, struct rectangle area, enum style style)
{
    struct buffer text = {0};
    buffer_append_format(&text, "%s %s : %zu", open ? "▾" : "▸", what, count);
    if (!open)
        buffer_append_format(&text, " · %s", way);
    surface_put(surface, area.row, area.column, area.width, style, buffer_text(&text));
    buffer_clear(&text);
}

static void draw_offer(const struct carry_proposal *offer, struct surface *surface,
    struct rectangle area, enum style style)
{
    struct buffer text = {0};
    buffer_append_format(&text, "+ %s · %s", offer->title, offer->reason);
    surface_put(surface, area.row, area.column + 2, area.width - 2, style, buffer_text(&text));
    buffer_clear(&text);
}

static void draw_parked(const struct parked_item *item, struct surface *surface,
    struct rectangle area, enum style style)
{
    struct buffer text = {0};
    buffer_append_format(&text, "… %s", item->title);
    if (!item->own) {
        buffer_append(&text, " · depuis la séance du ");
        date_short(&text, item->meeting_date);
    }
    surface_put(surface, area.row, area.column + 2, area.width - 2, style, buffer_text(&text));
    buffer_clear(&text);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct agenda_rows *rows = context;
    size_t index = rows->rows[row].index;
    enum style style = focused ? STYLE_FOCUS : STYLE_MUTED;
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    switch (rows->rows[row].kind) {
    case AGENDA_ITEM:
        draw_item(rows, index, surface, area, focused);
        break;
    case AGENDA_OFFERS:
        draw_heading("à ajouter", rows->offers->count, rows->offers_open, "c les ajoute", surface,
            area, focused ? STYLE_FOCUS : STYLE_PROMPT);
        break;
    case AGENDA_OFFER:
        draw_offer(&rows->offers->proposals[index], surface, area, style);
        break;
    case AGENDA_WAITING:
        draw_heading("en attente", rows->parked->count, rows->waiting_open, "Entrée les montre",
            surface, area, focused ? STYLE_FOCUS : STYLE_PROMPT);
        break;
    case AGENDA_PARKED:
        draw_parked(&rows->parked->items[index], surface, area, style);
        break;
    }
}

struct list_rows agenda_rows_drawing(const struct agenda_rows *rows)
{
    return (struct list_rows){rows, row_height, draw_row};
}
