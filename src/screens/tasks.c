// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/tasks.h"

#include "rules/workflow.h"
#include "screens/commands.h"
#include "screens/meeting_phrases.h"
#include "screens/task_commands.h"
#include "screens/task_note_commands.h"
#include "screens/task_owner_commands.h"
#include "screens/tasks_filter.h"
#include "text/french_count.h"
#include "text/utf8.h"

enum {
    MARK_WIDTH = 2,
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
    struct task_filter filter = tasks_filter_of(tasks_view_read(screen), desk_today(desk));
    struct register_task *page = NULL;
    enum status status = task_register_read(
        desk->store, &filter, pages->count, pages->wanted, &pages->arena, &page, count, problem);
    *rows = page;
    return status;
}

static int64_t id_of(const void *row)
{
    return ((const struct register_task *)row)->id;
}

const struct tasks_view *tasks_view_read(const struct screen *screen)
{
    return (const struct tasks_view *)(const void *)screen;
}

const struct register_task *tasks_focused(const struct screen *screen)
{
    return paged_screen_focused(screen);
}

static void clear(struct screen *screen)
{
    struct tasks_view *view = (struct tasks_view *)screen;
    marks_clear(&view->marks);
    buffer_clear(&view->owner);
    buffer_clear(&view->text);
    buffer_clear(&view->axis_name);
    buffer_clear(&view->committee_name);
    register_view_clear(screen);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct tasks_view *view = (struct tasks_view *)screen;
    struct task_filter filter = tasks_filter_of(view, desk_today(desk));
    enum status status = register_view_reload(screen, desk, problem);
    if (status == STATUS_DONE)
        status = task_register_count(desk->store, &filter, &view->counts, problem);
    return status;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    register_view_title(screen, "Suivi des tâches", left);
}

// «12 tâches · 3 en retard · 2 suivis demandés, 1 reçu»
static void append_counts(struct buffer *out, const struct tasks_view *view, int width)
{
    const struct task_counts *counts = &view->counts;
    french_count_more(out, (int)marks_count(&view->marks), "marque", "marques");
    french_count_more(out, counts->tasks, "tâche", "tâches");
    french_count_more(out, counts->late, "en retard", "en retard");
    if (width < WITH_REFERENCE)
        return;
    french_count_more(out, counts->awaited, "suivi demandé", "suivis demandés");
    french_count_more(out, counts->given, "suivi reçu", "suivis reçus");
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

static bool is_of_today(const struct register_task *task, struct date today)
{
    return !is_final(task) && task->due.precision != DATE_NONE &&
           date_compare(task->due, today) == 0;
}

static void detail(const struct screen *screen, const struct desk *desk, struct buffer *out)
{
    const struct register_task *task = tasks_focused(screen);
    struct date today = desk_today(desk);
    if (task == NULL)
        return;
    buffer_append_format(out, "%s · ", task->reference);
    if (task->awaits != NULL)
        buffer_append_format(out, "attend %s · ", task->awaits);
    buffer_append(out, task->meeting_reference);
    if (task->due.precision != DATE_NONE) {
        buffer_append(out, is_late(task, today)       ? " · en retard : "
                           : is_of_today(task, today) ? " · aujourd'hui : "
                                                      : " · échéance ");
        date_long(out, task->due);
    }
    buffer_append_format(out, " · %s", task->owners == NULL ? "sans responsable" : task->owners);
    if (task->awaited)
        buffer_append(out, " · nouvelles demandées");
    if (task->provisional)
        buffer_append_format(out, " · %s", phrase_meeting_not_closed(task->meeting_open));
}

// The day is that of the clock as it is drawn: what is late is seen in the night of its date.
static enum style style_of(const struct register_task *task, struct date today)
{
    return is_late(task, today)       ? STYLE_LATE
           : is_of_today(task, today) ? STYLE_CURRENT
           : is_final(task)           ? STYLE_DONE
                                      : STYLE_TASK;
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
    if (task->priority != 3)
        buffer_append_format(&text, "(p%d) ", task->priority);
    if (task->awaits != NULL && !is_final(task))
        buffer_append(&text, "(bloquée) ");
    if (task->awaited)
        buffer_append(&text, "(suivi ?) ");
    if (task->provisional && beside)
        buffer_append_format(&text, "(%s) ", phrase_meeting_not_closed(task->meeting_open));
    buffer_append(&text, task->text);
    if (!beside && task->owners != NULL)
        buffer_append_format(&text, " · %s", task->owners);
    put_column(surface, &area, area.width - owners + (beside ? 0 : 1), style, buffer_text(&text));
    if (beside)
        put_column(
            surface, &area, area.width + 1, style, task->owners == NULL ? "–" : task->owners);
    buffer_clear(&text);
}

static void draw_row(const struct screen *screen, const struct desk *desk, const void *row,
    struct surface *surface, struct rectangle area, bool focused)
{
    const struct tasks_view *view = tasks_view_read(screen);
    struct date today = desk_today(desk);
    const struct register_task *task = row;
    bool marked = marks_have(&view->marks, task->id);
    enum style style = focused ? STYLE_FOCUS : marked ? STYLE_MARKED : style_of(task, today);
    bool beside = area.width >= WITH_OWNERS;
    struct buffer date = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (marks_count(&view->marks) > 0)
        put_column(surface, &area, MARK_WIDTH, style, marked ? "*" : " ");
    if (area.width >= WITH_REFERENCE)
        put_column(surface, &area, REFERENCE_WIDTH, style, task->reference);
    buffer_append(&date, is_late(task, today) ? "! " : is_of_today(task, today) ? "= " : "  ");
    date_short(&date, task->due);
    put_column(surface, &area, DATE_WIDTH, style, buffer_text(&date));
    put_column(surface, &area, STATE_WIDTH, style, workflow_label(&task_workflow, task->state));
    put_text(surface, area, style, task, beside);
    buffer_clear(&date);
}

static const char *nothing(const struct screen *screen)
{
    const struct tasks_view *view = tasks_view_read(screen);
    struct buffer filter = {0};
    tasks_filter_phrase(&filter, view);
    bool filtered = filter.length > 0;
    buffer_clear(&filter);
    if (filtered)
        return "Aucune tâche ne répond à ces choix : w les montre toutes.";
    return view->base.about.length > 0
               ? "Aucune tâche n'en parle encore : t montre toutes les tâches."
               : "Aucune tâche encore : elles se notent en séance, derrière un >";
}

// What is looked for, and how much there is of it.
static void draw_heading(
    const struct tasks_view *view, struct surface *surface, struct rectangle area)
{
    struct buffer filter = {0};
    struct buffer counts = {0};
    tasks_filter_phrase(&filter, view);
    append_counts(&counts, view, area.width);
    int room = area.width - (int)text_width(buffer_text(&counts)) - 4;
    surface_put(surface, area.row, 1, room, STYLE_PROMPT, buffer_text(&filter));
    surface_put_right(
        surface, area.row, area.column, area.width - 1, STYLE_MUTED, buffer_text(&counts));
    buffer_clear(&filter);
    buffer_clear(&counts);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    draw_heading(tasks_view_read(screen), surface, area);
    paged_screen_draw(screen, desk, surface, area);
}

static const struct paged_list list = {
    .source = {sizeof(struct register_task), read, id_of},
    .draw_row = draw_row,
    .nothing = nothing,
};

static uint64_t where(const struct screen *screen)
{
    return WHERE_TASKS | (screen->destination.element == 0 ? 0 : WHERE_TASKS_OF);
}

// Those that are marked, else the one under the cursor.
static bool task(const struct screen *screen, size_t index, int64_t *id)
{
    const struct tasks_view *view = tasks_view_read(screen);
    const struct register_task *focused = tasks_focused(screen);
    size_t marked = marks_count(&view->marks);
    if (marked > 0 && index < marked)
        *id = marks_at(&view->marks, index);
    else if (marked == 0 && index == 0 && focused != NULL)
        *id = focused->id;
    else
        return false;
    return true;
}

static void changed(struct screen *screen)
{
    marks_forget(&((struct tasks_view *)screen)->marks);
}

void tasks_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct register_task *task_shown = tasks_focused(screen);
    if (task_shown != NULL)
        follow_go(follow, PLACE_TASK, PLAN_FIELD, task_shown->id);
}

void tasks_mark_one(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = (struct tasks_view *)screen;
    const struct register_task *focused = tasks_focused(screen);
    if (focused == NULL)
        return;
    if (!marks_set(&view->marks, focused->id, !marks_have(&view->marks, focused->id)))
        desk_refuse_no_memory(desk);
    else if (view->base.paged.pages.list.cursor + 1 < view->base.paged.pages.count)
        view->base.paged.pages.list.cursor++;
}

// Those that show, filtered as they are; where all are marked, none.
void tasks_mark_all(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct tasks_view *view = (struct tasks_view *)screen;
    struct task_filter filter = tasks_filter_of(view, desk_today(desk));
    struct arena arena = {0};
    struct problem problem = {0};
    struct register_task *tasks = NULL;
    size_t count = 0;
    size_t marked = marks_count(&view->marks);
    enum status status = task_register_read(
        desk->store, &filter, 0, SIZE_MAX >> 1, &arena, &tasks, &count, &problem);
    marks_forget(&view->marks);
    for (size_t i = 0; status == STATUS_DONE && marked < count && i < count; i++)
        if (!marks_set(&view->marks, tasks[i].id, true))
            status = problem_set_no_memory(&problem);
    if (status != STATUS_DONE)
        marks_forget(&view->marks);
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    arena_clear(&arena);
}

const struct screen_class tasks_screen = {
    .size = sizeof(struct tasks_view),
    .clear = clear,
    .reload = reload,
    .fill = paged_screen_fill,
    .title = title,
    .detail = detail,
    .draw = draw,
    .handle = paged_screen_handle,
    .where = where,
    .element = register_view_element,
    .task = task,
    .changed = changed,
    .questions = {{tasks_filter_questions, TASKS_FILTER_QUESTION_COUNT},
        {task_questions, TASK_QUESTION_COUNT}, {task_owner_questions, TASK_OWNER_QUESTION_COUNT},
        {task_note_questions, TASK_NOTE_QUESTION_COUNT}},
    .paged = &list,
};
