// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_reading.h"

#include "screens/desk.h"
#include "screens/meeting_entry.h"
#include "screens/meeting_pace.h"
#include "screens/meeting_phrases.h"
#include "screens/meeting_points.h"
#include "screens/meeting_remark.h"
#include "store/ballot_moment.h"
#include "store/directory.h"

// What one reload reads, before it replaces what is shown.
struct reading {
    struct arena arena, item_arena;
    struct meeting meeting;
    struct agenda agenda;
    struct pause_list pauses;
    struct record_list records;
    struct entry_context context;
    struct meeting_attendance attendance;
    const char *remark;
    const struct record *owed;
    int64_t item, current;
};

// The item to show: where the meeting is when nothing is half typed, else where one was.
static int64_t item_to_show(const struct meeting_view *view, const struct reading *reading)
{
    bool first = view->arena.blocks == NULL;
    bool followed = view->item == view->current && editor_is_empty(&view->entry);
    if (reading->current != 0 && reading->current != view->current && (first || followed) &&
        view->item == view->current)
        return reading->current;
    if (agenda_find(&reading->agenda, view->item) != NULL)
        return view->item;
    if (reading->current != 0)
        return reading->current;
    return reading->agenda.count == 0 ? 0 : reading->agenda.items[0].id;
}

static enum status read_context(struct desk *desk, struct reading *reading, struct problem *problem)
{
    reading->context.dates.from = reading->meeting.date;
    reading->context.proposes = reading->meeting.proposes;
    enum status status = meeting_next_date(
        desk->store, reading->meeting.id, &reading->context.dates.next_meeting, problem);
    if (status == STATUS_DONE)
        status = directory_load(desk->store, &reading->arena, &reading->context.directory, problem);
    return status;
}

// The record of this id; zeroed when it is not, or no more, that of one.
static enum status look_for_record(struct store *store, int64_t id, struct arena *arena,
    struct record *record, struct problem *problem)
{
    struct problem own = {0};
    enum status status = record_load(store, id, arena, record, &own);
    return status == STATUS_DONE || status == STATUS_REFUSED
               ? STATUS_DONE
               : problem_set(problem, status, "%s", own.sentence);
}

// The item that one comes for, or that of the record, at the first reload; 0 for none.
static enum status find_item_of_focus(const struct meeting_view *view, struct desk *desk,
    struct reading *reading, struct problem *problem)
{
    struct record record;
    int64_t focus = view->screen.destination.focus;
    reading->item = 0;
    if (view->arena.blocks != NULL || focus == 0)
        return STATUS_DONE;
    enum status status = look_for_record(desk->store, focus, &reading->arena, &record, problem);
    reading->item = record.id != 0 ? record.item : focus;
    return status;
}

// The task that the item is there for, if it is one that has it there, and what is to be known.
static enum status read_remark(struct desk *desk, struct reading *reading, struct problem *problem)
{
    const struct item *item = agenda_find(&reading->agenda, reading->item);
    if (item == NULL)
        return STATUS_DONE;
    struct record *brought = arena_array(&reading->item_arena, 1, sizeof *brought);
    if (brought == NULL)
        return problem_set_no_memory(problem);
    enum status status = STATUS_DONE;
    if (item->answers != 0)
        status =
            look_for_record(desk->store, item->answers, &reading->item_arena, brought, problem);
    if (status != STATUS_DONE)
        return status;
    if (brought->id != 0 && brought->fact.kind == RECORD_TASK)
        reading->owed = brought;
    return meeting_remark_read(desk->store,
        &(struct remarked){
            item, reading->owed, &reading->attendance.sheet, meeting_is_closed(&reading->meeting)},
        &reading->item_arena, &reading->remark, problem);
}

// What is shown of the item, the meeting being read already.
static enum status read_item(struct desk *desk, struct reading *reading, struct problem *problem)
{
    struct arena *arena = &reading->item_arena;
    enum status status = STATUS_DONE;
    if (reading->item != 0)
        status = record_list(desk->store, reading->item, arena, &reading->records, problem);
    if (status == STATUS_DONE)
        status = meeting_attendance_look(&reading->attendance, reading->item, arena, problem);
    if (status == STATUS_DONE)
        status = read_remark(desk, reading, problem);
    if (status != STATUS_DONE)
        return status;
    reading->context.ballots =
        ballot_moment_of(&reading->attendance.sheet, &reading->attendance.state);
    status = meeting_attendance_merge(
        &reading->attendance, reading->item, arena, &reading->records, problem);
    if (status == STATUS_DONE)
        status = meeting_pauses_merge(&reading->pauses,
            agenda_find(&reading->agenda, reading->item), arena, &reading->records, problem);
    return status;
}

static enum status read_all(const struct meeting_view *view, struct desk *desk,
    struct reading *reading, struct problem *problem)
{
    int64_t id = view->screen.destination.element;
    enum status status = meeting_load(desk->store, id, &reading->arena, &reading->meeting, problem);
    if (status == STATUS_DONE)
        status = agenda_load(desk->store, id, &reading->arena, &reading->agenda, problem);
    if (status == STATUS_DONE)
        status = meeting_pauses(desk->store, id, &reading->arena, &reading->pauses, problem);
    if (status != STATUS_DONE)
        return status;
    const struct item *current = agenda_current(&reading->agenda);
    reading->current = current == NULL ? 0 : current->id;
    status = find_item_of_focus(view, desk, reading, problem);
    if (status != STATUS_DONE)
        return status;
    if (agenda_find(&reading->agenda, reading->item) == NULL)
        reading->item = item_to_show(view, reading);
    status = read_context(desk, reading, problem);
    if (status == STATUS_DONE)
        status =
            attendance_load(desk->store, id, &reading->arena, &reading->attendance.sheet, problem);
    return status == STATUS_DONE ? read_item(desk, reading, problem) : status;
}

// Keeps the cursors where they were; while a line is typed the last record shows.
static void settle_lists(struct meeting_view *view, int64_t record_was)
{
    list_resize(&view->record_rows, view->records.count);
    meeting_points_find(view);
    if (view->focus == MEETING_ENTRY && view->records.count > 0)
        view->record_rows.cursor = view->records.count - 1;
    for (size_t i = 0; view->focus != MEETING_ENTRY && i < view->records.count; i++)
        if (view->records.records[i].id == record_was)
            view->record_rows.cursor = i;
}

static void settle_focus(struct meeting_view *view, bool first)
{
    bool writable = meeting_is_writable(view);
    if (first)
        view->focus =
            writable && view->screen.destination.focus == 0 ? MEETING_ENTRY : MEETING_RECORDS;
    if (!writable && (view->focus == MEETING_ENTRY || view->focus == MEETING_CORRECTION))
        view->focus = MEETING_RECORDS;
    const struct record *record = meeting_record(view);
    if (view->focus == MEETING_CORRECTION && (record == NULL || record->id != view->corrected))
        view->focus = MEETING_RECORDS;
}

static void show_item(struct meeting_view *view, const struct reading *reading)
{
    arena_clear(&view->item_arena);
    view->item_arena = reading->item_arena;
    view->item = reading->item;
    view->records = reading->records;
    view->context = reading->context;
    view->attendance = reading->attendance;
    view->remark = reading->remark;
    view->owed = reading->owed;
}

static void correct_focused(struct meeting_view *view, struct desk *desk)
{
    const struct record *record = meeting_record(view);
    struct follow follow = {0};
    if (record != NULL && record->id == view->screen.destination.focus && meeting_is_writable(view))
        meeting_correct(&view->screen, desk, &follow);
}

enum status meeting_reload(struct screen *screen, struct desk *desk, struct problem *problem)
{
    struct meeting_view *view = meeting_view_of(screen);
    struct reading reading = {0};
    bool first = view->arena.blocks == NULL;
    const struct record *record = meeting_record(view);
    int64_t record_was = record == NULL ? screen->destination.focus : record->id;
    enum status status = read_all(view, desk, &reading, problem);
    if (status != STATUS_DONE) {
        arena_clear(&reading.arena);
        arena_clear(&reading.item_arena);
        return status;
    }
    arena_clear(&view->arena);
    view->arena = reading.arena;
    view->meeting = reading.meeting;
    view->agenda = reading.agenda;
    view->pauses = reading.pauses;
    view->ended_minutes =
        minutes_of_ended_items(&view->agenda, &view->pauses, store_clock(desk->store));
    view->current = reading.current;
    show_item(view, &reading);
    // A line that is not begun comes behind what was just noted, a suspension too.
    if (view->entry_row == 0 || editor_is_empty(&view->entry))
        view->entry_row = store_new_id(desk->store);
    settle_focus(view, first);
    settle_lists(view, record_was);
    settle_focus(view, false);
    if (first && screen->destination.corrects)
        correct_focused(view, desk);
    return STATUS_DONE;
}

void meeting_look_at(struct meeting_view *view, struct desk *desk, int64_t item)
{
    struct problem problem = {0};
    if (item == 0 || item == view->item)
        return;
    struct reading reading = {
        .meeting = view->meeting,
        .agenda = view->agenda,
        .pauses = view->pauses,
        .context = view->context,
        .attendance = view->attendance,
        .item = item,
    };
    if (read_item(desk, &reading, &problem) != STATUS_DONE) {
        arena_clear(&reading.item_arena);
        desk_refuse(desk, &problem);
        return;
    }
    show_item(view, &reading);
    view->record_rows.cursor = 0;
    settle_focus(view, false);
    settle_lists(view, 0);
    settle_focus(view, false);
}
