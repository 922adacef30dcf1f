// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/since.h"

#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "store/meeting.h"
#include "store/since.h"
#include "text/french_count.h"
#include "widgets/list.h"

enum { NUMBER_WIDTH = 17, DATE_WIDTH = 11 };

// A heading, a decision or task, or somebody who owes something.
struct row {
    const char *heading;
    int count; // of a heading
    const struct since_row *fact;
    const struct since_owner *owner;
};

struct since_view {
    struct screen screen;
    struct arena arena;
    struct meeting meeting;
    struct since since;
    struct row *rows;
    size_t count;
    struct list list;
};

static const struct since_view *view_of(const struct screen *screen)
{
    return (const struct since_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct since_view *)screen)->arena);
}

static void add_part(struct since_view *view, enum since_part part, const char *heading)
{
    struct row *first = &view->rows[view->count++];
    *first = (struct row){.heading = heading};
    for (size_t i = 0; i < view->since.count; i++) {
        if (view->since.rows[i].part != part)
            continue;
        view->rows[view->count++] = (struct row){.fact = &view->since.rows[i]};
        first->count++;
    }
}

static bool lay(struct since_view *view)
{
    static const char *const headings[SINCE_COUNT] = {
        [SINCE_DECIDED] = "Décidé",
        [SINCE_DONE] = "Fait",
        [SINCE_LATE] = "En retard",
        [SINCE_SILENT] = "Sans nouvelles",
    };
    size_t most = view->since.count + view->since.owner_count + SINCE_COUNT + 1;
    view->count = 0;
    view->rows = arena_array(&view->arena, most, sizeof *view->rows);
    if (view->rows == NULL)
        return false;
    for (int part = 0; part < SINCE_COUNT; part++)
        add_part(view, (enum since_part)part, headings[part]);
    view->rows[view->count++] =
        (struct row){.heading = "Qui doit quoi", .count = (int)view->since.owner_count};
    for (size_t i = 0; i < view->since.owner_count; i++)
        view->rows[view->count++] = (struct row){.owner = &view->since.owners[i]};
    return true;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct since_view *view = (struct since_view *)screen;
    int64_t id = screen->destination.element;
    struct since_view read = *view;
    read.arena = (struct arena){0};
    enum status status = meeting_load(desk->store, id, &read.arena, &read.meeting, problem);
    if (status == STATUS_DONE)
        status = since_load(desk->store, id, &read.arena, &read.since, problem);
    if (status == STATUS_DONE && !lay(&read))
        status = problem_set_no_memory(problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    list_resize(&view->list, view->count);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct since_view *view = view_of(screen);
    phrase_meeting(left, &view->meeting);
    buffer_append(left, " › Depuis la dernière séance");
    if (view->since.last != 0) {
        buffer_append(right, "depuis le ");
        date_short(right, view->since.last_date);
    } else
        buffer_append(right, "première séance");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct since_view *view = view_of(screen);
    const struct row *row = view->list.cursor < view->count ? &view->rows[view->list.cursor] : NULL;
    if (row != NULL && row->fact != NULL) {
        buffer_append(out, row->fact->meeting_reference);
        if (row->fact->owners != NULL)
            buffer_append_format(out, " · %s", row->fact->owners);
        if (row->fact->date.precision != DATE_NONE) {
            buffer_append(out, " · ");
            date_long(out, row->fact->date);
        }
    } else if (view->since.cut)
        buffer_append_format(out, "Les listes s'arrêtent à %d lignes", SINCE_MOST);
}

static enum style style_of(const struct since_row *fact)
{
    static const enum style styles[SINCE_COUNT] = {
        [SINCE_DECIDED] = STYLE_DECISION,
        [SINCE_DONE] = STYLE_DONE,
        [SINCE_LATE] = STYLE_LATE,
        [SINCE_SILENT] = STYLE_TASK,
    };
    return styles[fact->part];
}

static void draw_fact(
    const struct since_row *fact, struct surface *surface, struct rectangle area, bool focused)
{
    enum style style = focused ? STYLE_FOCUS : style_of(fact);
    struct buffer text = {0};
    int column = area.column + 2;
    surface_put(surface, area.row, column, NUMBER_WIDTH - 1, style,
        fact->number == NULL ? "provisoire" : fact->number);
    column += NUMBER_WIDTH;
    date_short(&text, fact->date);
    surface_put(surface, area.row, column, DATE_WIDTH - 1, style, buffer_text(&text));
    column += DATE_WIDTH;
    buffer_reset(&text);
    buffer_append(&text, fact->text);
    if (fact->owners != NULL)
        buffer_append_format(&text, " · %s", fact->owners);
    surface_put(surface, area.row, column, area.column + area.width - column,
        focused ? STYLE_FOCUS : STYLE_TEXT, buffer_text(&text));
    buffer_clear(&text);
}

static void append_owner(struct buffer *out, const struct since_owner *owner)
{
    buffer_append_format(out, "%s : ", owner->name);
    french_count(out, owner->open, "tâche ouverte", "tâches ouvertes");
    if (owner->late > 0)
        buffer_append_format(out, ", dont %d en retard", owner->late);
}

static void draw_row(
    const void *context, size_t index, struct surface *surface, struct rectangle area, bool focused)
{
    const struct since_view *view = context;
    const struct row *row = &view->rows[index];
    struct buffer text = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (row->fact != NULL) {
        draw_fact(row->fact, surface, area, focused);
        return;
    }
    int indent = row->owner != NULL ? 2 : 0;
    if (row->owner != NULL)
        append_owner(&text, row->owner);
    else
        buffer_append_format(&text, "%s : %d", row->heading, row->count);
    surface_put(surface, area.row, area.column + indent, area.width - indent,
        focused              ? STYLE_FOCUS
        : row->owner == NULL ? STYLE_PROMPT
                             : STYLE_TEXT,
        buffer_text(&text));
    buffer_clear(&text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct since_view *view = view_of(screen);
    area.row++;
    area.height--;
    struct list_rows rows = {.context = view, .draw = draw_row};
    list_draw(&view->list, surface, area, &rows, true);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    return list_handle(
        &((struct since_view *)screen)->list, event, (size_t)screen->area.height - 2);
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

void since_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct since_view *view = view_of(screen);
    const struct since_row *fact =
        view->list.cursor < view->count ? view->rows[view->list.cursor].fact : NULL;
    if (fact == NULL)
        desk_say(desk, "Placez-vous sur une décision ou une tâche.");
    else if (fact->decision)
        follow_go(follow, PLACE_DECISION, PLAN_FIELD, fact->id);
    else
        follow_go_to_row(follow, PLACE_MEETING, fact->meeting, fact->id);
}

const struct screen_class since_screen = {
    .size = sizeof(struct since_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .meeting = meeting_shown,
};
