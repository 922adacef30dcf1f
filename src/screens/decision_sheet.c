// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decision_sheet.h"

#include "rules/workflow.h"
#include "screens/ballot_phrases.h"
#include "screens/decision_phrases.h"
#include "screens/decision_questions.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "screens/minutes_commands.h"
#include "screens/plan_phrases.h"
#include "store/ballot.h"
#include "store/decision.h"
#include "store/decision_chain.h"
#include "store/rectification.h"
#include "store/register.h"
#include "surface/paragraph.h"
#include "widgets/list.h"

// Rows: the meeting first, then what the decision answers and what came of it in other committees,
// the decisions that it replaces or that replace it, and what it concerns.
struct decision_sheet {
    struct screen screen;
    struct arena arena;
    struct plan plan;
    struct register_decision decision;
    struct decision life;
    struct held_ballot vote; // id 0: none is noted
    struct decision_chain chain;
    struct rectification_list rectifications;
    struct entry_link *concerns;
    size_t count;
    struct list list;
};

static const struct decision_sheet *sheet_of(const struct screen *screen)
{
    return (const struct decision_sheet *)(const void *)screen;
}

static size_t end_count(const struct decision_sheet *sheet)
{
    return (sheet->life.replaced_by.id != 0) + sheet->life.replaces_count;
}

static size_t first_concern(const struct decision_sheet *sheet)
{
    return 1 + sheet->chain.count + end_count(sheet);
}

// The other decision at a row; NULL for a row that is none.
static const struct decision_end *end_at(const struct decision_sheet *sheet, size_t row)
{
    size_t first = 1 + sheet->chain.count;
    size_t replaced = sheet->life.replaced_by.id != 0;
    if (row < first || row >= first_concern(sheet))
        return NULL;
    return row - first < replaced ? &sheet->life.replaced_by
                                  : &sheet->life.replaces[row - first - replaced];
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
    if (status == STATUS_DONE)
        status = decision_load(
            desk->store, screen->destination.element, &read.arena, &read.life, problem);
    if (status == STATUS_DONE)
        status = ballot_load_latest(
            desk->store, screen->destination.element, &read.arena, &read.vote, problem);
    if (status == STATUS_DONE)
        status = decision_chain_load(
            desk->store, screen->destination.element, &read.arena, &read.chain, problem);
    if (status == STATUS_DONE)
        status = rectifications_of_decision(
            desk->store, screen->destination.element, &read.arena, &read.rectifications, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&sheet->arena);
    *sheet = read;
    list_resize(&sheet->list, first_concern(sheet) + sheet->count);
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

// «Répond à COTECH-2026-004 : …», «COPIL-2026-03-12, point 3 : …»
static void append_chain(struct buffer *out, const struct chain_link *link)
{
    if (link->answers)
        buffer_append(out, "Répond à ");
    else
        buffer_append(out, link->decision == 0 ? "À l'ordre du jour : " : "Suite : ");
    if (link->number != NULL)
        buffer_append(out, link->number);
    else
        buffer_append_format(out, "%s%s%s", link->meeting_reference,
            link->item_number == NULL ? "" : ", point ",
            link->item_number == NULL ? "" : link->item_number);
    buffer_append_format(out, " · %s · %s",
        workflow_label(link->decision == 0 ? &item_workflow : &decision_workflow, link->state),
        link->text);
}

static void append_end(
    struct buffer *out, const struct decision_sheet *sheet, const struct decision_end *end)
{
    buffer_append(out, end != &sheet->life.replaced_by ? "Remplace "
                       : sheet->life.is_replaced       ? "Remplacée par "
                                                       : "Sera remplacée par ");
    buffer_append_format(
        out, "%s · %s", end->number == NULL ? end->meeting_reference : end->number, end->text);
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
    } else if (row <= sheet->chain.count)
        append_chain(&line, &sheet->chain.links[row - 1]);
    else if (end_at(sheet, row) != NULL)
        append_end(&line, sheet, end_at(sheet, row));
    else {
        const struct entry_link *link = &sheet->concerns[row - first_concern(sheet)];
        phrase_element(&line, &sheet->plan, link->level, link->id);
        buffer_append_format(&line, " · %s", plan_label(&sheet->plan, link->level, link->id));
    }
    surface_put(surface, area.row, area.column, area.width, style, buffer_text(&line));
    buffer_clear(&line);
}

// How it was decided: the sentence of the vote with its shares, else how the committee agrees.
static void draw_vote(
    const struct decision_sheet *sheet, struct surface *surface, struct rectangle *rest)
{
    const struct held_ballot *vote = &sheet->vote;
    struct buffer line = {0};
    if (vote->id == 0) {
        phrase_decision_mode(&line, &sheet->life);
    } else {
        buffer_append_format(&line, "= %s", vote->sentence);
        paragraph_draw_down(surface, rest, STYLE_DECISION, buffer_text(&line));
        buffer_reset(&line);
        phrase_ballot_shares(&line, &vote->ballot, BALLOT_BASE_EXPRESSED, vote->members);
        if (line.length > 0)
            buffer_append_format(
                &line, " · %s", value_label(&ballot_base_values, BALLOT_BASE_EXPRESSED));
        phrase_ballot_marks(&line, vote);
    }
    bool doubt = vote->id != 0 && (!vote->fits || !vote->quorum_reached);
    if (line.length > 0)
        paragraph_draw_down(surface, rest, doubt ? STYLE_DOUBT : STYLE_MUTED, buffer_text(&line));
    buffer_clear(&line);
}

static void draw_life(
    const struct decision *decision, struct surface *surface, struct rectangle *rest)
{
    struct buffer lines = {0};
    phrase_decision_life(&lines, decision);
    if (lines.length > 0)
        paragraph_draw_down(surface, rest, STYLE_MUTED, buffer_text(&lines));
    buffer_clear(&lines);
}

// Each beside the text that it corrects.
static void draw_rectifications(
    const struct rectification_list *list, struct surface *surface, struct rectangle *rest)
{
    struct buffer line = {0};
    for (size_t i = 0; i < list->count; i++) {
        phrase_rectification(&line, &list->rectifications[i]);
        paragraph_draw_down(surface, rest, STYLE_DOUBT, buffer_text(&line));
        buffer_reset(&line);
    }
    buffer_clear(&line);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct decision_sheet *sheet = sheet_of(screen);
    struct rectangle rest = {area.row + 1, 2, area.height / 2, area.width - 4};
    paragraph_draw_down(surface, &rest, STYLE_DECISION, sheet->decision.text);
    draw_vote(sheet, surface, &rest);
    draw_life(&sheet->life, surface, &rest);
    draw_rectifications(&sheet->rectifications, surface, &rest);
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
    size_t first = first_concern(sheet);
    if (sheet->list.cursor < first || sheet->list.cursor - first >= sheet->count)
        return false;
    const struct entry_link *link = &sheet->concerns[sheet->list.cursor - first];
    *level = link->level;
    *id = link->id;
    return true;
}

static int64_t decision_shown(const struct screen *screen)
{
    return screen->destination.element;
}

static void open_chain(const struct chain_link *link, struct follow *follow)
{
    if (link->decision != 0)
        follow_go(follow, PLACE_DECISION, PLAN_FIELD, link->decision);
    else
        follow_go(follow, PLACE_AGENDA, PLAN_FIELD, link->meeting);
}

void decision_sheet_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct decision_sheet *sheet = sheet_of(screen);
    enum plan_level level;
    int64_t id;
    size_t row = sheet->list.cursor;
    if (row > 0 && row <= sheet->chain.count)
        open_chain(&sheet->chain.links[row - 1], follow);
    else if (end_at(sheet, row) != NULL)
        follow_go(follow, PLACE_DECISION, PLAN_FIELD, end_at(sheet, row)->id);
    else if (!element(screen, &level, &id))
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
    .decision = decision_shown,
    .questions = {{decision_questions, DECISION_QUESTION_COUNT},
        {minutes_questions, MINUTES_QUESTION_COUNT}},
};
