// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance.h"

#include <string.h>

#include "screens/attendance_commands.h"
#include "screens/attendance_phrases.h"
#include "screens/attendance_view.h"
#include "screens/commands.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "surface/columns.h"
#include "surface/paragraph.h"
#include "text/french_count.h"
#include "text/utf8.h"

enum { MARK_WIDTH = 2, STATE_WIDTH = 14, ASIDE_SHARE = 3, MOST_COUNT_ROWS = 3, GUESTS = -1 };

static void clear(struct screen *screen)
{
    struct attendance_view *view = attendance_view_of(screen);
    marks_clear(&view->marks);
    arena_clear(&view->arena);
}

static bool is_guest(const struct attendee *attendee)
{
    return strcmp(attendee->role, "invite") == 0;
}

static struct attendance_line heading_of(
    const struct attendance_sheet *sheet, const struct attendee *attendee)
{
    struct attendance_line line = {.heading = "Personnes invitées", .college = GUESTS};
    if (is_guest(attendee))
        return line;
    line.college = attendance_sheet_college(sheet, attendee->college);
    line.heading = attendee->college != NULL    ? attendee->college
                   : sheet->colleges[0] == NULL ? "Membres"
                                                : "Sans collège";
    return line;
}

static enum status make_lines(struct attendance_view *read, struct problem *problem)
{
    const struct attendance_sheet *sheet = &read->sheet;
    struct attendance_line *lines = arena_array(&read->arena, 2 * sheet->count + 1, sizeof *lines);
    int64_t shown = GUESTS - 1;
    if (lines == NULL)
        return problem_set_no_memory(problem);
    read->lines = lines;
    for (size_t i = 0; i < sheet->count; i++) {
        struct attendance_line heading = heading_of(sheet, &sheet->people[i]);
        if (heading.college != shown)
            lines[read->line_count++] = heading;
        shown = heading.college;
        lines[read->line_count++] = (struct attendance_line){.attendee = &sheet->people[i]};
    }
    return STATUS_DONE;
}

static enum status read_all(
    struct attendance_view *read, struct desk *desk, int64_t meeting, struct problem *problem)
{
    enum status status = meeting_load(desk->store, meeting, &read->arena, &read->meeting, problem);
    if (status == STATUS_DONE)
        status = attendance_load(desk->store, meeting, &read->arena, &read->sheet, problem);
    if (status == STATUS_DONE)
        status = attendance_at(&read->sheet, 0, &read->arena, &read->state, problem);
    if (status == STATUS_DONE)
        status = make_lines(read, problem);
    return status;
}

// Of those who are still on the list.
static void keep_marks(struct attendance_view *view)
{
    for (size_t i = marks_count(&view->marks); i > 0; i--) {
        int64_t attendee = marks_at(&view->marks, i - 1);
        if (attendance_sheet_find(&view->sheet, attendee) == NULL)
            (void)marks_set(&view->marks, attendee, false); // takes no memory
    }
}

// The one that was just added, else the one that was under the cursor, else the first.
static void settle_cursor(struct attendance_view *view, int64_t was, size_t count_before)
{
    int64_t wanted = was;
    list_resize(&view->list, view->line_count);
    if (count_before > 0 && view->sheet.count == count_before + 1)
        for (size_t i = 0; i < view->sheet.count; i++)
            if (view->sheet.people[i].id > wanted)
                wanted = view->sheet.people[i].id;
    for (size_t i = 0; i < view->line_count; i++)
        if (view->lines[i].attendee != NULL && view->lines[i].attendee->id == wanted)
            view->list.cursor = i;
    if (attendance_focused(view) == NULL)
        attendance_go_on(view);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct attendance_view *view = attendance_view_of(screen);
    struct attendance_view read = {0};
    const struct attendee *focused = attendance_focused(view);
    int64_t was = focused == NULL ? screen->destination.focus : focused->id;
    size_t count_before = view->sheet.count;
    enum status status = read_all(&read, desk, screen->destination.element, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    view->arena = read.arena;
    view->meeting = read.meeting;
    view->sheet = read.sheet;
    view->state = read.state;
    view->lines = read.lines;
    view->line_count = read.line_count;
    keep_marks(view);
    settle_cursor(view, was, count_before);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct attendance_view *view = attendance_view_read(screen);
    phrase_meeting(left, &view->meeting);
    buffer_append(left, " › Présences");
    size_t marks = marks_count(&view->marks);
    if (marks > 0)
        french_count(right, (int)marks, "marque", "marques");
}

static void append_names(
    struct buffer *out, const struct attendance_view *view, const struct attendee *attendee)
{
    const struct attendee *holder = attendance_sheet_find(&view->sheet, attendee->proxy_to);
    const struct attendee *principal =
        attendance_sheet_find(&view->sheet, attendee->substitute_for);
    if (attendee->deputy != NULL)
        buffer_append_format(out, " · représenté par %s", attendee->deputy);
    if (holder != NULL)
        buffer_append_format(out, " · pouvoir à %s", holder->name);
    if (principal != NULL)
        buffer_append_format(out, " · supplée %s", principal->name);
}

static void append_moves(struct buffer *out, const struct attendee *attendee)
{
    for (size_t i = 0; i < attendee->move_count; i++) {
        buffer_append(out, attendee->moves[i].arrives ? " · arrivée " : " · départ ");
        phrase_hour(out, attendee->moves[i].at);
    }
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct attendance_view *view = attendance_view_read(screen);
    const struct attendee *attendee = attendance_focused(view);
    int voice = VOICE_NONE;
    if (attendee == NULL)
        return;
    const struct attendee *principal =
        attendance_sheet_find(&view->sheet, attendee->substitute_for);
    phrase_attendee_place(out, attendee);
    append_names(out, view, attendee);
    append_moves(out, attendee);
    if (principal != NULL && attendance_standing(view, attendee)->held &&
        attendance_standing(view, principal)->held)
        buffer_append(out, " · sans voix tant que le siège est tenu");
    else if (value_of_code(&seat_voice_values, attendee->voice, &voice) && voice != VOICE_NONE)
        buffer_append_format(out, " · %s", value_label(&seat_voice_values, voice));
}

static void draw_heading(const struct attendance_view *view, const struct attendance_line *line,
    struct surface *surface, struct rectangle area)
{
    struct buffer aside = {0};
    surface_put(surface, area.row, area.column, area.width, STYLE_PROMPT, line->heading);
    if (line->college != GUESTS && view->state.totals.seats > 0) {
        struct presence_totals totals = presence_total_of_college(
            &view->state.attendance, view->state.standings, line->college);
        if (totals.seats > 0)
            buffer_append_format(&aside, "%d/%d", totals.present, totals.seats);
    }
    surface_put_right(surface, area.row, area.column, area.width, STYLE_MUTED, buffer_text(&aside));
    buffer_clear(&aside);
}

static void append_part(struct buffer *out, const char *part)
{
    buffer_append_format(out, "%s%s", out->length > 0 ? " · " : "", part);
}

static bool is_withdrawn(const struct attendance_view *view, const struct attendee *attendee)
{
    const struct seat *seat = attendance_find(&view->state.attendance, attendee->id);
    return seat != NULL && seat_is_withdrawn(seat, view->state.rank);
}

// «déport · présidence», «par Prénom Nom», «à Prénom Nom».
static void append_aside(
    struct buffer *out, const struct attendance_view *view, const struct attendee *attendee)
{
    const struct standing *standing = attendance_standing(view, attendee);
    const struct attendee *holder = attendance_sheet_find(&view->sheet, attendee->proxy_to);
    int role = SEAT_MEMBER;
    if (is_withdrawn(view, attendee))
        append_part(out, "déport");
    if (attendee->deputy != NULL)
        buffer_append_format(out, "%spar %s", out->length > 0 ? " · " : "", attendee->deputy);
    if (holder != NULL && !standing->held)
        buffer_append_format(out, "%sà %s", out->length > 0 ? " · " : "", holder->name);
    french_count_more(out, standing->proxies, "pouvoir", "pouvoirs");
    if (attendee->substitute_for != 0)
        append_part(out, "suppléance");
    if (value_of_code(&seat_role_values, attendee->role, &role) && role != SEAT_MEMBER &&
        role != SEAT_GUEST)
        append_part(out, value_label(&seat_role_values, role));
}

static enum style style_of(
    const struct attendance_view *view, const struct attendee *attendee, bool focused)
{
    if (focused)
        return STYLE_FOCUS;
    if (marks_have(&view->marks, attendee->id))
        return STYLE_MARKED;
    return attendance_standing(view, attendee)->held ? STYLE_TEXT : STYLE_MUTED;
}

static void draw_person(const struct attendance_view *view, const struct attendee *attendee,
    struct surface *surface, struct rectangle area, bool focused)
{
    enum style style = style_of(view, attendee, focused);
    struct buffer text = {0};
    int column = area.column;
    surface_put(
        surface, area.row, column, 1, style, marks_have(&view->marks, attendee->id) ? "*" : " ");
    column += MARK_WIDTH;
    phrase_presence(&text, &view->sheet, &view->state, attendee);
    surface_put(surface, area.row, column, STATE_WIDTH - 1, style, buffer_text(&text));
    column += STATE_WIDTH + (attendee->substitute_for != 0 ? 2 : 0);
    buffer_reset(&text);
    append_aside(&text, view, attendee);
    int aside = (int)text_width(buffer_text(&text));
    if (aside > area.width / ASIDE_SHARE)
        aside = area.width / ASIDE_SHARE;
    surface_put_right(
        surface, area.row, area.column + area.width - aside, aside, style, buffer_text(&text));
    buffer_reset(&text);
    phrase_attendee_place(&text, attendee);
    surface_put(surface, area.row, column, area.column + area.width - aside - (aside > 0) - column,
        style, buffer_text(&text));
    buffer_clear(&text);
}

struct attendance_rows {
    const struct attendance_view *view;
    int width; // what is said of a person stands near the name, on a wide window too
};

static struct attendance_rows measure(const struct attendance_view *view)
{
    struct buffer text = {0};
    int place = 0;
    int aside = 0;
    for (size_t i = 0; i < view->sheet.count; i++) {
        const struct attendee *attendee = &view->sheet.people[i];
        buffer_reset(&text);
        phrase_attendee_place(&text, attendee);
        columns_hold(&place, attendee->substitute_for != 0 ? 2 : 0, buffer_text(&text));
        buffer_reset(&text);
        append_aside(&text, view, attendee);
        columns_hold(&aside, 0, buffer_text(&text));
    }
    buffer_clear(&text);
    int width = MARK_WIDTH + STATE_WIDTH + place + COLUMNS_GAP + aside;
    return (struct attendance_rows){
        view, width < aside * ASIDE_SHARE ? aside * ASIDE_SHARE : width};
}

static void draw_line(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct attendance_rows *rows = context;
    const struct attendance_line *line = &rows->view->lines[row];
    if (focused && line->attendee != NULL)
        surface_paint(surface, area, STYLE_FOCUS);
    area.width = rows->width < area.width ? rows->width : area.width;
    if (line->attendee == NULL)
        draw_heading(rows->view, line, surface, area);
    else
        draw_person(rows->view, line->attendee, surface, area, focused);
}

static const char *college_label(int64_t college, const void *context)
{
    const char *label = attendance_sheet_college_label(context, college);
    return label == NULL ? "sans collège" : label;
}

static void append_colleges(struct buffer *out, const struct attendance_view *view)
{
    for (size_t i = 0; i < view->sheet.college_count; i++) {
        struct presence_totals totals = presence_total_of_college(
            &view->state.attendance, view->state.standings, (int64_t)i + 1);
        if (totals.seats > 0)
            buffer_append_format(out, "%s%s %d/%d", out->length > 0 ? " · " : "",
                view->sheet.colleges[i], totals.present, totals.seats);
    }
    if (out->length > 0)
        buffer_append(out, "\n");
}

static int count_guests(const struct attendance_view *view)
{
    int guests = 0;
    for (size_t i = 0; i < view->sheet.count; i++)
        guests += is_guest(&view->sheet.people[i]) && view->state.standings[i].held;
    return guests;
}

// «Collectivités 3/5 · Associations 2/4», then «8 présents sur 14, quorum de 8 atteint · 10 voix».
static void append_count(struct buffer *out, const struct attendance_view *view)
{
    const struct attendance_state *state = &view->state;
    struct buffer line = {0};
    append_colleges(out, view);
    if (state->totals.seats > 0)
        quorum_sentence(&line, &state->quorum, college_label, &view->sheet);
    else {
        french_count(&line, state->present, "présent", "présents");
        buffer_append_format(&line, " sur %d", state->expected);
    }
    french_count_more(&line, state->totals.voters, "voix", "voix");
    if (state->totals.proxies > 0)
        buffer_append_format(&line, " dont %d par pouvoir", state->totals.proxies);
    french_count_more(&line, count_guests(view), "invité", "invités");
    buffer_append(out, buffer_text(&line));
    buffer_clear(&line);
}

static int count_rows(const struct attendance_view *view, int width, struct buffer *text)
{
    append_count(text, view);
    int rows = paragraph_height(buffer_text(text), width - 2);
    return rows < MOST_COUNT_ROWS ? rows : MOST_COUNT_ROWS;
}

// Where the people stand: above the rule and the count.
static struct rectangle list_area(const struct attendance_view *view, struct rectangle area)
{
    struct buffer text = {0};
    int rows = count_rows(view, area.width, &text) + 1;
    buffer_clear(&text);
    return (struct rectangle){area.row, area.column, area.height - rows, area.width};
}

static void draw_count(
    const struct attendance_view *view, struct surface *surface, struct rectangle area)
{
    struct buffer text = {0};
    int rows = count_rows(view, area.width, &text);
    struct rectangle rule = {area.row + area.height - rows - 1, area.column, 1, area.width};
    struct rectangle below = {rule.row + 1, area.column + 1, rows, area.width - 2};
    surface_fill(surface, rule, STYLE_RULE, "─");
    paragraph_draw_down(surface, &below, STYLE_STATUS, buffer_text(&text));
    buffer_clear(&text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct attendance_view *view = attendance_view_read(screen);
    const struct attendance_rows people = measure(view);
    struct list_rows rows = {.context = &people, .draw = draw_line};
    if (view->sheet.count == 0) {
        struct rectangle text = {area.row + 1, 2, area.height - 1, area.width - 4};
        paragraph_draw_down(surface, &text, STYLE_MUTED,
            "Personne n'est attendu : l'instance n'a pas de membre ce jour-là. g ajoute une"
            " personne invitée.");
        surface_place_cursor(surface, area.row + 1, 1);
        return;
    }
    list_draw(&view->list, surface, list_area(view, area), &rows,
        desk->question == NULL && desk->pick == NULL);
    draw_count(view, surface, area);
}

static void click(struct attendance_view *view, const struct event *event)
{
    struct list_rows rows = {0};
    struct rectangle area = list_area(view, view->screen.area);
    size_t line = list_row_at(&view->list, area, &rows, event->row - area.row);
    if (line < view->line_count && view->lines[line].attendee != NULL)
        view->list.cursor = line;
}

// Past a heading, on in the direction one came from; the first line is one.
static void leave_heading(struct attendance_view *view, size_t was)
{
    if (view->line_count == 0 || attendance_focused(view) != NULL)
        return;
    if (view->list.cursor < was && view->list.cursor > 0)
        view->list.cursor--;
    else
        attendance_go_on(view);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct attendance_view *view = attendance_view_of(screen);
    size_t was = view->list.cursor;
    if (event->type == EVENT_CLICK) {
        click(view, event);
        return true;
    }
    if (!list_handle(&view->list, event, (size_t)list_area(view, screen->area).height))
        return false;
    leave_heading(view, was);
    return true;
}

static uint64_t where(const struct screen *screen)
{
    return meeting_is_closed(&attendance_view_read(screen)->meeting) ? WHERE_ATTENDANCE_SHUT
                                                                     : WHERE_ATTENDANCE;
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

const struct screen_class attendance_screen = {
    .size = sizeof(struct attendance_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .where = where,
    .meeting = meeting_shown,
    .questions = {{attendance_questions, ATTENDANCE_QUESTION_COUNT}},
};
