// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/minutes.h"

#include "rules/committee_rule.h"
#include "rules/workflow.h"
#include "screens/commands.h"
#include "screens/desk.h"
#include "screens/list_screen.h"
#include "screens/meeting_phrases.h"
#include "screens/minutes_commands.h"
#include "store/approval.h"
#include "store/closing_log.h"
#include "store/meeting.h"
#include "store/meeting_dispatch.h"
#include "store/rectification.h"
#include "store/seal_check.h"
#include "surface/paragraph.h"
#include "text/french_count.h"

// A line of the screen: a heading, or a fact below it.
struct line {
    enum style style;
    const char *text;
};

struct minutes_view {
    struct screen screen;
    struct arena arena;
    struct meeting meeting;
    struct seal_report seal;
    struct closing_log closings;
    struct dispatch_list sent;
    struct approval approval;
    struct rectification_list rectifications;
    struct line *lines;
    size_t line_capacity;
    struct list list;
};

static const struct minutes_view *view_of(const struct screen *screen)
{
    return (const struct minutes_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct minutes_view *)screen)->arena);
}

// Nothing is shown of what memory cut: the arena tells at the end.
static void add(struct minutes_view *view, enum style style, struct buffer *text)
{
    struct line *lines = arena_grow(
        &view->arena, view->lines, view->list.count, &view->line_capacity, sizeof *lines);
    const char *copy = arena_copy(&view->arena, buffer_text(text));
    if (buffer_failed(text))
        view->arena.failed = true;
    if (lines != NULL && copy != NULL) {
        view->lines = lines;
        lines[view->list.count++] = (struct line){style, copy};
    }
    buffer_reset(text);
}

static void add_words(struct minutes_view *view, enum style style, const char *words)
{
    struct buffer text = {0};
    buffer_append(&text, words);
    add(view, style, &text);
    buffer_clear(&text);
}

// In groups of eight, to be compared by eye.
static void append_seal(struct buffer *out, const char *seal)
{
    const size_t group = 8;
    for (size_t i = 0; seal[i] != '\0'; i++) {
        if (i > 0 && i % group == 0)
            buffer_append(out, " ");
        buffer_append_character(out, seal[i]);
    }
}

static void lay_seal(struct minutes_view *view, struct buffer *text)
{
    static const char *const verdicts[] = {
        [SEAL_NONE] = "Close avant que Greffe ne scelle : elle n'a pas d'empreinte.",
        [SEAL_HOLDS] = "Conforme : rien n'a changé depuis la clôture.",
        [SEAL_DIFFERS] = "NE CORRESPOND PAS à ce qui a été scellé :",
    };
    const struct seal_report *seal = &view->seal;
    bool closed = meeting_is_closed(&view->meeting) || seal->state != SEAL_NONE;
    add_words(view, STYLE_PROMPT, "Empreinte");
    if (seal->seal != NULL) {
        append_seal(text, seal->seal);
        add(view, STYLE_TEXT, text);
    }
    add_words(view, seal->state == SEAL_DIFFERS ? STYLE_PROBLEM : STYLE_TEXT,
        closed ? verdicts[seal->state] : "La clôture la scellera.");
    for (size_t i = 0; i < seal->difference_count; i++)
        add_words(view, STYLE_PROBLEM, seal->differences[i]);
    if (seal->omitted > 0) {
        french_count(text, seal->omitted, "partie confidentielle a été laissée",
            "parties confidentielles ont été laissées");
        buffer_append(text, " de côté.");
        add(view, STYLE_TEXT, text);
    }
}

static void lay_closings(struct minutes_view *view, struct buffer *text)
{
    if (view->closings.count > 0)
        add_words(view, STYLE_PROMPT, "Clôtures et réouvertures");
    for (size_t i = 0; i < view->closings.count; i++) {
        const struct closing *closing = &view->closings.closings[i];
        if (closing->kind == CLOSING_DONE)
            buffer_append_format(text, "Clôture n° %d · ", closing->version);
        else
            buffer_append(text, "Réouverture · ");
        phrase_moment(text, closing->at);
        if (closing->author[0] != '\0')
            buffer_append_format(text, " · %s", closing->author);
        if (closing->reason != NULL)
            buffer_append_format(text, " · motif : %s", closing->reason);
        add(view, STYLE_TEXT, text);
    }
}

static const char *sent_name(const struct minutes_view *view, enum dispatch_kind kind)
{
    if (kind == DISPATCH_MINUTES)
        return "Compte rendu";
    return committee_invites(view->sent.call_word) ? "Invitation" : "Convocation";
}

// What is to be sent, and was not; NULL when nothing is.
static const char *unsent(const struct minutes_view *view)
{
    bool invited = committee_invites(view->sent.call_word);
    if (meeting_state_is(view->meeting.state, MEETING_PREPARED) && view->sent.count == 0)
        return invited ? "Rien n'est parti encore : e note l'envoi de l'invitation."
                       : "Rien n'est parti encore : e note l'envoi de la convocation.";
    if (meeting_is_closed(&view->meeting) && !view->sent.minutes_are_out)
        return view->closings.count > 1
                   ? "Le compte rendu n'est pas reparti depuis la dernière clôture : e note "
                     "l'envoi."
                   : "Le compte rendu n'est pas parti encore : e note l'envoi.";
    return view->sent.count == 0 ? "Rien n'est parti ; le compte rendu partira une fois la séance "
                                   "close."
                                 : NULL;
}

static void lay_sent(struct minutes_view *view, struct buffer *text)
{
    add_words(view, STYLE_PROMPT, "Envois");
    for (size_t i = 0; i < view->sent.count; i++) {
        const struct dispatch *dispatch = &view->sent.dispatches[i];
        buffer_append_format(text, "%s · ", sent_name(view, dispatch->kind));
        phrase_moment(text, dispatch->at);
        buffer_append_format(text, " · %s", dispatch->recipients);
        add(view, STYLE_TEXT, text);
    }
    if (unsent(view) != NULL)
        add_words(view, STYLE_MUTED, unsent(view));
}

static void append_day(struct buffer *out, const char *iso)
{
    struct date date = {0};
    date_read_iso(iso, &date);
    date_short(out, date);
}

static void say_approval(const struct approval *approval, struct buffer *text)
{
    if (approval->day != NULL) {
        buffer_append(text, approval->tacit ? "Approuvé tacitement le " : "Approuvé le ");
        append_day(text, approval->day);
        if (approval->tacit)
            buffer_append_format(text, ", %d jours après l'envoi", approval->delay);
        if (approval->meeting != NULL)
            buffer_append_format(text, ", à la séance %s", approval->meeting);
        buffer_append(text, approval->reserves == NULL ? "." : ", avec réserves : ");
        if (approval->reserves != NULL)
            buffer_append(text, approval->reserves);
    } else if (approval->due != NULL) {
        buffer_append(text, "Le sera tacitement le ");
        append_day(text, approval->due);
        buffer_append_format(text, ", %d jours après l'envoi.", approval->delay);
    } else if (approval->delay >= 0)
        buffer_append_format(
            text, "Pas encore : le délai de %d jours court dès l'envoi.", approval->delay);
    else
        buffer_append(text, "Pas encore : à la prochaine séance, ou a ici.");
}

static void lay_approval(struct minutes_view *view, struct buffer *text)
{
    if (!meeting_is_closed(&view->meeting))
        return;
    add_words(view, STYLE_PROMPT, "Approbation du compte rendu");
    say_approval(&view->approval, text);
    add(view, STYLE_TEXT, text);
}

static void lay_rectifications(struct minutes_view *view, struct buffer *text)
{
    if (view->rectifications.count > 0)
        add_words(view, STYLE_PROMPT, "Rectifications");
    for (size_t i = 0; i < view->rectifications.count; i++) {
        phrase_rectification(text, &view->rectifications.rectifications[i]);
        add(view, STYLE_DECISION, text);
    }
}

static enum status lay(struct minutes_view *view, struct problem *problem)
{
    struct buffer text = {0};
    view->lines = NULL;
    view->line_capacity = 0;
    view->list.count = 0;
    lay_seal(view, &text);
    lay_closings(view, &text);
    lay_sent(view, &text);
    lay_approval(view, &text);
    lay_rectifications(view, &text);
    list_resize(&view->list, view->list.count);
    buffer_clear(&text);
    return view->arena.failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

static enum status read_all(struct minutes_view *view, struct desk *desk, struct problem *problem)
{
    struct store *store = desk->store;
    int64_t id = view->screen.destination.element;
    enum status status = meeting_load(store, id, &view->arena, &view->meeting, problem);
    if (status == STATUS_DONE)
        status = seal_check(store, id, &view->arena, &view->seal, problem);
    if (status == STATUS_DONE)
        status = closing_log_load(store, id, &view->arena, &view->closings, problem);
    if (status == STATUS_DONE)
        status = dispatch_list_load(store, id, &view->arena, &view->sent, problem);
    if (status == STATUS_DONE)
        status = approval_load(store, id, &view->arena, &view->approval, problem);
    if (status == STATUS_DONE)
        status = rectifications_of_meeting(store, id, &view->arena, &view->rectifications, problem);
    return status;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct minutes_view *view = (struct minutes_view *)screen;
    struct minutes_view read = *view;
    read.arena = (struct arena){0};
    enum status status = read_all(&read, desk, problem);
    if (status == STATUS_DONE)
        status = lay(&read, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct minutes_view *view = view_of(screen);
    buffer_append(left, "Séances › ");
    phrase_meeting(left, &view->meeting);
    buffer_append(left, " › Suites");
    buffer_append(right, phrase_meeting_state(&view->meeting));
}

static int indent(const struct line *line)
{
    return line->style == STYLE_PROMPT ? 0 : 2;
}

static int line_height(const void *context, size_t row, int width)
{
    const struct minutes_view *view = context;
    const struct line *line = &view->lines[row];
    return paragraph_height(line->text, width - indent(line));
}

static void draw_line(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct minutes_view *view = context;
    const struct line *line = &view->lines[row];
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    area.column += indent(line);
    area.width -= indent(line);
    paragraph_draw(surface, area, focused ? STYLE_FOCUS : line->style, line->text);
}

static struct list_rows rows_of(const struct minutes_view *view)
{
    return (struct list_rows){.context = view, .height = line_height, .draw = draw_line};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    struct list_rows rows = rows_of(view_of(screen));
    list_screen_draw(&view_of(screen)->list, &rows, "", desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct minutes_view *view = (struct minutes_view *)screen;
    struct list_rows rows = rows_of(view);
    return list_screen_handle(&view->list, &rows, screen->area, event);
}

// Commands show where they would do something.
static uint64_t where(const struct screen *screen)
{
    const struct minutes_view *view = view_of(screen);
    if (meeting_is_closed(&view->meeting))
        return view->approval.day != NULL ? WHERE_MINUTES_APPROVED : WHERE_MINUTES_SHUT;
    return meeting_state_is(view->meeting.state, MEETING_PREPARED) ? WHERE_MINUTES_CALL
                                                                   : WHERE_MINUTES;
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

const struct screen_class minutes_screen = {
    .size = sizeof(struct minutes_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .handle = handle,
    .where = where,
    .meeting = meeting_shown,
    .questions = {{minutes_questions, MINUTES_QUESTION_COUNT}},
};
