// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/record_doubts.h"

#include "screens/desk.h"
#include "screens/meeting_pace.h"
#include "screens/meeting_view.h"
#include "screens/meeting_walk.h"
#include "store/record_doubt.h"

static bool is_doubtful(const struct record *record)
{
    return record->fact.doubtful || record->fact.doubt != ENTRY_CLEAR;
}

// Arrivals, departures and suspensions are not lines that one types.
static bool is_line(const struct meeting_view *view, const struct record *record)
{
    return meeting_move(view, record) == NULL && !meeting_is_pause(&view->pauses, record);
}

static const struct record *record_to_mark(const struct meeting_view *view)
{
    if (view->focus != MEETING_ENTRY)
        return meeting_record(view);
    for (size_t i = view->records.count; i > 0; i--)
        if (is_line(view, &view->records.records[i - 1]))
            return &view->records.records[i - 1];
    return NULL;
}

void record_mark_doubtful(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    struct meeting_view *view = meeting_view_of(screen);
    const struct record *record = record_to_mark(view);
    struct problem problem = {0};
    struct gesture *gesture = NULL;
    if (record == NULL || !is_line(view, record)) {
        desk_say(desk, "Placez-vous d'abord sur une ligne notée.");
        return;
    }
    bool marks = !is_doubtful(record);
    bool hidden = record->fact.kind == RECORD_PRIVATE_NOTE;
    enum status status = gesture_begin(desk->store, &gesture, &problem);
    if (status == STATUS_DONE)
        status = record_set_doubtful(gesture, record->id, marks, &problem);
    desk_conclude(desk, gesture, status, &problem, "%s : %s", marks ? "à vérifier" : "vérifié",
        hidden ? "(note privée)" : record->fact.text);
}

static void accept_doubtful(
    struct screen *screen, struct desk *desk, const struct picker *picker, struct follow *follow)
{
    (void)follow;
    struct arena arena = {0};
    struct doubtful_list list = {0};
    struct problem problem = {0};
    size_t chosen = picker_focused(picker);
    int64_t meeting = screen->destination.element;
    if (record_doubts(desk->store, meeting, &arena, &list, &problem) != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (chosen < list.count)
        meeting_show_record(screen, desk, list.records[chosen].id);
    arena_clear(&arena);
}

void record_pick_doubtful(struct screen *screen, struct desk *desk, struct follow *follow)
{
    (void)follow;
    static const struct pick pick = {accept_doubtful};
    struct arena arena = {0};
    struct doubtful_list list = {0};
    struct problem problem = {0};
    enum status status =
        record_doubts(desk->store, screen->destination.element, &arena, &list, &problem);
    struct picker_choice *choices = arena_array(&arena, list.count + 1, sizeof *choices);
    if (status == STATUS_DONE && choices == NULL)
        status = problem_set_no_memory(&problem);
    for (size_t i = 0; choices != NULL && i < list.count; i++)
        choices[i] = (struct picker_choice){
            .reference = list.records[i].item_number == NULL ? "" : list.records[i].item_number,
            .label = list.records[i].text,
            .aside = list.records[i].private_note ? "note privée" : NULL};
    if (status != STATUS_DONE)
        desk_refuse(desk, &problem);
    else if (list.count == 0)
        desk_say(desk, "Rien n'est à vérifier dans cette séance.");
    else
        desk_pick(desk, &pick, "À vérifier : aller à quelle ligne ?", choices, list.count, false);
    arena_clear(&arena);
}
