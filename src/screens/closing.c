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
    bool proposes = view->meeting.proposes;
    const char *several = proposes ? "propositions" : "décisions";
    if (preview->decisions == 0)
        buffer_append(out, "Aucune décision n'a été prise : rien ne sera numéroté.");
    else if (preview->first_number == NULL)
        buffer_append_format(out, "%d %s ; leur numéro est celui de la ville.", preview->decisions,
            preview->decisions == 1 ? "délibération sera scellée"
                                    : "délibérations seront scellées");
    else if (preview->decisions == 1)
        buffer_append_format(out, "La %s prendra le numéro %s.",
            proposes ? "proposition" : "décision", preview->first_number);
    else if (preview->decisions == 2)
        buffer_append_format(out, "Les 2 %s prendront les numéros %s et %s.", several,
            preview->first_number, preview->last_number);
    else
        buffer_append_format(out, "Les %d %s prendront les numéros %s à %s.", preview->decisions,
            several, preview->first_number, preview->last_number);
}

// What is missing, and how to mend it: one sentence where it is one, another for several.
static void say_missing(struct surface *surface, struct rectangle *rest, int count, const char *one,
    const char *several)
{
    struct buffer line = {0};
    if (count == 0)
        return;
    buffer_append(&line, "! ");
    if (count > 1)
        buffer_append_format(&line, "%d ", count);
    buffer_append(&line, count == 1 ? one : several);
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
    say_missing(surface, &rest, preview->untreated_items,
        "Un point n'a pas été traité : r le reporte, Retour arr. permet d'y revenir.",
        "points n'ont pas été traités : r les reporte, Retour arr. permet d'y revenir.");
    say_missing(surface, &rest, preview->tasks_without_owner,
        "Une tâche n'a pas de responsable : Retour arr. permet de la corriger.",
        "tâches n'ont pas de responsable : Retour arr. permet de les corriger.");
    say_missing(surface, &rest, preview->tasks_without_date,
        "Une tâche n'a pas d'échéance : Retour arr. permet de la corriger.",
        "tâches n'ont pas d'échéance : Retour arr. permet de les corriger.");
    say_missing(surface, &rest, preview->doubtful_records,
        "Une ligne est à vérifier : Retour arr. permet de la corriger.",
        "lignes sont à vérifier : Retour arr. permet de les corriger.");
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
        desk_say(desk, "La séance %s est close : ce qu'elle a noté est scellé.",
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
