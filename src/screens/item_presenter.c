// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/item_presenter.h"

#include <string.h>

#include "screens/desk.h"
#include "screens/item_reading.h"
#include "store/attendance.h"
#include "store/item_edit.h"
#include "text/grapheme.h"

static const char nobody[] = "Personne";

struct presenters {
    struct picker_choice *choices;
    size_t count;
};

static void add(
    struct presenters *presenters, const char *name, const char *aside, const char *also)
{
    for (size_t i = 0; i < presenters->count; i++)
        if (strcmp(presenters->choices[i].label, name) == 0)
            return;
    presenters->choices[presenters->count++] =
        (struct picker_choice){.reference = "", .label = name, .aside = aside, .also = also};
}

// What leaves room for the name on a narrow window.
static const char *short_aside(const char *text)
{
    enum { WIDEST = 24 };
    return text != NULL && text_width(text) <= WIDEST ? text : NULL;
}

static void add_attendee(
    struct presenters *presenters, const struct attendee *attendee, struct arena *arena)
{
    const char *words =
        arena_format(arena, "%s %s", attendee->function == NULL ? "" : attendee->function,
            attendee->organisation == NULL ? "" : attendee->organisation);
    add(presenters, attendee->name, short_aside(attendee->organisation), words);
    if (attendee->deputy != NULL)
        add(presenters, attendee->deputy,
            short_aside(arena_format(arena, "pour %s", attendee->name)), words);
}

static void accept_presenter(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct item_reading reading;
    struct gesture *gesture = NULL;
    struct problem problem = {0};
    const char *other = picker_other(picker);
    size_t chosen = picker_focused(picker);
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    const char *name = other != NULL             ? other
                       : chosen >= picker->count ? ""
                                                 : picker->choices[chosen].label;
    bool taken_away = other == NULL && strcmp(name, nobody) == 0;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_set_presenter(gesture, reading.item->id, taken_away ? "" : name, &problem);
    desk_conclude(desk, gesture, status, &problem, "point %s, rapporteur : %s",
        reading.item->number, taken_away ? "(vide)" : name);
    arena_clear(&reading.arena);
}

static void ask(struct desk *desk, const struct item *item, const struct presenters *presenters)
{
    static const struct pick pick = {accept_presenter};
    struct buffer question = {0};
    buffer_append_format(&question, "Rapporteur du point %s", item->number);
    if (item->presenter != NULL)
        buffer_append_format(&question, " : %s", item->presenter);
    desk_pick(desk, &pick, buffer_text(&question), presenters->choices, presenters->count, false);
    picker_allow_other(&desk->picker, "nom nouveau");
    buffer_clear(&question);
}

void item_pick_presenter(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    enum { OF_ONE = 2 };
    struct item_reading reading;
    struct attendance_sheet sheet = {0};
    struct presenters presenters = {0};
    struct problem problem = {0};
    if (!item_read_on_agenda(screen, desk, &reading))
        return;
    struct arena *arena = &reading.arena;
    enum status status = attendance_load(desk->store, reading.meeting, arena, &sheet, &problem);
    if (status == STATUS_DONE && (presenters.choices = arena_array(arena, sheet.count * OF_ONE + 1,
                                      sizeof *presenters.choices)) == NULL)
        status = problem_set_no_memory(&problem);
    for (size_t i = 0; presenters.choices != NULL && i < sheet.count; i++)
        add_attendee(&presenters, &sheet.people[i], arena);
    if (presenters.choices != NULL && reading.item->presenter != NULL)
        add(&presenters, nobody, "le point n'a plus de rapporteur", "");
    if (status == STATUS_DONE && arena->failed)
        status = problem_set_no_memory(&problem);
    if (status == STATUS_DONE)
        ask(desk, reading.item, &presenters);
    else
        desk_refuse(desk, &problem);
    arena_clear(arena);
}
