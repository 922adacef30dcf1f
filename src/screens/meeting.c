// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting.h"

#include <string.h>

#include "rules/workflow.h"
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
#include "screens/meeting_remark.h"
#include "screens/meeting_view.h"
#include "screens/minutes_commands.h"
#include "screens/record_follow.h"
#include "screens/task_commands.h"
#include "screens/task_note_commands.h"
#include "screens/task_owner_commands.h"
#include "store/ballot_moment.h"
#include "store/general_notes.h"
#include "store/plan.h"

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
    editor_clear(&view->search);
    buffer_clear(&view->completion.prefix);
    arena_clear(&view->arena);
    arena_clear(&view->item_arena);
}

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

// The item that one comes for, or that of the record, at the first reload; 0 for none.
static int64_t item_of_focus(
    const struct meeting_view *view, struct desk *desk, struct arena *arena)
{
    struct record record;
    int64_t focus = view->screen.destination.focus;
    if (view->arena.blocks != NULL || focus == 0)
        return 0;
    bool is_record = record_load(desk->store, focus, arena, &record, NULL) == STATUS_DONE;
    return is_record ? record.item : focus;
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
    if (item->answers != 0 &&
        record_load(desk->store, item->answers, &reading->item_arena, brought, NULL) ==
            STATUS_DONE &&
        brought->fact.kind == RECORD_TASK)
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
    reading->item = item_of_focus(view, desk, &reading->arena);
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

static enum status reload(struct screen *screen, struct desk *desk, struct problem *problem)
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

// Looks at another item, without opening it: the meeting is as it was read.
static void look_at(struct meeting_view *view, struct desk *desk, int64_t item)
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
        look_at(view, desk, item->id);
    return true;
}

static void click_point(
    struct meeting_view *view, struct desk *desk, int line, struct rectangle area)
{
    struct list_rows rows = meeting_point_rows(view);
    size_t point = list_row_at(&view->point_rows, area, &rows, line - area.row);
    const struct item *item = meeting_point(view, point);
    if (item != NULL)
        look_at(view, desk, item->id);
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

// The entry line holds its text while an earlier line is corrected.
static bool pending(const struct screen *screen, size_t index, struct pending *pending)
{
    const struct meeting_view *view = meeting_view_read(screen);
    bool correction = index == 1;
    if (index > 1 || (correction && view->focus != MEETING_CORRECTION))
        return false;
    const struct editor *editor = correction ? &view->correction : &view->entry;
    *pending = (struct pending){
        .purpose = correction ? "correction" : "entree",
        .subject = view->item,
        .row = correction ? view->corrected : view->entry_row,
        .correction = correction,
        .text = editor_text(editor),
        .cursor = editor->cursor,
    };
    return true;
}

static void take_text(struct editor *editor, const struct pending *pending)
{
    editor_set(editor, pending->text);
    if (pending->cursor <= editor->text.length)
        editor->cursor = pending->cursor;
}

static bool resume_correction(struct meeting_view *view, const struct pending *pending)
{
    for (size_t i = 0; i < view->records.count; i++) {
        if (view->records.records[i].id != pending->row)
            continue;
        view->record_rows.cursor = i;
        view->corrected = pending->row;
        view->focus = MEETING_CORRECTION;
        take_text(&view->correction, pending);
        return true;
    }
    return false;
}

// Whoever comes for a record stays there; the entry line has its text all the same.
static bool resume(struct screen *screen, struct desk *desk, const struct pending *pending)
{
    struct meeting_view *view = meeting_view_of(screen);
    bool elsewhere = screen->destination.focus != 0;
    if (!meeting_is_writable(view) || (pending->correction && elsewhere))
        return false;
    if (!elsewhere)
        look_at(view, desk, pending->subject);
    if (pending->correction)
        return resume_correction(view, pending);
    if (!editor_is_empty(&view->entry))
        return false;
    if (!elsewhere)
        view->focus = MEETING_ENTRY;
    view->entry_row = pending->row;
    take_text(&view->entry, pending);
    return true;
}

static void edited(struct screen *screen, struct desk *desk, const char *text)
{
    (void)desk;
    struct editor *editor = meeting_editor(meeting_view_of(screen));
    if (editor == NULL)
        return;
    editor_replace(editor, 0, editor->text.length, "");
    editor_insert(editor, text, strcspn(text, "\r"));
}

// Opens an item: a gesture, where the meeting is open; else only looks at it.
static void open_item(struct meeting_view *view, struct desk *desk, const struct item *item)
{
    int64_t id = item->id;
    if (!meeting_state_is(view->meeting.state, MEETING_OPEN)) {
        look_at(view, desk, id);
        return;
    }
    if (desk_do(desk, item_open, id, "point %s ouvert : %s", item->number, item->title) ==
        STATUS_DONE)
        look_at(view, desk, id);
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
        look_at(view, desk, record.item);
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
    look_at(view, desk, notes == view->item ? view->current : notes);
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

const struct screen_class meeting_screen = {
    .size = sizeof(struct meeting_view),
    .init = init,
    .clear = clear,
    .reload = reload,
    .title = meeting_title,
    .warns = meeting_lacks_quorum,
    .draw = meeting_draw,
    .handle = handle,
    .where = where,
    .meeting = meeting_shown,
    .item = item_shown,
    .decision = decision_shown,
    .task = task_shown,
    .pending = pending,
    .resume = resume,
    .edited = edited,
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
