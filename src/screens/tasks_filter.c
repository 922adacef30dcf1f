// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/tasks_filter.h"

#include <string.h>

#include "store/committee.h"
#include "store/directory.h"
#include "text/french_count.h"

static const struct {
    const char *code, *label;
} states[] = {
    {NULL, NULL},
    {TASK_OPEN, "ouvertes"},
    {"a-faire", "à faire"},
    {"en-cours", "en cours"},
    {"faite", "faites"},
    {"abandonnee", "abandonnées"},
};

enum { STATES = sizeof states / sizeof states[0] };

static struct tasks_view *view_of(struct screen *screen)
{
    return (struct tasks_view *)screen;
}

struct task_filter tasks_filter_of(const struct tasks_view *view, struct date today)
{
    const struct destination *destination = &view->base.paged.screen.destination;
    struct task_filter filter = {
        .level = destination->level,
        .element = destination->element,
        .committee = view->committee,
        .owner = buffer_text(&view->owner),
        .state = states[view->state].code,
        .text = buffer_text(&view->text),
        .late = view->late,
        .awaited = view->awaited,
        .given = view->given,
        .today = today,
        .order = view->order,
    };
    if (view->axis != 0) {
        filter.level = PLAN_AXIS;
        filter.element = view->axis;
    }
    return filter;
}

static void append_part(struct buffer *out, const char *part)
{
    if (part != NULL && part[0] != '\0')
        buffer_append_format(out, "%s%s", out->length > 0 ? " · " : "", part);
}

void tasks_filter_phrase(struct buffer *out, const struct tasks_view *view)
{
    static const char *const orders[] = {
        [TASK_BY_DUE] = NULL,
        [TASK_BY_PRIORITY] = "par priorité",
        [TASK_LATEST] = "les dernières prises d'abord",
    };
    append_part(out, states[view->state].label);
    append_part(out, buffer_text(&view->owner));
    append_part(out, view->late ? "en retard" : NULL);
    append_part(out, view->awaited ? "nouvelles demandées" : NULL);
    append_part(out, view->given ? "nouvelles reçues" : NULL);
    append_part(out, buffer_text(&view->axis_name));
    append_part(out, buffer_text(&view->committee_name));
    if (view->text.length > 0)
        buffer_append_format(out, "%s«%s»", out->length > 0 ? " · " : "", buffer_text(&view->text));
    append_part(out, orders[view->order]);
}

// What is looked for has changed: the list is read again, from its first row.
static void look_again(struct screen *screen, struct desk *desk)
{
    struct problem problem = {0};
    view_of(screen)->base.paged.pages.list.cursor = 0;
    if (screen->class->reload(screen, desk, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
}

static void set_text(struct buffer *buffer, const char *text)
{
    buffer_reset(buffer);
    buffer_append(buffer, text);
}

// The first choice of each picker takes the restriction away.
static enum status choose_owners(struct desk *desk, struct arena *arena,
    struct picker_choice **choices, size_t *count, struct problem *problem)
{
    struct task_debtor *debtors = NULL;
    struct buffer aside = {0};
    enum status status =
        task_debtors(desk->store, desk_today(desk), arena, &debtors, count, problem);
    if (status != STATUS_DONE)
        return status;
    *choices = arena_array(arena, *count + 1, sizeof **choices);
    if (*choices == NULL)
        return problem_set_no_memory(problem);
    (*choices)[0] = (struct picker_choice){.reference = "", .label = "Tout le monde"};
    for (size_t i = 0; i < *count; i++) {
        buffer_reset(&aside);
        french_count(&aside, debtors[i].open, "ouverte", "ouvertes");
        french_count_more(&aside, debtors[i].late, "en retard", "en retard");
        (*choices)[i + 1] = (struct picker_choice){.reference = "",
            .label = debtors[i].name,
            .aside = arena_copy(arena, buffer_text(&aside))};
    }
    buffer_clear(&aside);
    ++*count;
    return STATUS_DONE;
}

static void accept_owner(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    size_t chosen = picker_focused(picker);
    if (chosen >= picker->count)
        return;
    set_text(&view_of(screen)->owner, chosen == 0 ? "" : picker->choices[chosen].label);
    look_again(screen, desk);
}

void tasks_pick_owner(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    static const struct pick pick = {accept_owner};
    struct arena arena = {0};
    struct problem problem = {0};
    struct picker_choice *choices = NULL;
    size_t count = 0;
    if (choose_owners(desk, &arena, &choices, &count, &problem) == STATUS_DONE)
        desk_pick(desk, &pick, "Les tâches de qui ?", choices, count, false);
    else
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

// The axes of the directory, in its order, behind «tous les axes».
static enum status choose_axes(struct desk *desk, struct arena *arena,
    struct picker_choice **choices, int64_t **ids, size_t *count, struct problem *problem)
{
    struct directory directory = {0};
    enum status status = directory_load(desk->store, arena, &directory, problem);
    if (status != STATUS_DONE)
        return status;
    *choices = arena_array(arena, directory.element_count + 1, sizeof **choices);
    *ids = arena_array(arena, directory.element_count + 1, sizeof **ids);
    if (*choices == NULL || *ids == NULL)
        return problem_set_no_memory(problem);
    (*choices)[0] = (struct picker_choice){.reference = "", .label = "Tous les axes"};
    *count = 1;
    for (size_t i = 0; i < directory.element_count; i++) {
        const struct directory_element *element = &directory.elements[i];
        if (element->level != PLAN_AXIS)
            continue;
        (*choices)[*count] =
            (struct picker_choice){.reference = element->reference, .label = element->label};
        (*ids)[(*count)++] = element->id;
    }
    return STATUS_DONE;
}

static void accept_axis(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = view_of(screen);
    struct arena arena = {0};
    struct problem problem = {0};
    struct picker_choice *choices = NULL;
    int64_t *ids = NULL;
    size_t count = 0;
    size_t chosen = picker_focused(picker);
    if (choose_axes(desk, &arena, &choices, &ids, &count, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (chosen < count) {
        view->axis = ids[chosen];
        buffer_reset(&view->axis_name);
        if (chosen > 0)
            buffer_append_format(&view->axis_name, "axe %s", choices[chosen].reference);
        look_again(screen, desk);
    }
    arena_clear(&arena);
}

void tasks_pick_axis(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    static const struct pick pick = {accept_axis};
    struct arena arena = {0};
    struct problem problem = {0};
    struct picker_choice *choices = NULL;
    int64_t *ids = NULL;
    size_t count = 0;
    if (choose_axes(desk, &arena, &choices, &ids, &count, &problem) == STATUS_DONE)
        desk_pick(desk, &pick, "Les tâches de quel axe ?", choices, count, false);
    else
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

static void accept_committee(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = view_of(screen);
    struct arena arena = {0};
    struct problem problem = {0};
    struct committee *committees = NULL;
    size_t count = 0;
    size_t chosen = picker_focused(picker);
    if (committee_list(desk->store, &arena, &committees, &count, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (chosen <= count) {
        view->committee = chosen == 0 ? 0 : committees[chosen - 1].id;
        set_text(&view->committee_name, chosen == 0 ? "" : committees[chosen - 1].code);
        look_again(screen, desk);
    }
    arena_clear(&arena);
}

static enum status choose_committees(struct desk *desk, struct arena *arena,
    struct picker_choice **choices, size_t *count, struct problem *problem)
{
    struct committee *committees = NULL;
    enum status status = committee_list(desk->store, arena, &committees, count, problem);
    if (status != STATUS_DONE)
        return status;
    *choices = arena_array(arena, *count + 1, sizeof **choices);
    if (*choices == NULL)
        return problem_set_no_memory(problem);
    (*choices)[0] = (struct picker_choice){.reference = "", .label = "Toutes les instances"};
    for (size_t i = 0; i < *count; i++)
        (*choices)[i + 1] =
            (struct picker_choice){.reference = committees[i].code, .label = committees[i].label};
    ++*count;
    return STATUS_DONE;
}

void tasks_pick_committee(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)screen;
    (void)follow;
    static const struct pick pick = {accept_committee};
    struct arena arena = {0};
    struct problem problem = {0};
    struct picker_choice *choices = NULL;
    size_t count = 0;
    if (choose_committees(desk, &arena, &choices, &count, &problem) == STATUS_DONE)
        desk_pick(desk, &pick, "Les tâches de quelle instance ?", choices, count, false);
    else
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

void tasks_ask_text(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    desk_ask(desk, screen, &tasks_filter_questions[0], 0, 0, buffer_text(&view_of(screen)->text));
}

void tasks_late_only(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = view_of(screen);
    view->late = !view->late;
    look_again(screen, desk);
}

void tasks_next_states(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = view_of(screen);
    view->state = (view->state + 1) % STATES;
    look_again(screen, desk);
}

// None, those awaited, those that were given.
void tasks_next_news(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = view_of(screen);
    bool awaited = view->awaited;
    view->awaited = !view->awaited && !view->given;
    view->given = awaited;
    look_again(screen, desk);
}

void tasks_next_order(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = view_of(screen);
    view->order = view->order == TASK_LATEST ? TASK_BY_DUE : view->order + 1;
    look_again(screen, desk);
}

void tasks_show_all(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = view_of(screen);
    struct buffer *const texts[] = {
        &view->owner, &view->text, &view->axis_name, &view->committee_name};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        buffer_reset(texts[i]);
    view->axis = view->committee = 0;
    view->state = 0;
    view->late = view->awaited = view->given = false;
    look_again(screen, desk);
}

static void describe_text(
    const struct screen *screen, const struct desk *desk, int64_t subject, struct buffer *out)
{
    (void)screen;
    (void)desk;
    (void)subject;
    buffer_append(out, "Mots à chercher dans les tâches (vide : toutes)");
}

static enum status accept_text(struct screen *screen, struct desk *desk, int64_t subject,
    int64_t row, const char *text, struct problem *problem)
{
    (void)subject;
    (void)row;
    (void)problem;
    set_text(&view_of(screen)->text, text);
    look_again(screen, desk);
    return STATUS_DONE;
}

const struct question tasks_filter_questions[] = {
    {.purpose = "chercher", .describe = describe_text, .accept = accept_text},
};
