// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/closing.h"

#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "store/meeting.h"
#include "surface/paragraph.h"

struct closing_view {
    struct screen screen;
    struct arena arena;
    struct meeting meeting;
    struct closing_preview preview;
};

static const struct closing_view *view_of(const struct screen *screen)
{
    return (const struct closing_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct closing_view *)screen)->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct closing_view *view = (struct closing_view *)screen;
    struct arena arena = {0};
    struct meeting meeting = {0};
    struct closing_preview preview = {0};
    int64_t id = screen->destination.element;
    enum status status = meeting_load(desk->store, id, &arena, &meeting, problem);
    if (status == STATUS_DONE)
        status = meeting_preview_closing(desk->store, id, &arena, &preview, problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    arena_clear(&view->arena);
    view->arena = arena;
    view->meeting = meeting;
    view->preview = preview;
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    phrase_meeting(left, &view_of(screen)->meeting);
    buffer_append(left, " › Clôture");
}

static void say_numbers(const struct closing_view *view, struct buffer *out)
{
    const struct closing_preview *preview = &view->preview;
    if (preview->decisions == 0)
        buffer_append(out, "Aucune décision n'a été prise : rien ne sera numéroté.");
    else if (preview->first_number == NULL)
        buffer_append_format(out,
            "%d délibération(s) seront scellées ; leur numéro est celui de la ville.",
            preview->decisions);
    else if (preview->decisions == 1)
        buffer_append_format(out, "La décision prendra le numéro %s.", preview->first_number);
    else
        buffer_append_format(out, "Les %d décisions prendront les numéros %s à %s.",
            preview->decisions, preview->first_number, preview->last_number);
}

// What is missing, one sentence each; `way` says how to mend it.
static void say_missing(struct surface *surface, struct rectangle *rest, int count, const char *one,
    const char *several, const char *way)
{
    struct buffer line = {0};
    if (count == 0)
        return;
    buffer_append(&line, "! ");
    if (count == 1)
        buffer_append(&line, one);
    else
        buffer_append_format(&line, "%d %s", count, several);
    buffer_append_format(&line, " : %s", way);
    paragraph_draw_down(surface, rest, STYLE_DOUBT, buffer_text(&line));
    buffer_clear(&line);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct closing_view *view = view_of(screen);
    const struct closing_preview *preview = &view->preview;
    struct rectangle rest = {area.row + 1, 2, area.height - 1, area.width - 4};
    struct buffer numbers = {0};
    say_numbers(view, &numbers);
    paragraph_draw_down(surface, &rest, STYLE_TEXT, buffer_text(&numbers));
    buffer_clear(&numbers);
    paragraph_draw_down(surface, &rest, STYLE_TEXT,
        "La séance sera close et scellée : l'annulation ne la rouvre pas.");
    paragraph_draw_down(surface, &rest, STYLE_TEXT, "");
    say_missing(surface, &rest, preview->untreated_items, "un point n'a pas été traité",
        "points n'ont pas été traités", "r les reporte, Retour permet d'y revenir.");
    say_missing(surface, &rest, preview->tasks_without_owner, "une tâche n'a pas de responsable",
        "tâches n'ont pas de responsable", "Retour permet de les corriger.");
    say_missing(surface, &rest, preview->tasks_without_date, "une tâche n'a pas d'échéance",
        "tâches n'ont pas d'échéance", "Retour permet de les corriger.");
    say_missing(surface, &rest, preview->doubtful_records, "une ligne est à vérifier",
        "lignes sont à vérifier", "Retour permet de les corriger.");
    paragraph_draw_down(surface, &rest, STYLE_TEXT, "");
    paragraph_draw_down(surface, &rest, STYLE_PROMPT, "F9 clôt la séance.");
    surface_place_cursor(surface, rest.row - 1, rest.column);
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

void closing_close(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    const struct closing_view *view = view_of(screen);
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = meeting_close(gesture, view->meeting.id, &problem);
    status =
        desk_finish(desk, gesture, status, &problem, "séance %s close", view->meeting.reference);
    if (status == STATUS_DONE) {
        follow->kind = FOLLOW_BACK;
        desk_say(desk, "La séance %s est close : ses décisions sont numérotées et scellées.",
            view->meeting.reference);
    } else
        desk_refuse(desk, &problem);
}

void closing_postpone(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = meeting_postpone_untreated(gesture, screen->destination.element, &problem);
    status = desk_finish(desk, gesture, status, &problem, "points non traités reportés");
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
}

const struct screen_class closing_screen = {
    .size = sizeof(struct closing_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .meeting = meeting_shown,
};
