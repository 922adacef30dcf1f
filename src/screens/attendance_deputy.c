// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/attendance_deputy.h"

#include <string.h>

#include "rules/presence_check.h"
#include "screens/attendance_commands.h"
#include "screens/attendance_phrases.h"
#include "screens/attendance_view.h"
#include "screens/desk.h"
#include "store/person.h"
#include "text/utf8.h"

struct deputies {
    struct picker_choice *choices;
    size_t count;
};

static void add(
    struct deputies *deputies, const char *name, const char *function, const char *aside)
{
    for (size_t i = 0; i < deputies->count; i++)
        if (strcmp(deputies->choices[i].label, name) == 0)
            return;
    deputies->choices[deputies->count++] =
        (struct picker_choice){.reference = "", .label = name, .aside = aside, .also = function};
}

static void add_substitutes(struct deputies *deputies, const struct attendance_sheet *sheet,
    const struct attendee *principal)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->people[i].substitute_for == principal->id)
            add(deputies, sheet->people[i].name, sheet->people[i].function, "suppléance");
}

// What leaves room for the name on a narrow window.
static const char *short_function(const struct person *person)
{
    enum { WIDEST = 24 };
    return person->function != NULL && text_width(person->function) <= WIDEST ? person->function
                                                                              : NULL;
}

static void add_colleagues(struct deputies *deputies, const struct person *people, size_t count,
    const struct attendee *principal)
{
    const char *code = principal->organisation_code;
    for (size_t i = 0; code != NULL && i < count; i++)
        if (people[i].id != principal->person && people[i].organisation_code != NULL &&
            strcmp(people[i].organisation_code, code) == 0)
            add(deputies, people[i].name, people[i].function, short_function(&people[i]));
}

static void accept_deputy(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct buffer deputy = {0};
    const char *other = picker_other(picker);
    size_t chosen = picker_focused(picker);
    buffer_append(&deputy, other != NULL            ? other
                           : chosen < picker->count ? picker->choices[chosen].label
                                                    : "");
    attendance_send_deputy(screen, desk, buffer_text(&deputy));
    buffer_clear(&deputy);
}

static void ask(const struct attendance_view *view, struct desk *desk,
    const struct attendee *principal, const struct deputies *deputies)
{
    static const struct pick pick = {accept_deputy};
    struct buffer question = {0};
    size_t marks = marks_count(&view->marks);
    buffer_append(&question, "Représentant de : ");
    if (marks > 1)
        buffer_append_format(&question, "%d personnes", (int)marks);
    else
        phrase_attendee(&question, principal);
    desk_pick(desk, &pick, buffer_text(&question), deputies->choices, deputies->count, false);
    picker_allow_other(&desk->picker, "nom nouveau");
    buffer_clear(&question);
}

void attendance_pick_deputy(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct attendance_view *view = attendance_view_of(screen);
    const struct attendee *principal =
        marks_count(&view->marks) > 0
            ? attendance_sheet_find(&view->sheet, marks_at(&view->marks, 0))
            : attendance_focused(view);
    struct arena arena = {0};
    struct problem problem = {0};
    struct deputies deputies = {0};
    struct person *people = NULL;
    size_t count = 0;
    if (principal == NULL) {
        desk_say(desk, "Personne n'est attendu : g ajoute une personne invitée.");
        return;
    }
    // Whoever is no member has no place that somebody could take: said before a name is typed.
    enum status status =
        presence_check_deputy(&view->state.attendance, principal->id, principal->name, &problem);
    if (status == STATUS_DONE)
        status = person_list(desk->store, &arena, &people, &count, &problem);
    deputies.choices = arena_array(&arena, view->sheet.count + count + 1, sizeof *deputies.choices);
    if (status == STATUS_DONE && deputies.choices == NULL)
        status = problem_set_no_memory(&problem);
    if (status == STATUS_DONE && deputies.choices != NULL) {
        add_substitutes(&deputies, &view->sheet, principal);
        add_colleagues(&deputies, people, count, principal);
        ask(view, desk, principal, &deputies);
    } else
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}
