// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/element_history.h"

#include "rules/workflow.h"
#include "screens/list_screen.h"
#include "screens/meeting_phrases.h"
#include "screens/plan_phrases.h"
#include "store/element_vote.h"
#include "store/meeting.h"
#include "store/register.h"
#include "text/french_count.h"

// More than a convention of five years decides on one axis; the register shows them all.
enum { MOST_DECISIONS = 500, NUMBER_WIDTH = 18 };

// A row is a meeting, or below it one of its decisions or votes; of a meeting itself both are NULL.
struct row {
    const struct meeting *meeting;
    const struct register_decision *decision;
    const struct element_vote *vote;
};

struct element_history {
    struct screen screen;
    struct arena arena;
    struct plan plan;
    struct row *rows;
    size_t count;
    struct list list;
};

static const struct element_history *history_of(const struct screen *screen)
{
    return (const struct element_history *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct element_history *)screen)->arena);
}

static void add_votes(struct element_history *history, const struct meeting *meeting,
    const struct element_votes *votes, int64_t decision)
{
    for (size_t i = 0; i < votes->count; i++)
        if (votes->votes[i].meeting == meeting->id && votes->votes[i].decision == decision)
            history->rows[history->count++] =
                (struct row){.meeting = meeting, .vote = &votes->votes[i]};
}

static bool lay_rows(struct element_history *history, const struct meeting_list *meetings,
    const struct register_decision *decisions, size_t count, const struct element_votes *votes)
{
    history->rows = arena_array(
        &history->arena, meetings->count + count + votes->count + 1, sizeof *history->rows);
    history->count = 0;
    if (history->rows == NULL)
        return false;
    for (size_t m = 0; m < meetings->count; m++) {
        const struct meeting *meeting = &meetings->meetings[m];
        history->rows[history->count++] = (struct row){.meeting = meeting};
        for (size_t d = 0; d < count; d++) {
            if (decisions[d].meeting != meeting->id)
                continue;
            history->rows[history->count++] =
                (struct row){.meeting = meeting, .decision = &decisions[d]};
            add_votes(history, meeting, votes, decisions[d].id);
        }
        add_votes(history, meeting, votes, 0);
    }
    return true;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct element_history *history = (struct element_history *)screen;
    const struct destination *subject = &screen->destination;
    struct register_filter filter = {.level = subject->level, .element = subject->element};
    struct meeting_list meetings = {0};
    struct element_votes votes = {0};
    struct register_decision *decisions = NULL;
    size_t count = 0;
    arena_clear(&history->arena);
    history->count = 0;
    enum status status =
        plan_load(desk->store, desk_today(desk), true, &history->arena, &history->plan, problem);
    if (status == STATUS_DONE)
        status = meeting_list(
            desk->store, subject->level, subject->element, &history->arena, &meetings, problem);
    if (status == STATUS_DONE)
        status = register_decisions(
            desk->store, &filter, 0, MOST_DECISIONS, &history->arena, &decisions, &count, problem);
    if (status == STATUS_DONE)
        status = element_votes_load(
            desk->store, subject->level, subject->element, &history->arena, &votes, problem);
    if (status == STATUS_DONE && !lay_rows(history, &meetings, decisions, count, &votes))
        status = problem_set_no_memory(problem);
    list_resize(&history->list, history->count);
    return status;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    const struct destination *subject = &screen->destination;
    phrase_path(left, &history_of(screen)->plan, subject->level, subject->element);
    buffer_append(left, " › Séances qui en ont parlé");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct destination *subject = &screen->destination;
    buffer_append(out, plan_label(&history_of(screen)->plan, subject->level, subject->element));
}

static void draw_meeting(
    const struct meeting *meeting, struct surface *surface, struct rectangle area, enum style style)
{
    struct buffer line = {0};
    buffer_append_format(&line, "%s · ", meeting->reference);
    date_long(&line, meeting->date);
    buffer_append_format(&line, " · %s", workflow_label(&meeting_workflow, meeting->state));
    surface_put(surface, area.row, area.column, area.width, style, buffer_text(&line));
    buffer_clear(&line);
}

// Below its decision, which says what was voted on; else behind the title of the item.
static void draw_vote(
    const struct element_vote *vote, struct surface *surface, struct rectangle area, bool focused)
{
    struct buffer line = {0};
    int indent = vote->decision == 0 ? 2 : 2 + NUMBER_WIDTH;
    buffer_append_format(&line, "= %s", vote->sentence);
    if (vote->decision == 0)
        buffer_append_format(&line, " · sur le point «%s»", vote->item_title);
    if (!vote->quorum_reached)
        buffer_append(&line, " · quorum non atteint");
    surface_put(surface, area.row, area.column + indent, area.width - indent,
        focused                ? STYLE_FOCUS
        : vote->quorum_reached ? STYLE_MUTED
                               : STYLE_DOUBT,
        buffer_text(&line));
    buffer_clear(&line);
}

static void draw_row(
    const void *context, size_t index, struct surface *surface, struct rectangle area, bool focused)
{
    const struct element_history *history = context;
    const struct row *row = &history->rows[index];
    enum style style = focused ? STYLE_FOCUS : STYLE_PROMPT;
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (row->vote != NULL) {
        draw_vote(row->vote, surface, area, focused);
        return;
    }
    if (row->decision == NULL) {
        draw_meeting(row->meeting, surface, area, style);
        return;
    }
    style = focused ? STYLE_FOCUS : STYLE_DECISION;
    surface_put(
        surface, area.row, area.column + 2, NUMBER_WIDTH - 1, style, decision_name(row->decision));
    surface_put(surface, area.row, area.column + 2 + NUMBER_WIDTH, area.width - NUMBER_WIDTH - 2,
        focused ? STYLE_FOCUS : STYLE_TEXT, row->decision->text);
}

static struct list_rows rows_of(const struct element_history *history)
{
    return (struct list_rows){.context = history, .draw = draw_row};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct element_history *history = history_of(screen);
    struct list_rows rows = rows_of(history);
    list_screen_draw(&history->list, &rows,
        "Aucune séance n'en a encore parlé : p l'inscrit à l'ordre du jour.", desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct element_history *history = (struct element_history *)screen;
    struct list_rows rows = rows_of(history);
    return list_screen_handle(&history->list, &rows, screen->area, event);
}

static bool element(const struct screen *screen, enum plan_level *level, int64_t *id)
{
    *level = screen->destination.level;
    *id = screen->destination.element;
    return true;
}

void element_history_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct element_history *history = history_of(screen);
    if (history->list.cursor >= history->count)
        return;
    const struct row *row = &history->rows[history->list.cursor];
    int64_t decision = row->decision != NULL ? row->decision->id
                       : row->vote != NULL   ? row->vote->decision
                                             : 0;
    if (decision != 0)
        follow_go(follow, PLACE_DECISION, PLAN_FIELD, decision);
    else
        follow_go(follow, PLACE_MEETING, PLAN_FIELD, row->meeting->id);
}

const struct screen_class element_history_screen = {
    .size = sizeof(struct element_history),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .element = element,
};
