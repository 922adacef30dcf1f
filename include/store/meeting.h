// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings as they are read; here with what makes, holds and closes them, for those who need
// several.
#ifndef GREFFE_STORE_MEETING_H
#define GREFFE_STORE_MEETING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "rules/entry.h"
#include "store/committee.h"
#include "store/meeting_closing.h"
#include "store/meeting_edit.h"
#include "store/meeting_fate.h"
#include "store/meeting_session.h"
#include "text/date.h"

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
    const char *planned_hour, *planned_end; // `14:00`, may be NULL
    bool lacks_quorum;                      // adjourned because too few were there
    int64_t recalls; // the meeting that it was called in the place of, 0 for none
    bool approved;   // its minutes, by the committee or by the delay (store/approval.h)
};

struct meeting_list {
    struct meeting *meetings;
    size_t count;
};

// At most `limit` meetings, latest first, that come behind `after` (the last id of the page before;
// 0: from the latest). None come behind one that is gone.
enum status meeting_page(struct store *store, int64_t after, size_t limit, struct arena *arena,
    struct meeting_list *list, struct problem *problem);

// Those that spoke of the element, latest first.
enum status meeting_list(struct store *store, enum plan_level level, int64_t element,
    struct arena *arena, struct meeting_list *list, struct problem *problem);

// The id of the one prepared last, whatever its date; 0 when there is none.
enum status meeting_newest(struct store *store, int64_t *id, struct problem *problem);

// STATUS_REFUSED when there is no such meeting (any more).
enum status meeting_load(struct store *store, int64_t id, struct arena *arena,
    struct meeting *meeting, struct problem *problem);

// By reference (case of letters aside), or `ouverte`, `derniere` (the latest one held),
// `prochaine` (the next prepared one). STATUS_REFUSED when there is none.
enum status meeting_find(
    struct store *store, const char *reference, int64_t *id, struct problem *problem);

// The open (or suspended) meeting, else 0; where several are, the latest opened.
enum status meeting_open_now(struct store *store, int64_t *id, struct problem *problem);

// The meeting that «put on the agenda» adds to: the open one, else the next prepared one; else 0.
enum status meeting_for_agenda(struct store *store, int64_t *id, struct problem *problem);

// The next prepared meeting of the same committee after this one, DATE_NONE when there is none.
enum status meeting_next_date(
    struct store *store, int64_t meeting, struct date *date, struct problem *problem);

#endif
