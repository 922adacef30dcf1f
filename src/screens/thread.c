// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/thread.h"

#include "rules/workflow.h"
#include "screens/desk.h"
#include "screens/meeting_phrases.h"
#include "store/item_thread.h"
#include "surface/paragraph.h"
#include "widgets/list.h"

struct thread_view {
    struct screen screen;
    struct arena arena;
    struct item_thread thread;
    struct list list;
};

static const struct thread_view *view_of(const struct screen *screen)
{
    return (const struct thread_view *)(const void *)screen;
}

static void clear(struct screen *screen)
{
    arena_clear(&((struct thread_view *)screen)->arena);
}

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct thread_view *view = (struct thread_view *)screen;
    struct arena arena = {0};
    struct item_thread thread = {0};
    bool first = view->arena.blocks == NULL;
    enum status status =
        item_thread_load(desk->store, screen->destination.element, &arena, &thread, problem);
    if (status != STATUS_DONE) {
        arena_clear(&arena);
        return status;
    }
    arena_clear(&view->arena);
    view->arena = arena;
    view->thread = thread;
    list_resize(&view->list, thread.count);
    for (size_t i = 0; first && i < thread.count; i++)
        if (thread.rows[i].record == 0 && thread.rows[i].item == screen->destination.element)
            view->list.cursor = i;
    return STATUS_DONE;
}

static void title(
    const struct screen *screen, const struct desk *desk, struct buffer *left, struct buffer *right)
{
    (void)desk;
    (void)right;
    const struct thread_view *view = view_of(screen);
    buffer_append(left, "Fil du point › ");
    for (size_t i = 0; i < view->thread.count; i++)
        if (view->thread.rows[i].item == screen->destination.element) {
            buffer_append(left, view->thread.rows[i].title);
            break;
        }
}

static void append_item(struct buffer *out, const struct thread_row *row)
{
    buffer_append_format(out, "%s · %s · %s", row->meeting_reference, row->title,
        workflow_label(&item_workflow, row->state));
    if (row->reason != NULL)
        buffer_append_format(out, " · %s", row->reason);
}

static void append_record(struct buffer *out, const struct thread_row *row)
{
    if (row->number != NULL)
        buffer_append_format(out, "%s · ", row->number);
    buffer_append(out, row->text);
    if (row->task_state != NULL)
        buffer_append_format(out, " · %s", workflow_label(&task_workflow, row->task_state));
}

// What brought the item stands before it, without its own item: its meeting is said.
static bool is_origin(const struct thread_view *view, size_t index)
{
    const struct thread_row *rows = view->thread.rows;
    for (size_t i = 0; i < index; i++)
        if (rows[i].item == rows[index].item && rows[i].record == 0)
            return false;
    return rows[index].record != 0;
}

static void append_row(struct buffer *out, const struct thread_view *view, size_t index)
{
    const struct thread_row *row = &view->thread.rows[index];
    if (row->record == 0) {
        append_item(out, row);
        return;
    }
    if (is_origin(view, index))
        buffer_append_format(out, "vient de %s · ", row->meeting_reference);
    append_record(out, row);
}

static int row_height(const void *context, size_t row, int width)
{
    struct buffer text = {0};
    append_row(&text, context, row);
    int height = paragraph_height(buffer_text(&text), width - 4);
    buffer_clear(&text);
    return height;
}

static void draw_row(
    const void *context, size_t index, struct surface *surface, struct rectangle area, bool focused)
{
    const struct thread_view *view = context;
    const struct thread_row *row = &view->thread.rows[index];
    enum style style = focused            ? STYLE_FOCUS
                       : row->record == 0 ? STYLE_PROMPT
                                          : style_of_record(row->kind);
    struct buffer text = {0};
    if (focused)
        surface_paint(surface, area, STYLE_FOCUS);
    if (row->record != 0) {
        char sign[2] = {record_kind_facts(row->kind)->sign, '\0'};
        surface_put(surface, area.row, area.column + 2, 1, style, sign);
        area.column += 4;
        area.width -= 4;
    }
    append_row(&text, view, index);
    paragraph_draw(surface, area, style, buffer_text(&text));
    buffer_clear(&text);
}

static void draw(const struct screen *screen, const struct desk *desk, struct surface *surface,
    struct rectangle area)
{
    (void)desk;
    const struct thread_view *view = view_of(screen);
    area.row++;
    area.height--;
    struct list_rows rows = {view, row_height, draw_row};
    list_draw(&view->list, surface, area, &rows, true);
}

static bool handle(
    struct screen *screen, struct desk *desk, const struct event *event, struct follow *follow)
{
    (void)desk;
    (void)follow;
    return list_handle(
        &((struct thread_view *)screen)->list, event, (size_t)screen->area.height / 2);
}

void thread_open(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    const struct thread_view *view = view_of(screen);
    if (view->list.cursor >= view->thread.count)
        return;
    const struct thread_row *row = &view->thread.rows[view->list.cursor];
    if (row->record == 0)
        follow_go(follow, PLACE_MEETING, PLAN_FIELD, row->meeting);
    else if (row->kind == RECORD_DECISION)
        follow_go(follow, PLACE_DECISION, PLAN_FIELD, row->record);
    else
        follow_go_to_row(follow, PLACE_MEETING, row->meeting, row->record);
}

const struct screen_class thread_screen = {
    .size = sizeof(struct thread_view),
    .clear = clear,
    .reload = reload,
    .title = title,
    .draw = draw,
    .handle = handle,
};
