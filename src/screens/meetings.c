// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meetings.h"

#include "rules/workflow.h"
#include "screens/meeting_commands.h"
#include "screens/meeting_fate_commands.h"
#include "screens/meeting_phrases.h"
#include "screens/paged_screen.h"
#include "store/meeting.h"
#include "text/french_count.h"

struct meetings_view {
    struct paged_view paged;
    int64_t newest;
};

enum { REFERENCE_WIDTH = 24, DATE_WIDTH = 18, STATE_WIDTH = 11, WITH_DATE = 72 };

static enum status read(const struct screen *screen, struct desk *desk, struct pages *pages,
    void **rows, size_t *count, struct problem *problem)
{
    (void)screen;
    const struct meeting *meetings = pages->rows;
    struct meeting_list page = {0};
    int64_t after = pages->count == 0 ? 0 : meetings[pages->count - 1].id;
    enum status status =
        meeting_page(desk->store, after, pages->wanted, &pages->arena, &page, problem);
    *rows = page.meetings;
    *count = page.count;
    return status;
}

static int64_t id_of(const void *row)
{
    return ((const struct meeting *)row)->id;
}

// The cursor goes to a meeting that was just prepared.
static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct meetings_view *view = (struct meetings_view *)screen;
    int64_t newest = 0;
    bool first = view->newest == 0;
    enum status status = meeting_newest(desk->store, &newest, problem);
    if (status == STATUS_DONE)
        status = paged_screen_reload(screen, desk, problem);
    if (status == STATUS_DONE && !first && newest > view->newest)
        status = pages_seek(
            &view->paged.pages, &screen->class->paged->source, newest, screen, desk, problem);
    if (status == STATUS_DONE)
        view->newest = newest;
    return status;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)screen;
    (void)desk;
    (void)right;
    buffer_append(left, "Séances");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct meeting *meeting = paged_screen_focused(screen);
    if (meeting == NULL)
        return;
    buffer_append_format(out, "%s, ", meeting->committee_label);
    date_long(out, meeting->date);
    if (meeting->planned_hour != NULL)
        buffer_append_format(out, " à %s", meeting->planned_hour);
    if (meeting->place != NULL && meeting->place[0] != '\0')
        buffer_append_format(out, " · %s", meeting->place);
    if (meeting->lacks_quorum)
        buffer_append_format(out, " · %s", phrase_meeting_state(meeting));
    french_count_more(out, meeting->items, "point", "points");
    french_count_more(out, meeting->decisions, "décision", "décisions");
    french_count_more(out, meeting->tasks, "tâche", "tâches");
}

static void draw_row(const struct screen *screen, const struct desk *desk, const void *row,
    struct surface *surface, struct rectangle area, bool focused)
{
    (void)screen;
    (void)desk;
    const struct meeting *meeting = row;
    enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
    struct buffer text = {0};
    int column = area.column;
    int end = area.column + area.width;
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    surface_put(surface, area.row, column, REFERENCE_WIDTH - 1, style, meeting->reference);
    column += REFERENCE_WIDTH;
    if (area.width >= WITH_DATE) {
        date_short(&text, meeting->date);
        if (meeting->planned_hour != NULL)
            buffer_append_format(&text, " %s", meeting->planned_hour);
        surface_put(surface, area.row, column, DATE_WIDTH - 1, style, buffer_text(&text));
        column += DATE_WIDTH;
    }
    surface_put(surface, area.row, column, STATE_WIDTH - 1, style,
        workflow_label(&meeting_workflow,
            meeting->approved ? meeting_state_code(MEETING_APPROVED) : meeting->state));
    column += STATE_WIDTH;
    buffer_reset(&text);
    french_count(&text, meeting->items, "point", "points");
    french_count_more(&text, meeting->decisions, "décision", "décisions");
    surface_put(surface, area.row, column, end - column, style, buffer_text(&text));
    buffer_clear(&text);
}

static const char *nothing(const struct screen *screen)
{
    (void)screen;
    return "Aucune séance encore : n en prépare une.";
}

static const struct paged_list list = {
    .source = {sizeof(struct meeting), read, id_of},
    .draw_row = draw_row,
    .nothing = nothing,
};

static int64_t meeting_under_cursor(const struct screen *screen)
{
    const struct meeting *meeting = paged_screen_focused(screen);
    return meeting == NULL ? 0 : meeting->id;
}

void meetings_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct meeting *meeting = paged_screen_focused(screen);
    if (meeting == NULL)
        desk_say(desk, "Aucune séance encore : n en prépare une.");
    else
        follow_go(follow,
            meeting_state_is(meeting->state, MEETING_PREPARED) ? PLACE_AGENDA : PLACE_MEETING,
            PLAN_FIELD, meeting->id);
}

const struct screen_class meetings_screen = {
    .size = sizeof(struct meetings_view),
    .clear = paged_screen_clear,
    .reload = reload,
    .fill = paged_screen_fill,
    .title = title,
    .detail = detail,
    .draw = paged_screen_draw,
    .handle = paged_screen_handle,
    .meeting = meeting_under_cursor,
    .questions = {{meeting_questions, MEETING_QUESTION_COUNT},
        {meeting_fate_questions, MEETING_FATE_QUESTION_COUNT}},
    .paged = &list,
};
