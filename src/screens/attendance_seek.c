// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance_seek.h"

#include "screens/attendance_phrases.h"
#include "screens/attendance_view.h"
#include "screens/desk.h"

// The choices are the people, in the order of the sheet.
static void go_to_person(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct attendance_view *view = attendance_view_of(screen);
    size_t chosen = picker_focused(picker);
    for (size_t i = 0; chosen < view->sheet.count && i < view->line_count; i++)
        if (view->lines[i].attendee == &view->sheet.people[chosen])
            view->list.cursor = i;
}

static const char *known_of(
    const struct attendance_view *view, const struct attendee *attendee, struct arena *arena)
{
    struct buffer presence = {0};
    phrase_presence(&presence, &view->sheet, &view->state, attendee);
    const char *copy = arena_copy(arena, buffer_text(&presence));
    buffer_clear(&presence);
    return copy;
}

static const char *other_words(const struct attendee *attendee, struct arena *arena)
{
    return arena_format(arena, "%s %s", attendee->function == NULL ? "" : attendee->function,
        attendee->organisation == NULL ? "" : attendee->organisation);
}

void attendance_seek(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {go_to_person};
    const struct attendance_view *view = attendance_view_read(screen);
    struct arena arena = {0};
    struct picker_choice *choices = arena_array(&arena, view->sheet.count + 1, sizeof *choices);
    for (size_t i = 0; choices != NULL && i < view->sheet.count; i++) {
        const struct attendee *attendee = &view->sheet.people[i];
        choices[i] = (struct picker_choice){.reference = "",
            .label = attendee->name,
            .aside = known_of(view, attendee, &arena),
            .also = other_words(attendee, &arena)};
    }
    if (arena.failed)
        desk_refuse_no_memory(desk);
    else if (view->sheet.count == 0)
        desk_say(desk, "Personne n'est attendu : g ajoute une personne invitée.");
    else
        desk_pick(desk, &pick, "À qui aller ?", choices, view->sheet.count, false);
    arena_clear(&arena);
}
