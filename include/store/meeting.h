// SPDX-License-Identifier: GPL-3.0-or-later
// Committees and their meetings: made, opened, adjourned, closed.
#ifndef GREFFE_STORE_MEETING_H
#define GREFFE_STORE_MEETING_H

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/gesture.h"
#include "text/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct committee {
    int64_t id;
    const char *code;
    const char *label;
    bool proposes;       // its decisions are propositions
    const char *next_code; // the committee it proposes to, or NULL
};

enum status committee_list(struct store *store, struct arena *arena,
    struct committee **committees, size_t *count, struct problem *problem);

// Refuses a code that is not valid (rules/reference.h) or is taken.
enum status committee_add(struct gesture *gesture, int64_t id, const char *code,
    const char *label, struct problem *problem);

struct meeting {
    int64_t id;
    int64_t committee;
    const char *committee_code;
    const char *committee_label;
    bool proposes;
    const char *reference;
    struct date date;
    const char *place; // may be NULL, as the hours
    const char *state; // code of meeting_workflow
    const char *opened_at;
    const char *adjourned_at;
    const char *closed_at;
    int items, decisions, tasks;
};

struct meeting_list {
    struct meeting *meetings;
    size_t count;
};

// Latest first. `plan_level` and `element` keep those that spoke of the element (0: all).
enum status meeting_list(struct store *store, enum plan_level level, int64_t element,
    struct arena *arena, struct meeting_list *list, struct problem *problem);

// STATUS_REFUSED when there is no such meeting (any more).
enum status meeting_load(struct store *store, int64_t id, struct arena *arena,
    struct meeting *meeting, struct problem *problem);

// By reference, or `ouverte`, `derniere`, `prochaine`.
enum status meeting_find(struct store *store, const char *reference, int64_t *id,
    struct problem *problem);

// The open (or suspended) meeting, else 0; where several are, the latest opened.
enum status meeting_open_now(struct store *store, int64_t *id, struct problem *problem);

// The meeting that «put on the agenda» adds to: the open one, else the next prepared one; else 0.
enum status meeting_for_agenda(struct store *store, int64_t *id, struct problem *problem);

// The next prepared meeting of the same committee after this one, DATE_NONE when there is none.
enum status meeting_next_date(
    struct store *store, int64_t meeting, struct date *date, struct problem *problem);

enum status meeting_add(struct gesture *gesture, int64_t id, int64_t committee,
    struct date date, struct problem *problem);
enum status meeting_set_date(
    struct gesture *gesture, int64_t meeting, struct date date, struct problem *problem);
enum status meeting_set_place(
    struct gesture *gesture, int64_t meeting, const char *place, struct problem *problem);

// Only a prepared meeting without a record.
enum status meeting_remove(struct gesture *gesture, int64_t meeting, struct problem *problem);

// Opens (or opens again after it was adjourned, not closed). Needs the committee's last meeting
// to be closed; says which one is not. Opening makes the first item to be treated current.
enum status meeting_open(struct gesture *gesture, int64_t meeting, struct problem *problem);
enum status meeting_adjourn(struct gesture *gesture, int64_t meeting, struct problem *problem);

// What closing would do, for the screen that shows it.
struct closing_preview {
    int decisions;         // that will get a number
    const char *first_number, *last_number; // NULL without decisions; in the arena
    int untreated_items;   // items not treated, postponed or withdrawn
    int doubtful_records;
    int tasks_without_owner, tasks_without_date;
};
enum status meeting_preview_closing(struct store *store, int64_t meeting, struct arena *arena,
    struct closing_preview *preview, struct problem *problem);

// Postpones every item that is untreated.
enum status meeting_postpone_untreated(
    struct gesture *gesture, int64_t meeting, struct problem *problem);

// Numbers the decisions, seals the meeting. It must be adjourned. Sets BARRIER_CLOSING. Before it a
// copy of the file goes into the backup folder.
enum status meeting_close(struct gesture *gesture, int64_t meeting, struct problem *problem);

#endif
