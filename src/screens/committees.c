// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/committees.h"

#include "screens/committees_edit.h"
#include "screens/committees_view.h"
#include "screens/desk.h"
#include "screens/meeting_commands.h"
#include "screens/people_phrases.h"
#include "text/french_count.h"
#include "text/grapheme.h"

enum { CODE_WIDTH = 13, COMMITTEE_ROWS = 2 };

const struct committees_view *committees_view_of(const struct screen *screen)
{
    return (const struct committees_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct committees_view *)screen)->arena);
}

static const struct committee_rules *committee_at(const struct committees_view *view, size_t row)
{
    return row < view->committee_count ? &view->committees[row] : NULL;
}

static const struct organisation *organisation_at(const struct committees_view *view, size_t row)
{
    size_t index = row - view->committee_count;
    return row >= view->committee_count && index < view->organisation_count
               ? &view->organisations[index]
               : NULL;
}

const struct committee_rules *committees_focused_committee(const struct committees_view *view)
{
    return committee_at(view, view->list.cursor);
}

const struct organisation *committees_focused_organisation(const struct committees_view *view)
{
    return organisation_at(view, view->list.cursor);
}

static int64_t id_at(const struct committees_view *view, size_t row)
{
    const struct committee_rules *committee = committee_at(view, row);
    const struct organisation *organisation = organisation_at(view, row);
    return committee != NULL ? committee->id : organisation != NULL ? organisation->id : 0;
}

// Where it was, or on what was just added: what has the largest id.
static void focus(struct committees_view *view, int64_t was, size_t rows_before)
{
    size_t rows = view->committee_count + view->organisation_count;
    int64_t wanted = was;
    list_resize(&view->list, rows);
    if (rows_before > 0 && rows == rows_before + 1) {
        wanted = 0;
        for (size_t i = 0; i < rows; i++)
            if (id_at(view, i) > wanted)
                wanted = id_at(view, i);
    }
    for (size_t i = 0; i < rows; i++)
        if (id_at(view, i) == wanted)
            view->list.cursor = i;
}

static enum status read_rows(
    struct committees_view *read, struct desk *desk, struct problem *problem)
{
    enum status status =
        (read->shows_archived ? committee_rules_list_all : committee_rules_list)(desk->store,
            desk_today(desk), &read->arena, &read->committees, &read->committee_count, problem);
    if (status == STATUS_DONE)
        status = (read->shows_archived ? organisation_list_all : organisation_list)(
            desk->store, &read->arena, &read->organisations, &read->organisation_count, problem);
    return status;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct committees_view *view = (struct committees_view *)screen;
    struct committees_view read = *view;
    int64_t was = id_at(view, view->list.cursor);
    size_t rows = view->committee_count + view->organisation_count;
    read.arena = (struct arena){0};
    enum status status = read_rows(&read, desk, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    focus(view, was, rows);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    buffer_append(left, "Séances › Instances et organismes");
    if (committees_view_of(screen)->shows_archived)
        buffer_append(right, "avec ce qui est archivé");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct committees_view *view = committees_view_of(screen);
    const struct committee_rules *committee = committee_at(view, view->list.cursor);
    const struct organisation *organisation = organisation_at(view, view->list.cursor);
    if ((committee != NULL && committee->archived) ||
        (organisation != NULL && organisation->archived))
        buffer_append_format(out, "%s · archivé, c le reprend",
            committee != NULL ? committee->label : organisation->label);
    else if (committee != NULL)
        buffer_append_format(out, "%s : Entrée ouvre ses règles et ses membres", committee->label);
    else if (organisation != NULL)
        buffer_append_format(
            out, "%s : Entrée change son code, son nom ou son collège", organisation->label);
}

static int row_height(const void *context, size_t row, int width)
{
    (void)width;
    return committee_at(context, row) != NULL ? COMMITTEE_ROWS : 1;
}

static void put_row(struct surface *surface, struct rectangle area, enum style style,
    const char *code, const char *label, const char *aside)
{
    int room = area.width - CODE_WIDTH;
    int aside_width = (int)text_width(aside);
    aside_width = aside_width < room / 2 ? aside_width : room / 2;
    surface_put(surface, area.row, area.column, CODE_WIDTH - 1, style, code);
    surface_put(surface, area.row, area.column + CODE_WIDTH, room - aside_width - 1, style, label);
    surface_put_right(
        surface, area.row, area.column + area.width - aside_width, aside_width, style, aside);
}

static enum style style_of(bool focused, bool archived)
{
    return focused ? STYLE_FOCUS : archived ? STYLE_MUTED : STYLE_TEXT;
}

static void draw_committee(const struct committee_rules *committee, struct surface *surface,
    struct rectangle area, bool focused)
{
    struct buffer text = {0};
    if (committee->archived)
        buffer_append(&text, "archivée");
    else
        french_count(&text, committee->members, "membre", "membres");
    put_row(surface, area, style_of(focused, committee->archived), committee->code,
        committee->label, buffer_text(&text));
    buffer_reset(&text);
    phrase_rules(&text, committee);
    if (area.height > 1)
        surface_put(surface, area.row + 1, area.column + 2, area.width - 2,
            focused ? STYLE_FOCUS : STYLE_MUTED, buffer_text(&text));
    buffer_clear(&text);
}

static void draw_organisation(const struct organisation *organisation, struct surface *surface,
    struct rectangle area, bool focused)
{
    struct buffer text = {0};
    if (organisation->archived)
        buffer_append(&text, "archivé");
    else if (organisation->college != NULL)
        buffer_append_format(&text, "collège %s", organisation->college);
    french_count_more(&text, organisation->people, "personne", "personnes");
    put_row(surface, area, style_of(focused, organisation->archived), organisation->code,
        organisation->label, text.length == 0 ? "organisme" : buffer_text(&text));
    buffer_clear(&text);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct committees_view *view = context;
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (committee_at(view, row) != NULL)
        draw_committee(committee_at(view, row), surface, area, focused);
    else
        draw_organisation(organisation_at(view, row), surface, area, focused);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct committees_view *view = committees_view_of(screen);
    struct list_rows rows = {view, row_height, draw_row};
    area.row++;
    area.height--;
    list_draw(&view->list, surface, area, &rows, desk->question == NULL && desk->pick == NULL);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct committees_view *view = (struct committees_view *)screen;
    return list_handle(&view->list, event, (size_t)screen->area.height / COMMITTEE_ROWS);
}

void committees_show(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow_go(follow, PLACE_COMMITTEES, PLAN_FIELD, 0);
}

void committees_show_archived(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct committees_view *view = (struct committees_view *)screen;
    struct problem problem = {0};
    view->shows_archived = !view->shows_archived;
    if (reload(screen, desk, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else
        desk_say(desk, view->shows_archived
                           ? "Ce qui est archivé se montre à la fin ; c le reprend."
                           : "Ce qui est archivé ne se montre plus.");
}

const struct screen_class committees_screen = {
    .size = sizeof(struct committees_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .questions = {{organisation_questions, ORGANISATION_QUESTION_COUNT},
        {meeting_questions, MEETING_QUESTION_COUNT}},
};
