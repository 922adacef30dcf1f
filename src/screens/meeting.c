// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting.h"

#include "screens/commands.h"
#include "screens/decision_questions.h"
#include "screens/desk.h"
#include "screens/item_edit.h"
#include "screens/item_return.h"
#include "screens/meeting_commands.h"
#include "screens/meeting_drawing.h"
#include "screens/meeting_entry.h"
#include "screens/meeting_fate_commands.h"
#include "screens/meeting_pace.h"
#include "screens/meeting_phrases.h"
#include "screens/meeting_points.h"
#include "screens/meeting_reading.h"
#include "screens/meeting_typed.h"
#include "screens/meeting_view.h"
#include "screens/minutes_commands.h"
#include "screens/record_follow.h"
#include "screens/task_commands.h"
#include "screens/task_note_commands.h"
#include "screens/task_owner_commands.h"

static void init(struct screen *screen)
{
    struct meeting_view *view = (struct meeting_view *)screen;
    editor_init(&view->entry, EDITOR_PASTED_LINES);
    editor_init(&view->correction, EDITOR_ONE_LINE);
    editor_init(&view->search, EDITOR_ONE_LINE);
}

static void clear(struct screen *screen)
{
    struct meeting_view *view = (struct meeting_view *)screen;
    editor_clear(&view->entry);
    editor_clear(&view->correction);
    buffer_clear(&view->corrected_line);
    editor_clear(&view->search);
    buffer_clear(&view->completion.prefix);
    arena_clear(&view->arena);
    arena_clear(&view->item_arena);
}

static bool scroll_records(struct meeting_view *view, const struct event *event)
{
    struct meeting_layout layout = meeting_layout_of(view, view->screen.area);
    return list_handle(&view->record_rows, event, (size_t)layout.records.height / 2);
}

// What is typed in the list finds items, as in every choice; the records of the one found show.
static bool search_points(struct meeting_view *view, const struct event *event)
{
    enum editor_result result =
        view->searches ? editor_handle(&view->search, event, 1) : EDITOR_IGNORED;
    if (result == EDITOR_CHANGED || result == EDITOR_TOO_LONG)
        meeting_points_find(view);
    return result != EDITOR_IGNORED;
}

static bool handle_points(struct meeting_view *view, struct desk *desk, const struct event *event)
{
    if (!list_handle(&view->point_rows, event, (size_t)view->screen.area.height / 2) &&
        !search_points(view, event))
        return false;
    const struct item *item = meeting_point(view, view->point_rows.cursor);
    if (item != NULL)
        meeting_look_at(view, desk, item->id);
    return true;
}

static void click_point(
    struct meeting_view *view, struct desk *desk, int line, struct rectangle area)
{
    struct list_rows rows = meeting_point_rows(view);
    size_t point = list_row_at(&view->point_rows, area, &rows, line - area.row);
    const struct item *item = meeting_point(view, point);
    if (item != NULL)
        meeting_look_at(view, desk, item->id);
}

static void click_record(struct meeting_view *view, int line, struct rectangle area)
{
    struct list_rows rows = meeting_record_rows(view);
    size_t record = list_row_at(&view->record_rows, area, &rows, line - area.row);
    if (record >= view->records.count || view->focus == MEETING_CORRECTION)
        return;
    view->focus = MEETING_RECORDS;
    view->record_rows.cursor = record;
}

static void click(struct meeting_view *view, struct desk *desk, const struct event *event)
{
    struct meeting_layout layout = meeting_layout_of(view, view->screen.area);
    struct follow follow = {0};
    if (event->row >= layout.rule.row)
        meeting_write(&view->screen, desk, &follow);
    else if (event->column < layout.points.width)
        click_point(view, desk, event->row, layout.point_rows);
    else
        click_record(view, event->row, layout.record_rows);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    if (event->type == EVENT_CLICK) {
        click(view, desk, event);
        return true;
    }
    if (event->type == EVENT_SCROLL)
        return scroll_records(view, event);
    if (meeting_editor(view) != NULL)
        return meeting_type(view, desk, event);
    if (view->focus == MEETING_POINTS)
        return handle_points(view, desk, event);
    return scroll_records(view, event);
}

static uint64_t where(const struct screen *screen)
{
    static const uint64_t places[] = {
        [MEETING_ENTRY] = WHERE_ENTRY,
        [MEETING_RECORDS] = WHERE_MEETING,
        [MEETING_POINTS] = WHERE_POINTS,
        [MEETING_CORRECTION] = WHERE_CORRECTION,
    };
    const struct meeting_view *view = meeting_view_read(screen);
    if (meeting_is_closed(&view->meeting))
        return view->focus == MEETING_POINTS ? WHERE_POINTS_SHUT : WHERE_MEETING_SHUT;
    if (view->focus == MEETING_POINTS && view->searches)
        return WHERE_POINTS_SEARCH;
    return places[view->focus];
}

static int64_t meeting_shown(const struct screen *screen)
{
    return screen->destination.element;
}

static int64_t item_shown(const struct screen *screen)
{
    return meeting_view_read(screen)->item;
}

// Under the cursor, where letters are commands.
static int64_t decision_shown(const struct screen *screen)
{
    const struct meeting_view *view = meeting_view_read(screen);
    return view->focus == MEETING_RECORDS ? meeting_decision(view) : 0;
}

static bool task_shown(const struct screen *screen, size_t index, int64_t *task)
{
    const struct meeting_view *view = meeting_view_read(screen);
    *task = view->focus == MEETING_RECORDS ? meeting_task(view) : 0;
    return index == 0 && *task != 0;
}

const struct screen_class meeting_screen = {
    .size = sizeof(struct meeting_view),
    .init = init,
    .clear = clear,
    .reload = meeting_reload,
    .title = meeting_title,
    .warns = meeting_lacks_quorum,
    .draw = meeting_draw,
    .handle = handle,
    .where = where,
    .meeting = meeting_shown,
    .item = item_shown,
    .decision = decision_shown,
    .task = task_shown,
    .pending = meeting_pending,
    .resume = meeting_resume,
    .edited = meeting_edited,
    .questions = {{item_questions, ITEM_QUESTION_COUNT},
        {meeting_questions, MEETING_QUESTION_COUNT},
        {item_return_questions, ITEM_RETURN_QUESTION_COUNT},
        {meeting_fate_questions, MEETING_FATE_QUESTION_COUNT},
        {record_follow_questions, RECORD_FOLLOW_QUESTION_COUNT},
        {minutes_questions, MINUTES_QUESTION_COUNT}, {decision_questions, DECISION_QUESTION_COUNT},
        {task_questions, TASK_QUESTION_COUNT}, {task_owner_questions, TASK_OWNER_QUESTION_COUNT},
        {task_note_questions, TASK_NOTE_QUESTION_COUNT},
        {meeting_pace_questions, MEETING_PACE_QUESTION_COUNT}},
};
