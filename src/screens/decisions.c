// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/decisions.h"

#include "rules/workflow.h"
#include "screens/commands.h"
#include "screens/decision_questions.h"
#include "screens/meeting_phrases.h"
#include "screens/plan_phrases.h"
#include "screens/register_view.h"

enum { NUMBER_WIDTH = 19, DATE_WIDTH = 12, WITH_DATE = 72 };

static enum status read(const struct screen *screen, struct desk *desk, struct pages *pages,
    void **rows, size_t *count, struct problem *problem)
{
    struct register_filter filter = register_view_filter(screen);
    const struct register_decision *decisions = pages->rows;
    struct register_decision *page = NULL;
    int64_t after = pages->count == 0 ? 0 : decisions[pages->count - 1].id;
    enum status status = register_decisions(
        desk->store, &filter, after, pages->wanted, &pages->arena, &page, count, problem);
    *rows = page;
    return status;
}

static int64_t id_of(const void *row)
{
    return ((const struct register_decision *)row)->id;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    register_view_title(screen, "Décisions", left);
}

// Its meeting is open, or open again.
static bool is_provisional(const struct register_decision *decision)
{
    return decision_state_is(decision->state, DECISION_PROVISIONAL);
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct register_decision *decision = paged_screen_focused(screen);
    if (decision == NULL)
        return;
    buffer_append_format(out, "%s · %s", workflow_label(&decision_workflow, decision->state),
        decision->meeting_reference);
    if (is_provisional(decision))
        buffer_append_format(out, " · %s", phrase_meeting_not_closed(decision->meeting_open));
    phrase_codes(out, decision->axes, "axe", "axes");
    phrase_codes(out, decision->actions, "action", "actions");
}

// The text, behind its state where that is not what one expects of a decision.
static void append_text(struct buffer *out, const struct register_decision *decision)
{
    bool is_plain =
        decision_state_is(decision->state, DECISION_ADOPTED) || is_provisional(decision);
    if (!is_plain)
        buffer_append_format(out, "(%s) ", workflow_label(&decision_workflow, decision->state));
    else if (decision->number != NULL && is_provisional(decision))
        buffer_append_format(out, "(%s) ", phrase_meeting_not_closed(decision->meeting_open));
    buffer_append(out, decision->text);
}

static void draw_row(const struct screen *screen, const struct desk *desk, const void *row,
    struct surface *surface, struct rectangle area, bool focused)
{
    (void)screen;
    (void)desk;
    const struct register_decision *decision = row;
    bool provisional = is_provisional(decision);
    enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
    struct buffer text = {0};
    int column = area.column + NUMBER_WIDTH;
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    surface_put(surface, area.row, area.column, NUMBER_WIDTH - 1,
        focused       ? STYLE_FOCUS
        : provisional ? STYLE_PROVISIONAL
                      : STYLE_DECISION,
        decision_name(decision));
    if (area.width >= WITH_DATE) {
        date_short(&text, decision->date);
        surface_put(surface, area.row, column, DATE_WIDTH - 1, style, buffer_text(&text));
        column += DATE_WIDTH;
        buffer_reset(&text);
    }
    append_text(&text, decision);
    surface_put(
        surface, area.row, column, area.column + area.width - column, style, buffer_text(&text));
    buffer_clear(&text);
}

static const char *nothing(const struct screen *screen)
{
    return register_view_of(screen)->about.length > 0
               ? "Aucune décision n'en parle encore : d montre toutes les décisions."
               : "Aucune décision encore : elles se notent en séance, derrière un !";
}

static const struct paged_list list = {
    .source = {sizeof(struct register_decision), read, id_of},
    .draw_row = draw_row,
    .nothing = nothing,
};

static uint64_t where(const struct screen *screen)
{
    return WHERE_DECISIONS | (screen->destination.element == 0 ? 0 : WHERE_DECISIONS_OF);
}

void decisions_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct register_decision *decision = paged_screen_focused(screen);
    if (decision != NULL)
        follow_go(follow, PLACE_DECISION, PLAN_FIELD, decision->id);
}

static int64_t decision_shown(const struct screen *screen)
{
    const struct register_decision *decision = paged_screen_focused(screen);
    return decision == NULL ? 0 : decision->id;
}

const struct screen_class decisions_screen = {
    .size = sizeof(struct register_view),
    .clear = register_view_clear,
    .reload = register_view_reload,
    .fill = paged_screen_fill,
    .title = title,
    .detail = detail,
    .draw = paged_screen_draw,
    .handle = paged_screen_handle,
    .where = where,
    .element = register_view_element,
    .decision = decision_shown,
    .questions = {{decision_questions, DECISION_QUESTION_COUNT}},
    .paged = &list,
};
