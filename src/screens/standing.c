// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/standing.h"

#include <string.h>

#include "rules/item_kind.h"
#include "screens/desk.h"
#include "store/committee.h"
#include "store/standing_item.h"
#include "widgets/list.h"

struct standing_view {
    struct screen screen;
    struct arena arena;
    const char *committee;
    struct standing_items standing;
    struct list list;
};

enum { ASK_NEW, ASK_TITLE, QUESTION_COUNT };
static const struct question questions[QUESTION_COUNT];

static const struct standing_view *view_of(const struct screen *screen)
{
    return (const struct standing_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct standing_view *)screen)->arena);
}

static const struct standing_item *focused(const struct standing_view *view)
{
    return view->list.cursor < view->standing.count ? &view->standing.items[view->list.cursor]
                                                    : NULL;
}

static enum status load_committee(
    struct standing_view *read, struct desk *desk, struct problem *problem)
{
    struct committee *committees = NULL;
    size_t count = 0;
    enum status status = committee_list(desk->store, &read->arena, &committees, &count, problem);
    read->committee = "";
    for (size_t i = 0; status == STATUS_DONE && i < count; i++)
        if (committees[i].id == read->screen.destination.element)
            read->committee = committees[i].label;
    return status;
}

// The cursor stays on its item, or goes to the one that was just added.
static void focus(struct standing_view *view, int64_t was, size_t count_before)
{
    int64_t wanted = was;
    list_resize(&view->list, view->standing.count);
    for (size_t i = 0; view->standing.count > count_before && i < view->standing.count; i++)
        if (view->standing.items[i].id > wanted)
            wanted = view->standing.items[i].id;
    for (size_t i = 0; i < view->standing.count; i++)
        if (view->standing.items[i].id == wanted)
            view->list.cursor = i;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct standing_view *view = (struct standing_view *)screen;
    struct standing_view read = *view;
    const struct standing_item *item = focused(view);
    int64_t was = item == NULL ? 0 : item->id;
    size_t count_before = view->arena.blocks == NULL ? SIZE_MAX : view->standing.count;
    read.arena = (struct arena){0};
    enum status status = load_committee(&read, desk, problem);
    if (status == STATUS_DONE)
        status = standing_items_load(
            desk->store, screen->destination.element, &read.arena, &read.standing, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    focus(view, was, count_before);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    buffer_append_format(left, "%s › Points permanents", view_of(screen)->committee);
}

static void draw_row(const void *context, size_t row, struct surface *surface,
    struct rectangle area, bool is_focused)
{
    const struct standing_view *view = context;
    const struct standing_item *item = &view->standing.items[row];
    enum style style = is_focused ? STYLE_FOCUS : item->active ? STYLE_TEXT : STYLE_MUTED;
    struct buffer aside = {0};
    if (is_focused)
        surface_paint(surface, area, STYLE_FOCUS);
    buffer_append(&aside, item_kind_label(item->kind));
    if (item->minutes > 0)
        buffer_append_format(&aside, " · %d min", item->minutes);
    buffer_append(&aside, item->at_end ? " · à la fin" : " · au début");
    if (!item->active)
        buffer_append(&aside, " · de côté");
    const int aside_width = 40;
    surface_put(surface, area.row, area.column, area.width - aside_width, style, item->title);
    surface_put_right(surface, area.row, area.column, area.width, style, buffer_text(&aside));
    buffer_clear(&aside);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct standing_view *view = view_of(screen);
    area.row++;
    area.height--;
    if (view->standing.count == 0) {
        surface_put(surface, area.row, 2, area.width - 4, STYLE_MUTED,
            "Aucun point ne revient à chaque séance : a en ajoute un.");
        surface_place_cursor(surface, area.row, 1);
        return;
    }
    struct list_rows rows = {.context = view, .draw = draw_row};
    list_draw(&view->list, surface, area, &rows, desk->question == NULL);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    return list_handle(
        &((struct standing_view *)screen)->list, event, (size_t)screen->area.height - 2);
}

// What a key does to the item under the cursor: «point permanent <what> : titre».
typedef enum status change(
    struct gesture *gesture, const struct standing_item *item, struct problem *problem);

static void run(struct screen *screen, struct desk *desk, change *what_to_do, const char *what)
{
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    const struct standing_item *item = focused(view_of(screen));
    if (item == NULL) {
        desk_say(desk, "Aucun point permanent encore : a en ajoute un.");
        return;
    }
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = what_to_do(gesture, item, &problem);
    desk_conclude(desk, gesture, status, &problem, "point permanent %s : %s", what, item->title);
}

static enum status next_kind(
    struct gesture *gesture, const struct standing_item *item, struct problem *problem)
{
    return standing_item_set_kind(gesture, item->id, item_kind_after(item->kind), problem);
}

static enum status move_up(
    struct gesture *gesture, const struct standing_item *item, struct problem *problem)
{
    return standing_item_move(gesture, item->id, -1, problem);
}

static enum status move_down(
    struct gesture *gesture, const struct standing_item *item, struct problem *problem)
{
    return standing_item_move(gesture, item->id, 1, problem);
}

static enum status change_end(
    struct gesture *gesture, const struct standing_item *item, struct problem *problem)
{
    return standing_item_set_at_end(gesture, item->id, !item->at_end, problem);
}

static enum status set_aside(
    struct gesture *gesture, const struct standing_item *item, struct problem *problem)
{
    return standing_item_set_active(gesture, item->id, !item->active, problem);
}

static enum status drop(
    struct gesture *gesture, const struct standing_item *item, struct problem *problem)
{
    return standing_item_remove(gesture, item->id, problem);
}

void standing_next_kind(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    run(screen, desk, next_kind, "d'un autre genre");
}

void standing_move_up(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    run(screen, desk, move_up, "monté");
}

void standing_move_down(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    run(screen, desk, move_down, "descendu");
}

void standing_change_end(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct standing_item *item = focused(view_of(screen));
    run(screen, desk, change_end, item != NULL && item->at_end ? "mis au début" : "mis à la fin");
}

void standing_set_aside(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct standing_item *item = focused(view_of(screen));
    run(screen, desk, set_aside, item != NULL && item->active ? "mis de côté" : "repris");
}

void standing_drop(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    run(screen, desk, drop, "ôté");
}

void standing_ask_new(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(desk, screen, &questions[ASK_NEW], 0, 0, "");
}

void standing_ask_title(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct standing_item *item = focused(view_of(screen));
    if (item == NULL)
        desk_say(desk, "Aucun point permanent encore : a en ajoute un.");
    else
        desk_ask(desk, screen, &questions[ASK_TITLE], item->id, item->id, item->title);
}

static void describe_new(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    (void)subject;
    buffer_append_format(out, "Nouveau point permanent · %s", view_of(screen)->committee);
}

static void understand_new(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)text;
    buffer_append(out, "Par exemple : Questions diverses (10 min) ; une ligne collée, un point");
}

static void describe_title(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Titre du point permanent");
}

static enum status accept_new(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)subject;
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = standing_item_add(gesture, row, screen->destination.element, text, problem);
    return desk_finish(desk, gesture, status, problem, "point permanent ajouté : %.*s",
        (int)strcspn(text, "\n"), text);
}

static enum status accept_title(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return desk_answer(desk, standing_item_set_title, subject, text, problem,
        "point permanent renommé : %s", text);
}

static const struct question questions[QUESTION_COUNT] = {
    [ASK_NEW] = {.purpose = "point-permanent",
        .lines = QUESTION_LINES,
        .describe = describe_new,
        .understand = understand_new,
        .accept = accept_new},
    [ASK_TITLE] = {.purpose = "titre-permanent",
        .correction = true,
        .describe = describe_title,
        .accept = accept_title},
};

const struct screen_class standing_screen = {
    .size = sizeof(struct standing_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .handle = handle,
    .questions = {{questions, QUESTION_COUNT}},
};
