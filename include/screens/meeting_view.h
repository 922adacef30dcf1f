// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the meeting screen, shared by the files that make it: meeting.c (the screen),
// meeting_drawing.c, meeting_entry.c (what is typed), meeting_records.c (what was recorded).
#ifndef GREFFE_SCREENS_MEETING_VIEW_H
#define GREFFE_SCREENS_MEETING_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/entry.h"
#include "screens/meeting_attendance.h"
#include "screens/screen.h"
#include "store/item.h"
#include "store/meeting.h"
#include "store/meeting_pause.h"
#include "store/record.h"
#include "widgets/editor.h"
#include "widgets/list.h"

enum meeting_focus {
    MEETING_ENTRY,      // typing a new line
    MEETING_RECORDS,    // one-key commands over the records
    MEETING_POINTS,     // the agenda
    MEETING_CORRECTION, // typing in the place of a record
};

// The last thing Tab completed, so that Tab again gives the next candidate.
struct meeting_completion {
    size_t start, end; // of what was put in the line; 0, 0: nothing
    size_t candidate;
    struct buffer prefix;
    char sign;
};

struct meeting_view {
    struct screen screen;
    struct arena arena;      // what was read of the meeting
    struct arena item_arena; // and of the item shown
    struct meeting meeting;
    struct agenda agenda;
    struct pause_list pauses;
    int ended_minutes;          // that the items took which are over: no key counts them again
    struct record_list records; // of the item shown, with arrivals and departures
    struct entry_context context;
    struct meeting_attendance attendance;
    const char *remark;        // on the item shown; NULL for none
    const struct record *owed; // the task that it is there for; NULL for none
    enum meeting_focus focus;
    int64_t item;    // the item shown: what is typed goes to it; 0 without an agenda
    int64_t current; // the item being treated at the last reload, 0 for none
    struct list record_rows;
    struct list point_rows;
    size_t *points; // rows of that list → the agenda; in `arena`, NULL for all in their order
    bool searches;  // in the list, letters look for an item
    struct editor search; // what they look for
    struct editor entry;
    int64_t entry_row; // the id of the line being typed
    struct editor correction;
    int64_t corrected;            // the record being corrected
    struct buffer corrected_line; // its line as it stood then
    struct meeting_completion completion;
};

struct meeting_view *meeting_view_of(struct screen *screen);
const struct meeting_view *meeting_view_read(const struct screen *screen);

// A line may be recorded, corrected, removed: the meeting was opened and is not closed.
bool meeting_is_writable(const struct meeting_view *view);

// After a correction the entry line has the keys again; not where one came for that record alone.
void meeting_go_on(struct meeting_view *view);

// The editor that has the keys; NULL when none has.
struct editor *meeting_editor(struct meeting_view *view);

const struct item *meeting_item(const struct meeting_view *view);     // shown; NULL for none
const struct record *meeting_record(const struct meeting_view *view); // under the cursor

// The decision under the cursor, or the one that the vote under the cursor was held on; 0 for none.
int64_t meeting_decision(const struct meeting_view *view);

// How the line being typed is read; a vote that is corrected stays as secret as it was.
struct entry_context meeting_line_context(const struct meeting_view *view);

// The task under the cursor, else the one that the item is there for; 0 for none.
int64_t meeting_task(const struct meeting_view *view);

// The arrival or departure that stands there as a record; NULL for a record, and for NULL.
const struct attendance_move *meeting_move(
    const struct meeting_view *view, const struct record *record);

#endif
