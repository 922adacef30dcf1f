// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meetings.h"

#include <string.h>

#include "rules/workflow.h"
#include "screens/list_screen.h"
#include "screens/meeting_commands.h"
#include "screens/meeting_fate_commands.h"
#include "store/meeting.h"
#include "text/french_count.h"

struct meetings_view {
    struct screen screen;
    struct arena arena;
    struct meeting_list meetings;
    struct list list;
};

enum { REFERENCE_WIDTH = 24, DATE_WIDTH = 12, STATE_WIDTH = 11, WITH_DATE = 72 };

static const struct meetings_view *view_of(const struct screen *screen)
{
    return (const struct meetings_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct meetings_view *)screen)->arena);
}

static const struct meeting *focused(const struct meetings_view *view)
{
    return view->list.cursor < view->meetings.count ? &view->meetings.meetings[view->list.cursor]
                                                    : NULL;
}

static void focus(struct meetings_view *view, int64_t id)
{
    list_resize(&view->list, view->meetings.count);
    for (size_t i = 0; i < view->meetings.count; i++)
        if (view->meetings.meetings[i].id == id)
            view->list.cursor = i;
}

// The meeting that was just prepared, where there is one more than before.
static int64_t latest_id(const struct meeting_list *meetings)
{
    int64_t latest = 0;
    for (size_t i = 0; i < meetings->count; i++)
        if (meetings->meetings[i].id > latest)
            latest = meetings->meetings[i].id;
    return latest;
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct meetings_view *view = (struct meetings_view *)screen;
    struct arena arena = {0};
    struct meeting_list meetings = {0};
    const struct meeting *was = focused(view);
    int64_t id = was == NULL ? 0 : was->id;
    enum status status = meeting_list(desk->store, PLAN_FIELD, 0, &arena, &meetings, problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    bool added = view->arena.blocks != NULL && meetings.count > view->meetings.count;
    arena_clear(&view->arena);
    view->arena = arena;
    view->meetings = meetings;
    focus(view, added ? latest_id(&meetings) : id);
    return STATUS_DONE;
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
    const struct meeting *meeting = focused(view_of(screen));
    if (meeting == NULL)
        return;
    buffer_append_format(out, "%s, ", meeting->committee_label);
    date_long(out, meeting->date);
    if (meeting->place != NULL && meeting->place[0] != '\0')
        buffer_append_format(out, " · %s", meeting->place);
    if (meeting->lacks_quorum)
        buffer_append_format(out, " · %s", phrase_meeting_state(meeting));
    french_count_more(out, meeting->items, "point", "points");
    french_count_more(out, meeting->decisions, "décision", "décisions");
    french_count_more(out, meeting->tasks, "tâche", "tâches");
}

static void draw_row(const void *context, size_t row, struct surface *surface,
    struct rectangle area, bool focused_row)
{
    const struct meetings_view *view = context;
    const struct meeting *meeting = &view->meetings.meetings[row];
    enum style style = focused_row ? STYLE_FOCUS : STYLE_TEXT;
    struct buffer text = {0};
    int column = area.column;
    int end = area.column + area.width;
    if (focused_row)
        surface_paint(surface, area, STYLE_FOCUS);
    surface_put(surface, area.row, column, REFERENCE_WIDTH - 1, style, meeting->reference);
    column += REFERENCE_WIDTH;
    if (area.width >= WITH_DATE) {
        date_short(&text, meeting->date);
        surface_put(surface, area.row, column, DATE_WIDTH - 1, style, buffer_text(&text));
        column += DATE_WIDTH;
    }
    surface_put(surface, area.row, column, STATE_WIDTH - 1, style,
        workflow_label(&meeting_workflow, meeting->approved ? "approuvee" : meeting->state));
    column += STATE_WIDTH;
    buffer_reset(&text);
    french_count(&text, meeting->items, "point", "points");
    french_count_more(&text, meeting->decisions, "décision", "décisions");
    surface_put(surface, area.row, column, end - column, style, buffer_text(&text));
    buffer_clear(&text);
}

static struct list_rows rows_of(const struct meetings_view *view)
{
    return (struct list_rows){.context = view, .draw = draw_row};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct meetings_view *view = view_of(screen);
    struct list_rows rows = rows_of(view);
    list_screen_draw(
        &view->list, &rows, "Aucune séance encore : n en prépare une.", desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct meetings_view *view = (struct meetings_view *)screen;
    struct list_rows rows = rows_of(view);
    return list_screen_handle(&view->list, &rows, screen->area, event);
}

static int64_t meeting_under_cursor(const struct screen *screen)
{
    const struct meeting *meeting = focused(view_of(screen));
    return meeting == NULL ? 0 : meeting->id;
}

void meetings_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    const struct meeting *meeting = focused(view_of(screen));
    if (meeting == NULL)
        desk_say(desk, "Aucune séance encore : n en prépare une.");
    else
        follow_go(follow, strcmp(meeting->state, "preparee") == 0 ? PLACE_AGENDA : PLACE_MEETING,
            PLAN_FIELD, meeting->id);
}

const struct screen_class meetings_screen = {
    .size = sizeof(struct meetings_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .meeting = meeting_under_cursor,
    .questions = {{meeting_questions, MEETING_QUESTION_COUNT},
        {meeting_fate_questions, MEETING_FATE_QUESTION_COUNT}},
};
