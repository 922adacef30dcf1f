// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/tasks.h"

#include "rules/workflow.h"
#include "screens/desk.h"
#include "store/register.h"
#include "store/task.h"
#include "text/utf8.h"
#include "widgets/list.h"

enum { PAGE = 200, REFERENCE_WIDTH = 12, DATE_WIDTH = 11, STATE_WIDTH = 11 };

struct tasks_view {
    struct screen screen;
    struct arena arena;
    struct register_task *tasks;
    size_t count, capacity;
    bool complete;
    struct list list;
};

static const struct tasks_view *view_of(const struct screen *screen)
{
    return (const struct tasks_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct tasks_view *)screen)->arena);
}

static enum status read_page(struct tasks_view *view, struct desk *desk, struct problem *problem)
{
    const struct destination *destination = &view->screen.destination;
    struct register_filter filter = {.level = destination->level, .element = destination->element};
    struct register_task *page = NULL;
    size_t count = 0;
    enum status status = register_tasks(
        desk->store, &filter, view->count, PAGE, &view->arena, &page, &count, problem);
    for (size_t i = 0; status == STATUS_DONE && i < count; i++) {
        struct register_task *grown =
            arena_grow(&view->arena, view->tasks, view->count, &view->capacity, sizeof *grown);
        if (grown == NULL)
            return problem_set_no_memory(problem);
        view->tasks = grown;
        view->tasks[view->count++] = page[i];
    }
    view->complete = count < PAGE;
    list_resize(&view->list, view->count);
    return status;
}

static const struct register_task *focused(const struct tasks_view *view)
{
    return view->list.cursor < view->count ? &view->tasks[view->list.cursor] : NULL;
}

// The cursor stays on its task, wherever its new state has moved it.
static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct tasks_view *view = (struct tasks_view *)screen;
    const struct register_task *was = focused(view);
    int64_t id = was == NULL ? 0 : was->id;
    size_t cursor = view->list.cursor;
    arena_clear(&view->arena);
    view->tasks = NULL;
    view->count = view->capacity = 0;
    view->complete = false;
    enum status status = STATUS_DONE;
    do
        status = read_page(view, desk, problem);
    while (status == STATUS_DONE && !view->complete && view->count <= cursor);
    for (size_t i = 0; i < view->count; i++)
        if (view->tasks[i].id == id)
            view->list.cursor = i;
    return status;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)screen;
    (void)desk;
    (void)right;
    buffer_append(left, "Suivi des tâches");
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    (void)desk;
    const struct register_task *task = focused(view_of(screen));
    if (task == NULL)
        return;
    buffer_append_format(out, "%s · %s", task->reference, task->meeting_reference);
    buffer_append_format(out, " · %s", task->owners == NULL ? "sans responsable" : task->owners);
    if (task->due.precision != DATE_NONE) {
        buffer_append(out, " · échéance ");
        date_long(out, task->due);
    }
}

static enum style style_of(const struct register_task *task, const struct tasks_view *view)
{
    const struct workflow_state *state = workflow_state(&task_workflow, task->state);
    (void)view;
    return state != NULL && state->final ? STYLE_DONE : STYLE_TASK;
}

static void draw_row(const void *context, size_t row, struct surface *surface,
    struct rectangle area, bool focused_row)
{
    const struct tasks_view *view = context;
    const struct register_task *task = &view->tasks[row];
    enum style style = focused_row ? STYLE_FOCUS : style_of(task, view);
    struct buffer text = {0};
    int column = area.column;
    if (focused_row)
        surface_paint(surface, area, STYLE_FOCUS);
    surface_put(surface, area.row, column, REFERENCE_WIDTH - 1, style, task->reference);
    column += REFERENCE_WIDTH;
    date_short(&text, task->due);
    surface_put(surface, area.row, column, DATE_WIDTH - 1, style, buffer_text(&text));
    column += DATE_WIDTH;
    surface_put(surface, area.row, column, STATE_WIDTH - 1, style,
        workflow_label(&task_workflow, task->state));
    column += STATE_WIDTH;
    buffer_reset(&text);
    buffer_append(&text, task->text);
    if (task->owners != NULL)
        buffer_append_format(&text, " · %s", task->owners);
    surface_put(
        surface, area.row, column, area.column + area.width - column, style, buffer_text(&text));
    buffer_clear(&text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct tasks_view *view = view_of(screen);
    area.row++;
    area.height--;
    if (view->count == 0) {
        surface_put(surface, area.row, 2, area.width - 4, STYLE_MUTED,
            "Aucune tâche encore : elles se notent en séance, derrière un >.");
        surface_place_cursor(surface, area.row, 1);
        return;
    }
    struct list_rows rows = {.context = view, .draw = draw_row};
    list_draw(&view->list, surface, area, &rows, true);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = (struct tasks_view *)screen;
    size_t page = (size_t)screen->area.height - 2;
    struct problem problem = {0};
    bool used = list_handle(&view->list, event, page);
    if (used && !view->complete && view->list.cursor + page >= view->count &&
        read_page(view, desk, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    return used;
}

void tasks_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct register_task *task = focused(view_of(screen));
    if (task != NULL)
        follow_go_to_row(follow, PLACE_MEETING, task->meeting, task->id);
}

void tasks_next_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    const struct register_task *task = focused(view_of(screen));
    if (task == NULL)
        return;
    const char *next = workflow_next(&task_workflow, task->state);
    if (next == NULL) {
        desk_say(desk, "Cette tâche est finie : F8 annule le dernier geste.");
        return;
    }
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = task_set_state(gesture, task->id, next, &problem);
    status = desk_finish(desk, gesture, status, &problem, "tâche %s %s", task->reference,
        workflow_label(&task_workflow, next));
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
}

const struct screen_class tasks_screen = {
    .size = sizeof(struct tasks_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
};
