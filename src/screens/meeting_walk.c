// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_walk.h"

#include "rules/workflow.h"
#include "screens/desk.h"
#include "screens/meeting_points.h"
#include "screens/meeting_reading.h"
#include "screens/meeting_view.h"
#include "store/general_notes.h"
#include "store/item_edit.h"

// Opens an item: a gesture, where the meeting is open; else only looks at it.
static void open_item(struct meeting_view *view, struct desk *desk, const struct item *item)
{
    int64_t id = item->id;
    if (!meeting_state_is(view->meeting.state, MEETING_OPEN)) {
        meeting_look_at(view, desk, id);
        return;
    }
    bool put_off = item_state_is(item->state, ITEM_PUT_OFF);
    if (desk_do(desk, item_open, id,
            put_off ? "point %s repris, il n'est plus reporté : %s" : "point %s ouvert : %s",
            item->number, item->title) == STATUS_DONE)
        meeting_look_at(view, desk, id);
}

// The item `step` places away from the one shown.
static void step_item(struct screen *screen, struct desk *desk, int step)
{
    struct meeting_view *view = meeting_view_of(screen);
    for (size_t i = 0; i < view->agenda.count; i++) {
        if (view->agenda.items[i].id != view->item)
            continue;
        if (step < 0 && i > 0)
            open_item(view, desk, &view->agenda.items[i - 1]);
        else if (step > 0 && i + 1 < view->agenda.count)
            open_item(view, desk, &view->agenda.items[i + 1]);
        else if (step > 0)
            desk_say(desk, "C'est le dernier point : F9 lève la séance.");
        else
            desk_say(desk, "C'est le premier point.");
        return;
    }
    desk_say(desk, "L'ordre du jour est vide : Échap, F6, puis a y ajoute un point.");
}

void meeting_show_record(struct screen *screen, struct desk *desk, int64_t id)
{
    struct meeting_view *view = meeting_view_of(screen);
    struct arena arena = {0};
    struct record record;
    struct problem problem = {0};
    if (record_load(desk->store, id, &arena, &record, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else {
        view->focus = MEETING_RECORDS;
        meeting_look_at(view, desk, record.item);
        for (size_t i = 0; i < view->records.count; i++)
            if (view->records.records[i].id == id)
                view->record_rows.cursor = i;
    }
    arena_clear(&arena);
}

void meeting_next_item(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    step_item(screen, desk, 1);
}

void meeting_previous_item(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    step_item(screen, desk, -1);
}

void meeting_show_points(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)desk;
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    bool leaves = view->focus == MEETING_POINTS;
    if (view->focus == MEETING_ENTRY)
        meeting_points_search(view);
    else
        meeting_points_command(view);
    view->focus = !leaves                     ? MEETING_POINTS
                  : meeting_is_writable(view) ? MEETING_ENTRY
                                              : MEETING_RECORDS;
}

// There, or made at the first time; 0, with a message, when it cannot be.
static int64_t general_notes(const struct meeting_view *view, struct desk *desk)
{
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    int64_t item = 0;
    enum status status = general_notes_find(desk->store, view->meeting.id, &item, &problem);
    if (status == STATUS_DONE && item != 0)
        return item;
    item = store_new_id(desk->store);
    if (status == STATUS_DONE)
        status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = general_notes_make(gesture, item, view->meeting.id, &problem);
    status = desk_conclude(desk, gesture, status, &problem, "notes générales de la séance");
    return status == STATUS_DONE ? item : 0;
}

void meeting_show_general_notes(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    int64_t notes = general_notes(view, desk);
    if (notes == 0)
        return;
    meeting_look_at(view, desk, notes == view->item ? view->current : notes);
    view->focus = meeting_is_writable(view) ? MEETING_ENTRY : MEETING_RECORDS;
}

void meeting_open_point(struct screen *screen, struct desk *desk, struct follow *follow)
{
    struct meeting_view *view = meeting_view_of(screen);
    const struct item *item = meeting_point(view, view->point_rows.cursor);
    if (item == NULL)
        return;
    if (item->id != view->current)
        open_item(view, desk, item);
    meeting_show_points(screen, desk, follow);
}

void meeting_postpone_point(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    const struct item *item = meeting_item(meeting_view_of(screen));
    if (item == NULL)
        return;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = item_set_state(gesture, item->id, item_state_code(ITEM_PUT_OFF), &problem);
    desk_conclude(
        desk, gesture, status, &problem, "point %s reporté : %s", item->number, item->title);
}
