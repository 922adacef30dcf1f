// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/meeting_typed.h"

#include <string.h>

#include "screens/meeting_correction.h"
#include "screens/meeting_reading.h"
#include "screens/meeting_view.h"

// The entry line holds its text while an earlier line is corrected.
bool meeting_pending(const struct screen *screen, size_t index, struct pending *pending)
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
        if (!meeting_correction_begin(view, &view->records.records[i]))
            return false;
        take_text(&view->correction, pending);
        return true;
    }
    return false;
}

// Whoever comes for a record stays there; the entry line has its text all the same.
bool meeting_resume(struct screen *screen, struct desk *desk, const struct pending *pending)
{
    struct meeting_view *view = meeting_view_of(screen);
    bool elsewhere = screen->destination.focus != 0;
    if (!meeting_is_writable(view) || (pending->correction && elsewhere))
        return false;
    if (!elsewhere)
        meeting_look_at(view, desk, pending->subject);
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

void meeting_edited(struct screen *screen, struct desk *desk, const char *text)
{
    (void)desk;
    struct editor *editor = meeting_editor(meeting_view_of(screen));
    if (editor == NULL)
        return;
    editor_replace(editor, 0, editor->text.length, "");
    editor_insert(editor, text, strcspn(text, "\r"));
}
