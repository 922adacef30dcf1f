// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_sheet.h"

#include "rules/workflow.h"
#include "screens/desk.h"
#include "screens/plan_phrases.h"
#include "store/register.h"
#include "surface/paragraph.h"
#include "widgets/list.h"

// Rows: the meeting first, then what the decision concerns.
struct decision_sheet {
    struct screen screen;
    struct arena arena;
    struct plan plan;
    struct register_decision decision;
    struct entry_link *concerns;
    size_t count;
    struct list list;
};

static const struct decision_sheet *sheet_of(const struct screen *screen)
{
    return (const struct decision_sheet *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct decision_sheet *)screen)->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct decision_sheet *sheet = (struct decision_sheet *)screen;
    struct decision_sheet read = *sheet;
    read.arena = (struct arena){0};
    enum status status =
        plan_load(desk->store, desk_today(desk), true, &read.arena, &read.plan, problem);
    if (status == STATUS_DONE)
        status = register_decision_load(desk->store, screen->destination.element, &read.arena,
            &read.decision, &read.concerns, &read.count, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&sheet->arena);
    *sheet = read;
    list_resize(&sheet->list, sheet->count + 1);
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    const struct register_decision *decision = &sheet_of(screen)->decision;
    buffer_append_format(left, "Décisions › %s",
        decision->number == NULL ? decision->meeting_reference : decision->number);
    buffer_append(right, workflow_label(&decision_workflow, decision->state));
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct decision_sheet *sheet = context;
    enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
    struct buffer line = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (row == 0) {
        buffer_append_format(&line, "Séance %s, ", sheet->decision.meeting_reference);
        date_long(&line, sheet->decision.date);
    } else {
        const struct entry_link *link = &sheet->concerns[row - 1];
        phrase_element(&line, &sheet->plan, link->level, link->id);
        buffer_append_format(&line, " · %s", plan_label(&sheet->plan, link->level, link->id));
    }
    surface_put(surface, area.row, area.column, area.width, style, buffer_text(&line));
    buffer_clear(&line);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct decision_sheet *sheet = sheet_of(screen);
    struct rectangle rest = {area.row + 1, 2, area.height / 2, area.width - 4};
    paragraph_draw_down(surface, &rest, STYLE_DECISION, sheet->decision.text);
    int below = rest.row + 1;
    surface_put(surface, below, 2, area.width - 4, STYLE_PROMPT, "Séance et plan concernés");
    struct rectangle rows_area = {
        below + 1, area.column, area.row + area.height - below - 1, area.width};
    struct list_rows rows = {.context = sheet, .draw = draw_row};
    list_draw(&sheet->list, surface, rows_area, &rows, true);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    return list_handle(&((struct decision_sheet *)screen)->list, event, 10);
}

static bool element(const struct screen *screen, enum plan_level *level, int64_t *id)
{
    const struct decision_sheet *sheet = sheet_of(screen);
    if (sheet->list.cursor == 0)
        return false;
    *level = sheet->concerns[sheet->list.cursor - 1].level;
    *id = sheet->concerns[sheet->list.cursor - 1].id;
    return true;
}

void decision_sheet_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct decision_sheet *sheet = sheet_of(screen);
    enum plan_level level;
    int64_t id;
    if (!element(screen, &level, &id))
        follow_go_to_row(follow, PLACE_MEETING, sheet->decision.meeting, sheet->decision.id);
    else
        follow_go(follow, level == PLAN_ACTION ? PLACE_ACTION : PLACE_PLAN, level, id);
}

const struct screen_class decision_sheet_screen = {
    .size = sizeof(struct decision_sheet),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .handle = handle,
    .element = element,
};
