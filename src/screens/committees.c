// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/committees.h"

#include "rules/organisation_line.h"
#include "screens/desk.h"
#include "screens/meeting_commands.h"
#include "screens/people_phrases.h"
#include "store/attendance_list.h"
#include "text/french_count.h"
#include "text/grapheme.h"
#include "widgets/list.h"

struct committees_view {
    struct screen screen;
    struct arena arena;
    struct committee_rules *committees;
    size_t committee_count;
    struct organisation *organisations;
    size_t organisation_count;
    struct list list;
};

enum { CODE_WIDTH = 13, COMMITTEE_ROWS = 2 };

static const struct committees_view *view_of(const struct screen *screen)
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
    if (rows_before > 0 && rows > rows_before) {
        wanted = 0;
        for (size_t i = 0; i < rows; i++)
            if (id_at(view, i) > wanted)
                wanted = id_at(view, i);
    }
    for (size_t i = 0; i < rows; i++)
        if (id_at(view, i) == wanted)
            view->list.cursor = i;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct committees_view *view = (struct committees_view *)screen;
    struct committees_view read = *view;
    int64_t was = id_at(view, view->list.cursor);
    size_t rows = view->committee_count + view->organisation_count;
    read.arena = (struct arena){0};
    enum status status = committee_rules_list(desk->store, desk_today(desk), &read.arena,
        &read.committees, &read.committee_count, problem);
    if (status == STATUS_DONE)
        status = organisation_list(
            desk->store, &read.arena, &read.organisations, &read.organisation_count, problem);
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
    (void)screen;
    (void)desk;
    (void)right;
    buffer_append(left, "Séances › Instances et organismes");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct committees_view *view = view_of(screen);
    const struct committee_rules *committee = committee_at(view, view->list.cursor);
    const struct organisation *organisation = organisation_at(view, view->list.cursor);
    if (committee != NULL)
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

static void draw_committee(const struct committee_rules *committee, struct surface *surface,
    struct rectangle area, bool focused)
{
    struct buffer text = {0};
    french_count(&text, committee->members, "membre", "membres");
    put_row(surface, area, focused ? STYLE_FOCUS : STYLE_TEXT, committee->code, committee->label,
        buffer_text(&text));
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
    if (organisation->college != NULL)
        buffer_append_format(&text, "collège %s", organisation->college);
    french_count_more(&text, organisation->people, "personne", "personnes");
    put_row(surface, area, focused ? STYLE_FOCUS : STYLE_TEXT, organisation->code,
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
    const struct committees_view *view = view_of(screen);
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

enum organisation_question { ASK_NEW, ASK_CHANGE };

static void describe_new(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Nouvel organisme : code, nom, puis collège derrière une virgule");
}

static void describe_change(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)desk;
    const struct committees_view *view = view_of(screen);
    buffer_append(out, "Organisme");
    for (size_t i = 0; i < view->organisation_count; i++)
        if (view->organisations[i].id == subject)
            buffer_append_format(out, " %s", view->organisations[i].code);
    buffer_append(out, " : code, nom, collège");
}

static void understand(
    const struct screen *screen, const struct desk *desk, const char *text, struct buffer *out)
{
    (void)screen;
    (void)desk;
    struct arena arena = {0};
    struct organisation_line line;
    if (organisation_line_read(text, &arena, &line, NULL) == STATUS_DONE)
        buffer_append_format(out, "code %s · nom : %s · %s%s", line.code, line.label,
            line.college == NULL ? "sans collège" : "collège ",
            line.college == NULL ? "" : line.college);
    else
        buffer_append(out, "Par exemple : msa Mutualité sociale agricole, Partenaires");
    arena_clear(&arena);
}

static enum status keep_organisation(
    struct desk *desk, int64_t id, bool added, const char *text, struct problem *problem)
{
    struct arena arena = {0};
    struct gesture *gesture = NULL;
    struct organisation_line line;
    enum status status = organisation_line_read(text, &arena, &line, problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    status = gesture_begin(desk->store, &gesture, problem);
    if (status == STATUS_DONE)
        status = added
                     ? organisation_add(gesture, id, line.code, line.label, line.college, problem)
                     : organisation_set(gesture, id, line.code, line.label, line.college, problem);
    if (status == STATUS_DONE)
        status = attendance_refresh_committee(gesture, 0, problem);
    status = desk_finish(desk, gesture, status, problem, "organisme %s : %s",
        added ? "ajouté" : "changé", line.label);
    arena_clear(&arena);
    return status;
}

static enum status accept_new(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)subject;
    return keep_organisation(desk, row, true, text, problem);
}

static enum status accept_change(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)screen;
    (void)row;
    return keep_organisation(desk, subject, false, text, problem);
}

static const struct question organisation_questions[] = {
    [ASK_NEW] = {.purpose = "organisme",
        .describe = describe_new,
        .understand = understand,
        .accept = accept_new},
    [ASK_CHANGE] = {.purpose = "changer-organisme",
        .correction = true,
        .describe = describe_change,
        .understand = understand,
        .accept = accept_change},
};

void committees_show(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)desk;
    follow_go(follow, PLACE_COMMITTEES, PLAN_FIELD, 0);
}

void committees_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct committees_view *view = view_of(screen);
    const struct committee_rules *committee = committee_at(view, view->list.cursor);
    const struct organisation *organisation = organisation_at(view, view->list.cursor);
    if (committee != NULL)
        follow_go(follow, PLACE_COMMITTEE, PLAN_FIELD, committee->id);
    if (organisation == NULL)
        return;
    const struct organisation_line line = {
        organisation->code, organisation->label, organisation->college};
    struct buffer text = {0};
    organisation_line_write(&text, &line);
    desk_ask(desk, screen, &organisation_questions[ASK_CHANGE], organisation->id, organisation->id,
        buffer_text(&text));
    buffer_clear(&text);
}

void committees_ask_organisation(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(desk, screen, &organisation_questions[ASK_NEW], 0, 0, "");
}

const struct screen_class committees_screen = {
    .size = sizeof(struct committees_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .questions = {{organisation_questions,
                      sizeof organisation_questions / sizeof organisation_questions[0]},
        {meeting_questions, MEETING_QUESTION_COUNT}},
};
