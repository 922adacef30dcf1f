// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/task_sheet.h"

#include <string.h>

#include "rules/owner_line.h"
#include "rules/workflow.h"
#include "screens/list_screen.h"
#include "screens/plan_phrases.h"
#include "screens/task_commands.h"
#include "screens/task_dependency_commands.h"
#include "screens/task_note_commands.h"
#include "screens/task_owner_commands.h"
#include "store/plan.h"
#include "store/task_note.h"
#include "store/task_sheet.h"
#include "surface/paragraph.h"
#include "text/utf8.h"

enum { LABEL_WIDTH = 15 };

// The lines that a task always has; then what was noted of it, then what it concerns.
enum fixed_line {
    LINE_STATE,
    LINE_DUE,
    LINE_PRIORITY,
    LINE_OWNERS,
    LINE_MEETING,
    LINE_NEEDS,
    FIXED_LINES
};

struct task_sheet_view {
    struct screen screen;
    struct arena arena;
    struct plan plan;
    struct task_sheet task;
    struct list list;
};

static const struct task_sheet_view *view_of(const struct screen *screen)
{
    return (const struct task_sheet_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct task_sheet_view *)screen)->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct task_sheet_view *view = (struct task_sheet_view *)screen;
    struct task_sheet_view read = *view;
    read.arena = (struct arena){0};
    enum status status =
        plan_load(desk->store, desk_today(desk), true, &read.arena, &read.plan, problem);
    if (status == STATUS_DONE)
        status = task_sheet_load(
            desk->store, screen->destination.element, &read.arena, &read.task, problem);
    if (status != STATUS_DONE) {
        arena_clear(&read.arena);
        return status;
    }
    arena_clear(&view->arena);
    *view = read;
    list_resize(&view->list, FIXED_LINES + view->task.concern_count + view->task.event_count);
    return STATUS_DONE;
}

static bool is_open(const struct task_sheet *task)
{
    const struct workflow_state *state = workflow_state(&task_workflow, task->state);
    return state != NULL && !state->final;
}

static bool is_late(const struct task_sheet *task, const struct desk *desk)
{
    return is_open(task) && date_is_past(task->due, desk_today(desk));
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    const struct task_sheet *task = &view_of(screen)->task;
    buffer_append_format(left, "Tâches › %s", task->reference);
    buffer_append(right, workflow_label(&task_workflow, task->state));
    if (is_late(task, desk))
        buffer_append(right, " · en retard");
}

static void append_date(struct buffer *out, struct date date, const char *none)
{
    if (date.precision == DATE_NONE)
        buffer_append(out, none);
    else
        date_long(out, date);
}

static bool same_owners(const struct task_owners *left, const struct task_owners *right)
{
    if (left->count != right->count)
        return false;
    for (size_t i = 0; i < left->count; i++)
        if (strcmp(left->owners[i].name, right->owners[i].name) != 0)
            return false;
    return true;
}

static void append_state(struct buffer *out, const struct task_sheet *task)
{
    buffer_append(out, workflow_label(&task_workflow, task->state));
    if (task->done_on.precision != DATE_NONE) {
        buffer_append(out, " le ");
        date_long(out, task->done_on);
    }
    if (task->awaited)
        buffer_append(out, " · nouvelles demandées");
}

// What was taken stands behind what is so now, where they differ.
static void append_due(struct buffer *out, const struct task_sheet *task, const struct desk *desk)
{
    append_date(out, task->due, "aucune");
    if (is_late(task, desk))
        buffer_append(out, " · en retard");
    if (task->due.precision == task->taken_due.precision &&
        date_compare(task->due, task->taken_due) == 0)
        return;
    buffer_append(out, " (prise : ");
    append_date(out, task->taken_due, "sans échéance");
    buffer_append(out, ")");
}

static void append_priority(struct buffer *out, const struct task_sheet *task)
{
    buffer_append_format(out, "%d", task->priority);
    if (task->priority != task->taken_priority)
        buffer_append_format(out, " (prise : %d)", task->taken_priority);
}

static void append_owners(struct buffer *out, const struct task_sheet *task)
{
    if (task->owners.count == 0)
        buffer_append(out, "personne");
    owner_line_write(out, task->owners.owners, task->owners.count);
    if (same_owners(&task->owners, &task->taken_owners))
        return;
    buffer_append(out, " (prise : ");
    if (task->taken_owners.count == 0)
        buffer_append(out, "personne");
    owner_line_write(out, task->taken_owners.owners, task->taken_owners.count);
    buffer_append(out, ")");
}

// «T-2026-003 (en cours) Chiffrer le projet ; attendue par T-2026-005»
static void append_needs(struct buffer *out, const struct task_sheet *task)
{
    for (size_t i = 0; i < task->needs.count; i++) {
        const struct task_need *need = &task->needs.needs[i];
        buffer_append_format(out, "%s%s (%s) %s", i > 0 ? " ; " : "", need->reference,
            workflow_label(&task_workflow, need->state), need->text);
    }
    if (task->needs.count == 0)
        buffer_append(out, "aucune autre tâche");
    for (size_t i = 0; i < task->waiting.count; i++)
        buffer_append_format(
            out, "%s%s", i > 0 ? ", " : " · attendue par ", task->waiting.needs[i].reference);
}

// It waits for a task that is open.
static bool is_blocked(const struct task_sheet *task)
{
    for (size_t i = 0; i < task->needs.count; i++)
        if (task->needs.needs[i].open)
            return is_open(task);
    return false;
}

static void append_meeting(struct buffer *out, const struct task_sheet *task)
{
    buffer_append_format(out, "%s, point %s : %s", task->meeting_reference,
        task->item_number == NULL ? "–" : task->item_number, task->item_title);
    if (!meeting_state_is(task->meeting_state, MEETING_CLOSED))
        buffer_append_format(
            out, " · séance %s", workflow_label(&meeting_workflow, task->meeting_state));
}

static void append_fixed(struct buffer *out, enum fixed_line line, const struct task_sheet *task,
    const struct desk *desk)
{
    switch (line) {
    case LINE_STATE:
        append_state(out, task);
        break;
    case LINE_DUE:
        append_due(out, task, desk);
        break;
    case LINE_PRIORITY:
        append_priority(out, task);
        break;
    case LINE_OWNERS:
        append_owners(out, task);
        break;
    case LINE_NEEDS:
        append_needs(out, task);
        break;
    case LINE_MEETING:
        append_meeting(out, task);
        break;
    case FIXED_LINES:
        break;
    }
}

static void append_event(struct buffer *out, const struct task_event *event)
{
    date_short(out, event->day);
    if (!event->follow_up)
        buffer_append_format(out, " · %s", event->text);
    else if (event->given_on.precision == DATE_NONE)
        buffer_append(out, " · nouvelles demandées, pas encore reçues");
    else {
        buffer_append(out, " · nouvelles demandées, reçues le ");
        date_short(out, event->given_on);
        buffer_append_format(out, " : %s", event->text);
    }
}

static size_t first_concern(const struct task_sheet_view *view)
{
    return FIXED_LINES + view->task.event_count;
}

// The note or news at a row; NULL for another row.
static const struct task_event *event_at(const struct task_sheet_view *view, size_t row)
{
    return row >= FIXED_LINES && row - FIXED_LINES < view->task.event_count
               ? &view->task.events[row - FIXED_LINES]
               : NULL;
}

// What a row says: its label, empty below the first of its kind, then the rest.
struct drawing {
    const struct task_sheet_view *view;
    const struct desk *desk;
};

static const char *label_of(const struct task_sheet_view *view, size_t row)
{
    static const char *const labels[FIXED_LINES] = {
        "État", "Échéance", "Priorité", "Responsables", "Prise en séance", "Attend"};
    if (row < FIXED_LINES)
        return labels[row];
    if (row == FIXED_LINES && view->task.event_count > 0)
        return "Avancement";
    return row == first_concern(view) ? "Concerne" : "";
}

static void append_row(struct buffer *out, const struct drawing *drawing, size_t row)
{
    const struct task_sheet_view *view = drawing->view;
    const struct task_event *event = event_at(view, row);
    if (row < FIXED_LINES)
        append_fixed(out, (enum fixed_line)row, &view->task, drawing->desk);
    else if (event != NULL)
        append_event(out, event);
    else {
        const struct entry_link *link = &view->task.concerns[row - first_concern(view)];
        phrase_element(out, &view->plan, link->level, link->id);
        buffer_append_format(out, " · %s", plan_label(&view->plan, link->level, link->id));
    }
}

static int text_cells(int width)
{
    return width - LABEL_WIDTH - 2;
}

static int row_height(const void *context, size_t row, int width)
{
    struct buffer text = {0};
    append_row(&text, context, row);
    int height = paragraph_height(buffer_text(&text), text_cells(width));
    buffer_clear(&text);
    return height;
}

static enum style style_of(const struct drawing *drawing, size_t row)
{
    const struct task_event *event = event_at(drawing->view, row);
    if (row == LINE_NEEDS && is_blocked(&drawing->view->task))
        return STYLE_QUESTION;
    if (row == LINE_DUE && is_late(&drawing->view->task, drawing->desk))
        return STYLE_LATE;
    return event != NULL && event->follow_up && event->given_on.precision == DATE_NONE
               ? STYLE_QUESTION
               : STYLE_TEXT;
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct drawing *drawing = context;
    struct buffer text = {0};
    struct rectangle rest = {
        area.row, area.column + LABEL_WIDTH + 1, area.height, text_cells(area.width)};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    append_row(&text, drawing, row);
    surface_put(surface, area.row, area.column, LABEL_WIDTH, focused ? STYLE_FOCUS : STYLE_MUTED,
        label_of(drawing->view, row));
    paragraph_draw_down(
        surface, &rest, focused ? STYLE_FOCUS : style_of(drawing, row), buffer_text(&text));
    buffer_clear(&text);
}

// The text of the task stands above its lines, a third of the screen at most.
static struct rectangle list_area(const struct task_sheet_view *view, struct rectangle area)
{
    int text = paragraph_height(view->task.text, area.width - 4);
    int most = area.height / 3;
    int above = (text < most ? text : most) + 1;
    return (struct rectangle){area.row + above, area.column, area.height - above, area.width};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct task_sheet_view *view = view_of(screen);
    const struct drawing drawing = {view, desk};
    const struct list_rows rows = {&drawing, row_height, draw_row};
    struct rectangle below = list_area(view, area);
    struct rectangle text = {area.row + 1, 2, below.row - area.row - 1, area.width - 4};
    paragraph_draw(surface, text, STYLE_TASK, view->task.text);
    list_screen_draw(&view->list, &rows, "", desk, surface, below);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct task_sheet_view *view = (struct task_sheet_view *)screen;
    const struct drawing drawing = {view, desk};
    const struct list_rows rows = {&drawing, row_height, draw_row};
    return list_screen_handle(&view->list, &rows, list_area(view, screen->area), event);
}

static bool element(const struct screen *screen, enum plan_level *level, int64_t *id)
{
    const struct task_sheet_view *view = view_of(screen);
    size_t row = view->list.cursor;
    size_t first = first_concern(view);
    if (row < first || row - first >= view->task.concern_count)
        return false;
    *level = view->task.concerns[row - first].level;
    *id = view->task.concerns[row - first].id;
    return true;
}

static bool task(const struct screen *screen, size_t index, int64_t *id)
{
    *id = screen->destination.element;
    return index == 0;
}

void task_sheet_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    static void (*const changes[FIXED_LINES])(struct screen *, struct desk *, struct follow *) = {
        [LINE_STATE] = task_pick_state,
        [LINE_DUE] = task_ask_due,
        [LINE_PRIORITY] = task_pick_priority,
        [LINE_OWNERS] = task_pick_owners,
        [LINE_NEEDS] = task_pick_needs,
    };
    const struct task_sheet_view *view = view_of(screen);
    const struct task_event *event = event_at(view, view->list.cursor);
    enum plan_level level;
    int64_t id;
    if (view->list.cursor == LINE_MEETING)
        follow_go_to_row(follow, PLACE_MEETING, view->task.meeting, view->task.id);
    else if (view->list.cursor < FIXED_LINES)
        changes[view->list.cursor](screen, desk, follow);
    else if (element(screen, &level, &id))
        follow_go(follow, level == PLAN_ACTION ? PLACE_ACTION : PLACE_PLAN, level, id);
    else if (event != NULL && !event->follow_up)
        task_correct_note(screen, desk, event->id, event->text);
    else if (event != NULL && event->given_on.precision == DATE_NONE)
        task_take_news(screen, desk, follow);
}

void task_sheet_drop_note(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    const struct task_sheet_view *view = view_of(screen);
    const struct task_event *event = event_at(view, view->list.cursor);
    if (event == NULL || event->follow_up) {
        desk_say(desk, "Placez-vous d'abord sur une note d'avancement.");
        return;
    }
    desk_do(desk, task_note_remove, event->id, "note d'avancement ôtée : %s", event->text);
}

const struct screen_class task_sheet_screen = {
    .size = sizeof(struct task_sheet_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .handle = handle,
    .element = element,
    .task = task,
    .questions = {{task_questions, TASK_QUESTION_COUNT},
        {task_owner_questions, TASK_OWNER_QUESTION_COUNT},
        {task_note_questions, TASK_NOTE_QUESTION_COUNT}},
};
