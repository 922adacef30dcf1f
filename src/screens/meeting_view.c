// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_view.h"

#include "rules/workflow.h"

struct meeting_view *meeting_view_of(struct screen *screen)
{
    return (struct meeting_view *)screen;
}

const struct meeting_view *meeting_view_read(const struct screen *screen)
{
    return (const struct meeting_view *)(const void *)screen;
}

bool meeting_is_writable(const struct meeting_view *view)
{
    return meeting_state_takes_notes(view->meeting.state);
}

void meeting_go_on(struct meeting_view *view)
{
    view->focus = view->screen.destination.focus == 0 ? MEETING_ENTRY : MEETING_RECORDS;
}

struct editor *meeting_editor(struct meeting_view *view)
{
    switch (view->focus) {
    case MEETING_ENTRY:
        return &view->entry;
    case MEETING_CORRECTION:
        return &view->correction;
    case MEETING_RECORDS:
    case MEETING_POINTS:
        break;
    }
    return NULL;
}

const struct item *meeting_item(const struct meeting_view *view)
{
    return agenda_find(&view->agenda, view->item);
}

const struct attendance_move *meeting_move(
    const struct meeting_view *view, const struct record *record)
{
    return record == NULL ? NULL : meeting_attendance_move(&view->attendance, record->id);
}

const struct record *meeting_record(const struct meeting_view *view)
{
    return view->record_rows.cursor < view->records.count
               ? &view->records.records[view->record_rows.cursor]
               : NULL;
}

struct entry_context meeting_line_context(const struct meeting_view *view)
{
    struct entry_context context = view->context;
    for (size_t i = 0; view->focus == MEETING_CORRECTION && i < view->records.count; i++) {
        const struct record *record = &view->records.records[i];
        if (record->id == view->corrected && record->ballot != NULL)
            context.ballots.mode = record->ballot->ballot.mode;
    }
    return context;
}

int64_t meeting_decision(const struct meeting_view *view)
{
    const struct record *record = meeting_record(view);
    if (record == NULL)
        return 0;
    if (record->ballot != NULL)
        return record->ballot->decision;
    return record->fact.kind == RECORD_DECISION ? record->id : 0;
}

int64_t meeting_task(const struct meeting_view *view)
{
    const struct record *record = meeting_record(view);
    if (record != NULL && record->fact.kind == RECORD_TASK)
        return record->id;
    return view->owed == NULL ? 0 : view->owed->id;
}
