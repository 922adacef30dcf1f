// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/people.h"

#include "screens/archive_commands.h"
#include "screens/committee_lines.h"
#include "screens/desk.h"
#include "screens/list_screen.h"
#include "screens/person_edit.h"
#include "store/person.h"
#include "surface/columns.h"
#include "text/french_count.h"

struct people_view {
    struct screen screen;
    struct arena arena;
    struct registered_person *people;
    size_t count;
    struct list list;
    bool shows_archived;
};

enum { ASK_NEW = 0, ASK_CHANGE, QUESTION_COUNT };
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

enum person_column { COLUMN_NAME, COLUMN_ORIGIN, COLUMN_SEATS, COLUMN_COUNT };

struct people_rows {
    const struct people_view *view;
    int widths[COLUMN_COUNT];
};

static void write_column(
    struct buffer *out, const struct registered_person *row, enum person_column column)
{
    const struct person *person = &row->person;
    buffer_reset(out);
    if (column == COLUMN_NAME)
        person_name(out, person->civility, person->name);
    else if (column == COLUMN_SEATS)
        buffer_append(out, person->archived ? "archivée" : row->seats == NULL ? "–" : row->seats);
    else {
        append_part(out, ", ", person->function);
        append_part(out, ", ", person->organisation_code);
        append_part(out, ", ", person->elected ? elected_word(person->civility) : NULL);
    }
}

static struct people_rows measure(const struct people_view *view, int width)
{
    struct people_rows rows = {.view = view};
    struct buffer text = {0};
    for (size_t i = 0; i < view->count; i++)
        for (int column = 0; column < COLUMN_COUNT; column++) {
            write_column(&text, &view->people[i], (enum person_column)column);
            columns_hold(&rows.widths[column], 0, buffer_text(&text));
        }
    columns_share(rows.widths, COLUMN_COUNT, width);
    buffer_clear(&text);
    return rows;
}

static void draw_row(const void *context, size_t index, struct surface *surface,
    struct rectangle area, bool is_focused)
{
    const struct people_rows *rows = context;
    const struct registered_person *row = &rows->view->people[index];
    enum style style = is_focused ? STYLE_FOCUS : row->person.archived ? STYLE_MUTED : STYLE_TEXT;
    struct buffer text = {0};
    int column = area.column;
    if (is_focused)
        surface_paint(surface, area, STYLE_FOCUS);
    for (int i = 0; i < COLUMN_COUNT; i++) {
        write_column(&text, row, (enum person_column)i);
        column = columns_put(surface, area.row, column, rows->widths[i], style, buffer_text(&text));
    }
    buffer_clear(&text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct people_view *view = view_of(screen);
    const struct people_rows people = measure(view, list_row_width(area.width));
    struct list_rows rows = {.context = &people, .draw = draw_row};
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
    struct list_rows rows = {0};
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
        .understand = committee_understand_new_person,
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
