// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/people.h"

#include "screens/archive_commands.h"
#include "screens/committee_lines.h"
#include "screens/desk.h"
#include "screens/list_screen.h"
#include "screens/person_edit.h"
#include "store/person.h"
#include "text/french_count.h"

struct people_view {
    struct screen screen;
    struct arena arena;
    struct registered_person *people;
    size_t count;
    struct list list;
    bool shows_archived;
};

enum { MOST_NAME = 34, SEATS_SHARE = 4, ASK_NEW = 0, ASK_CHANGE, QUESTION_COUNT };
static const struct question questions[QUESTION_COUNT];

static const struct people_view *view_of(const struct screen *screen)
{
    return (const struct people_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct people_view *)screen)->arena);
}

static const struct registered_person *focused(const struct people_view *view)
{
    return view->list.cursor < view->count ? &view->people[view->list.cursor] : NULL;
}

// On who was just added, else where one was.
static void focus(struct people_view *view, int64_t was, size_t count_before)
{
    int64_t wanted = was;
    list_resize(&view->list, view->count);
    for (size_t i = 0; view->count == count_before + 1 && i < view->count; i++)
        if (view->people[i].person.id > wanted)
            wanted = view->people[i].person.id;
    for (size_t i = 0; i < view->count; i++)
        if (view->people[i].person.id == wanted)
            view->list.cursor = i;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct people_view *view = (struct people_view *)screen;
    struct people_view read = *view;
    const struct registered_person *was = focused(view);
    int64_t was_id = was == NULL ? 0 : was->person.id;
    size_t count_before = view->arena.blocks == NULL ? SIZE_MAX - 1 : view->count;
    read.arena = (struct arena){0};
    enum status status = person_register(desk->store, desk_today(desk), view->shows_archived,
        &read.arena, &read.people, &read.count, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    focus(view, was_id, count_before);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct people_view *view = view_of(screen);
    buffer_append(left, "Instances › Personnes");
    french_count(right, (int)view->count, "personne", "personnes");
    if (view->shows_archived)
        buffer_append(right, " avec les archivées");
}

static void append_part(struct buffer *out, const char *before, const char *part)
{
    if (part != NULL)
        buffer_append_format(out, "%s%s", out->length > 0 ? before : "", part);
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct registered_person *row = focused(view_of(screen));
    if (row == NULL)
        return;
    const struct person *person = &row->person;
    append_part(out, " · ", person->function);
    append_part(out, " · ", person->organisation_label);
    append_part(out, ", collège ", person->college);
    append_part(
        out, out->length > 0 ? ", " : "", person->elected ? elected_word(person->civility) : NULL);
    append_part(out, " · ", person->organisation_label == NULL ? "sans organisme" : NULL);
    append_part(out, " · siège à ", row->seats);
    append_part(out, " · ", person->archived ? "archivée, c la reprend" : NULL);
}

// Name; function and organisation; where they sit.
static void draw_row(const void *context, size_t index, struct surface *surface,
    struct rectangle area, bool is_focused)
{
    const struct people_view *view = context;
    const struct registered_person *row = &view->people[index];
    const struct person *person = &row->person;
    enum style style = is_focused ? STYLE_FOCUS : person->archived ? STYLE_MUTED : STYLE_TEXT;
    int name_width = area.width / 3 < MOST_NAME ? area.width / 3 : MOST_NAME;
    int seats_width = area.width / SEATS_SHARE;
    int end = area.column + area.width - seats_width;
    struct buffer text = {0};
    if (is_focused)
        surface_paint(surface, area, STYLE_FOCUS);
    person_name(&text, person->civility, person->name);
    surface_put(surface, area.row, area.column, name_width - 1, style, buffer_text(&text));
    buffer_reset(&text);
    append_part(&text, ", ", person->function);
    append_part(&text, ", ", person->organisation_code);
    append_part(&text, ", ", person->elected ? elected_word(person->civility) : NULL);
    surface_put(surface, area.row, area.column + name_width, end - 1 - area.column - name_width,
        style, buffer_text(&text));
    surface_put_right(surface, area.row, end, seats_width, style,
        person->archived     ? "archivée"
        : row->seats == NULL ? "–"
                             : row->seats);
    buffer_clear(&text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct people_view *view = view_of(screen);
    struct list_rows rows = {.context = view, .draw = draw_row};
    list_screen_draw(&view->list, &rows,
        "Le fichier ne connaît personne encore : a ajoute une personne ; greffe importer membres"
        " lit une liste entière.",
        desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct people_view *view = (struct people_view *)screen;
    struct list_rows rows = {.context = view, .draw = draw_row};
    return list_screen_handle(&view->list, &rows, screen->area, event);
}

static void describe_new(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Nouvelle personne : nom, fonction, organisme, élu");
}

static void describe_change(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    const struct people_view *view = view_of(screen);
    buffer_append(out, "Nom, fonction, organisme, élu");
    for (size_t i = 0; i < view->count; i++)
        if (view->people[i].person.id == subject)
            buffer_append_format(out, " · %s", view->people[i].person.name);
}

static enum status accept_new(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)subject;
    return person_edit_keep(desk, row, true, text, problem);
}

static enum status accept_change(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return person_edit_keep(desk, subject, false, text, problem);
}

static const struct question questions[QUESTION_COUNT] = {
    [ASK_NEW] = {.purpose = "nouvelle-personne",
        .describe = describe_new,
        .understand = committee_understand_person,
        .accept = accept_new},
    [ASK_CHANGE] = {.purpose = "personne",
        .correction = true,
        .describe = describe_change,
        .understand = committee_understand_person,
        .accept = accept_change},
};

void people_show(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow_go(follow, PLACE_PEOPLE, PLAN_FIELD, 0);
}

void people_ask_new(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(desk, screen, &questions[ASK_NEW], 0, 0, "");
}

static const struct person *focused_or_say(const struct screen *screen, struct desk *desk)
{
    const struct registered_person *row = focused(view_of(screen));
    if (row == NULL)
        desk_say(desk, "Le fichier ne connaît personne encore : a ajoute une personne.");
    return row == NULL ? NULL : &row->person;
}

void people_ask_change(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct person *person = focused_or_say(screen, desk);
    struct buffer text = {0};
    if (person == NULL)
        return;
    if (person->archived) {
        desk_say(desk, "Ce qui est archivé ne change plus : c le reprend d'abord.");
        return;
    }
    const struct person_line line = {
        person->civility, person->name, person->function, person->organisation, person->elected};
    person_line_write(&text, &line, person->organisation_code);
    desk_ask(desk, screen, &questions[ASK_CHANGE], person->id, person->id, buffer_text(&text));
    buffer_clear(&text);
}

void people_drop(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct person *person = focused_or_say(screen, desk);
    if (person != NULL)
        archive_drop(desk,
            &(struct archive_subject){ARCHIVED_PERSON, person->id, person->name, person->archived});
}

void people_archive(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct person *person = focused_or_say(screen, desk);
    if (person != NULL)
        archive_toggle(desk,
            &(struct archive_subject){ARCHIVED_PERSON, person->id, person->name, person->archived});
}

void people_show_archived(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct people_view *view = (struct people_view *)screen;
    struct problem problem = {0};
    view->shows_archived = !view->shows_archived;
    if (reload(screen, desk, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

const struct screen_class people_screen = {
    .size = sizeof(struct people_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .questions = {{questions, QUESTION_COUNT}},
};
