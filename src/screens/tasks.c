// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/tasks.h"

#include "rules/workflow.h"
#include "screens/commands.h"
#include "screens/list_screen.h"
#include "screens/register_view.h"
#include "store/task.h"

enum {
    REFERENCE_WIDTH = 12,
    DATE_WIDTH = 13, // «! 31/03/2026»
    STATE_WIDTH = 11,
    OWNERS_SHARE = 4, // of a wide terminal
    WITH_REFERENCE = 72,
    WITH_OWNERS = 120,
};

static enum status read(const struct screen *screen, struct desk *desk, struct pages *pages,
    void **rows, size_t *count, struct problem *problem)
{
    struct register_filter filter = register_view_filter(screen);
    struct register_task *page = NULL;
    enum status status = register_tasks(
        desk->store, &filter, pages->count, PAGE_ROWS, &pages->arena, &page, count, problem);
    *rows = page;
    return status;
}

static int64_t id_of(const void *row)
{
    return ((const struct register_task *)row)->id;
}

static const struct page_source source = {sizeof(struct register_task), read, id_of};

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    return register_view_reload(screen, &source, desk, problem);
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    register_view_title(screen, "Suivi des tâches", left);
}

static bool is_final(const struct register_task *task)
{
    const struct workflow_state *state = workflow_state(&task_workflow, task->state);
    return state != NULL && state->final;
}

static bool is_late(const struct register_task *task, struct date today)
{
    return !is_final(task) && date_is_past(task->due, today);
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    const struct register_task *task = pages_focused(&register_view_of(screen)->pages, &source);
    if (task == NULL)
        return;
    buffer_append_format(out, "%s · %s", task->reference, task->meeting_reference);
    if (task->due.precision != DATE_NONE) {
        buffer_append(out, is_late(task, desk_today(desk)) ? " · en retard : " : " · échéance ");
        date_long(out, task->due);
    }
    buffer_append_format(out, " · %s", task->owners == NULL ? "sans responsable" : task->owners);
}

static enum style style_of(const struct register_task *task, struct date today)
{
    return is_late(task, today) ? STYLE_LATE : is_final(task) ? STYLE_DONE : STYLE_TASK;
}

// Puts a text in a column and goes to the next one.
static void put_column(
    struct surface *surface, struct rectangle *area, int width, enum style style, const char *text)
{
    surface_put(surface, area->row, area->column, width - 1, style, text);
    area->column += width;
    area->width -= width;
}

// The text; on a wide terminal the owners beside it, else behind it.
static void put_text(struct surface *surface, struct rectangle area, enum style style,
    const struct register_task *task, bool beside)
{
    struct buffer text = {0};
    int owners = beside ? area.width / OWNERS_SHARE : 0;
    buffer_append(&text, task->text);
    if (!beside && task->owners != NULL)
        buffer_append_format(&text, " · %s", task->owners);
    put_column(surface, &area, area.width - owners + (beside ? 0 : 1), style, buffer_text(&text));
    if (beside)
        put_column(
            surface, &area, area.width + 1, style, task->owners == NULL ? "–" : task->owners);
    buffer_clear(&text);
}

static void draw_row(
    const void *context, size_t row, struct surface *surface, struct rectangle area, bool focused)
{
    const struct register_view *view = context;
    const struct register_task *task = pages_row(&view->pages, &source, row);
    enum style style = focused ? STYLE_FOCUS : style_of(task, view->today);
    bool beside = area.width >= WITH_OWNERS;
    struct buffer date = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (area.width >= WITH_REFERENCE)
        put_column(surface, &area, REFERENCE_WIDTH, style, task->reference);
    buffer_append(&date, is_late(task, view->today) ? "! " : "  ");
    if (task->due.precision == DATE_NONE)
        buffer_append(&date, "–");
    date_short(&date, task->due);
    put_column(surface, &area, DATE_WIDTH, style, buffer_text(&date));
    put_column(surface, &area, STATE_WIDTH, style, workflow_label(&task_workflow, task->state));
    put_text(surface, area, style, task, beside);
    buffer_clear(&date);
}

static struct list_rows rows_of(const struct register_view *view)
{
    return (struct list_rows){.context = view, .draw = draw_row};
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    const struct register_view *view = register_view_of(screen);
    struct list_rows rows = rows_of(view);
    list_screen_draw(&view->pages.list, &rows,
        view->about.length > 0 ? "Aucune tâche n'en parle encore : t montre toutes les tâches."
                               : "Aucune tâche encore : elles se notent en séance, derrière un >",
        desk, surface, area);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)follow;
    struct register_view *view = (struct register_view *)screen;
    struct list_rows rows = rows_of(view);
    return pages_handle(&view->pages, &source, &rows, screen, desk, event);
}

static unsigned where(const struct screen *screen)
{
    return WHERE_TASKS | (screen->destination.element == 0 ? 0U : (unsigned)WHERE_TASKS_OF);
}

void tasks_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct register_task *task = pages_focused(&register_view_of(screen)->pages, &source);
    if (task != NULL)
        follow_go_to_row(follow, PLACE_MEETING, task->meeting, task->id);
}

void tasks_next_state(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    const struct register_task *task = pages_focused(&register_view_of(screen)->pages, &source);
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
    .size = sizeof(struct register_view),
    .clear = register_view_clear,
    .reload = reload,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = handle,
    .where = where,
    .element = register_view_element,
};
