// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance_rates.h"

#include "rules/person_line.h"
#include "screens/committees_view.h"
#include "screens/desk.h"
#include "screens/list_screen.h"
#include "store/attendance_rate.h"
#include "store/committee_rules.h"
#include "store/person.h"
#include "text/french_count.h"
#include "text/french_date.h"

struct rates_view {
    struct screen screen;
    struct arena arena;
    struct committee_rules committee;
    struct attendance_rates rates;
    struct list list;
    int year; // 0: all
};

enum {
    NAME_SHARE = 3,
    MOST_NAME = 34,
    SHARE_WIDTH = 6,
    COUNT_WIDTH = 7,
    WIDE_ENOUGH = 76,
    WITH_FUNCTION = 100
};

static const struct rates_view *view_of(const struct screen *screen)
{
    return (const struct rates_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct rates_view *)screen)->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct rates_view *view = (struct rates_view *)screen;
    struct rates_view read = *view;
    int64_t committee = screen->destination.element;
    read.arena = (struct arena){0};
    enum status status = committee_rules_load(
        desk->store, committee, desk_today(desk), &read.arena, &read.committee, problem);
    if (status == STATUS_DONE)
        status = attendance_rates_load(
            desk->store, committee, view->year, &read.arena, &read.rates, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    list_resize(&view->list, view->rates.count);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct rates_view *view = view_of(screen);
    buffer_append_format(left, "Instances › %s › Assiduité", view->committee.code);
    french_count(right, view->rates.meetings, "séance tenue", "séances tenues");
    if (view->year != 0)
        buffer_append_format(right, " en %d", view->year);
}

// In whole hundredths, as people round.
static int percentage(int part, int whole)
{
    return whole == 0 ? 0 : (200 * part + whole) / (2 * whole);
}

static void append_times(struct buffer *out, int times, const char *participle, bool feminine)
{
    if (times > 0)
        buffer_append_format(out, " · %s%s %d fois", participle, feminine ? "e" : "", times);
}

// «4 présences sur 5 séances depuis le 01/01/2026 · excusée 1 fois · présente en dernier le …»
static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct rates_view *view = view_of(screen);
    if (view->list.cursor >= view->rates.count)
        return;
    const struct attendance_rate *rate = &view->rates.rates[view->list.cursor];
    bool feminine = civility_is_feminine(rate->civility);
    french_count(out, rate->present, "présence", "présences");
    buffer_append(out, " sur ");
    french_count(out, rate->meetings, "séance", "séances");
    if (rate->substitute)
        buffer_append(out, " en suppléance");
    else if (rate->since.precision != DATE_NONE) {
        buffer_append(out, " depuis le ");
        date_short(out, rate->since);
    }
    append_times(out, rate->represented, "représenté", feminine);
    append_times(out, rate->excused, "excusé", feminine);
    append_times(out, rate->absent, "absent", feminine);
    append_times(out, rate->unknown, "non noté", feminine);
    if (rate->last_present.precision != DATE_NONE) {
        buffer_append(out, " · en dernier le ");
        date_short(out, rate->last_present);
    }
}

static void put_count(struct surface *surface, struct rectangle area, int from_end, int width,
    enum style style, const char *text)
{
    surface_put_right(surface, area.row, area.column + area.width - from_end, width, style, text);
}

// The share, the presences, then the other counts where there is room for them.
static int draw_counts(const struct attendance_rate *rate, struct surface *surface,
    struct rectangle area, enum style style)
{
    struct buffer text = {0};
    int end = SHARE_WIDTH;
    buffer_append_format(&text, "%d %%", percentage(rate->present, rate->meetings));
    put_count(surface, area, end, SHARE_WIDTH, style, buffer_text(&text));
    buffer_reset(&text);
    buffer_append_format(&text, "%d/%d", rate->present, rate->meetings);
    end += COUNT_WIDTH;
    put_count(surface, area, end, COUNT_WIDTH, style, buffer_text(&text));
    const int others[] = {rate->absent, rate->excused, rate->represented};
    static const char *const words[] = {"abs.", "exc.", "repr."};
    const int width = COUNT_WIDTH + 1;
    for (size_t i = 0; area.width >= WIDE_ENOUGH && i < sizeof others / sizeof *others; i++) {
        buffer_reset(&text);
        end += width;
        if (others[i] > 0)
            buffer_append_format(&text, "%d %s", others[i], words[i]);
        put_count(surface, area, end, width, style, buffer_text(&text));
    }
    buffer_clear(&text);
    return end;
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct rates_view *view = context;
    const struct attendance_rate *rate = &view->rates.rates[row];
    enum style style = focused ? STYLE_FOCUS : rate->substitute ? STYLE_MUTED : STYLE_TEXT;
    int name_width = area.width / NAME_SHARE < MOST_NAME ? area.width / NAME_SHARE : MOST_NAME;
    int indent = rate->substitute ? 2 : 0;
    struct buffer text = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    int taken = draw_counts(rate, surface, area, style);
    person_name(&text, rate->civility, rate->name);
    surface_put(surface, area.row, area.column + indent, name_width - 1 - indent, style,
        buffer_text(&text));
    buffer_reset(&text);
    if (area.width >= WITH_FUNCTION && rate->function != NULL)
        buffer_append(&text, rate->function);
    if (rate->organisation_code != NULL)
        buffer_append_format(&text, "%s%s", text.length > 0 ? ", " : "", rate->organisation_code);
    surface_put(surface, area.row, area.column + name_width, area.width - taken - name_width - 1,
        style, buffer_text(&text));
    buffer_clear(&text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct rates_view *view = view_of(screen);
    struct list_rows rows = {.context = view, .draw = draw_row};
    list_screen_draw(&view->list, &rows,
        view->year == 0
            ? "Aucune séance n'a été tenue encore : l'assiduité se compte une fois la séance levée."
            : "Aucune séance n'a été tenue cette année-là : a passe à une autre année.",
        desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct rates_view *view = (struct rates_view *)screen;
    struct list_rows rows = {.context = view, .draw = draw_row};
    return list_screen_handle(&view->list, &rows, screen->area, event);
}

void attendance_rates_show(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct committee_rules *committee = NULL;
    int64_t id = screen->destination.element;
    if (screen->destination.place == PLACE_COMMITTEES) {
        committee = committees_focused_committee(committees_view_of(screen));
        id = committee == NULL || committee->archived ? 0 : committee->id;
    }
    if (id == 0)
        desk_say(desk, "Allez sur l'instance dont vous cherchez l'assiduité.");
    else
        follow_go(follow, PLACE_ATTENDANCE_RATES, PLAN_FIELD, id);
}

void attendance_rates_next_year(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct rates_view *view = (struct rates_view *)screen;
    struct problem problem = {0};
    int latest = desk_today(desk).year;
    if (view->rates.first_year == 0) {
        desk_say(desk, "Aucune séance n'a été tenue encore.");
        return;
    }
    view->year = view->year == 0 ? latest : view->year - 1;
    if (view->year < view->rates.first_year)
        view->year = 0;
    if (reload(screen, desk, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

const struct screen_class attendance_rates_screen = {
    .size = sizeof(struct rates_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
};
