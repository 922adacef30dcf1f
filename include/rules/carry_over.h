// SPDX-License-Identifier: GPL-3.0-or-later
// What the next agenda of a committee proposes, each item with the reason why it is there.
//
// A pure function: what is known in, proposed items out. Nothing that is still owed is left out,
// and nothing is proposed twice: a standing item that was postponed, or a proposition whose item
// was, comes once.
#ifndef GREFFE_RULES_CARRY_OVER_H
#define GREFFE_RULES_CARRY_OVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "text/date.h"

enum carry_kind {
    CARRY_STANDING,     // returns at each meeting of the committee
    CARRY_APPROVAL,     // of the last minutes
    CARRY_UNTREATED,    // not reached, postponed, or of a meeting that was not held
    CARRY_PINNED,       // returns although it was treated
    CARRY_PARKED,       // waits between two meetings
    CARRY_PROPOSITION,  // of another committee
    CARRY_DELIBERATION, // a decision for this committee to deliberate
    CARRY_REVIEW,       // a decision whose review date has come
    CARRY_QUESTION,     // without an answer
    CARRY_TASK,         // due before the meeting
};

// More tasks, or questions, than the first, and more of another kind of record than the second, are
// gathered in one item.
enum { CARRY_MOST_APART = 5, CARRY_MOST_RECEIVED = 20 };

struct carry_standing {
    int64_t id;
    const char *title, *kind, *presenter; // as those of an item
    int minutes;
    bool at_end;
    int64_t last_item; // of the committee's last meeting that had it; 0 for none
};

// An item that none continues yet: of a meeting that is over, or that waits in any.
struct carry_item {
    int64_t id, parent;
    const char *title, *kind, *state, *presenter;
    int minutes;
    bool pinned;
    int64_t standing, answers, approves; // 0 for none
    bool gathers;                        // it stood for all tasks, all propositions…
    const char *meeting_state;
    bool lacks_quorum; // its meeting was adjourned for that
    struct date meeting_date;
};

struct carry_record {
    enum carry_kind kind; // from CARRY_PROPOSITION on
    int64_t id;
    const char *text;
    const char *reference; // a decision's number, a task's; NULL for none
    const char *committee; // the code of the one that recorded it
    struct date meeting_date;
    struct date date; // when it is to be reviewed, or due
    bool settled;     // done, answered, replaced, treated since, or on an agenda already
};

struct carry_known {
    struct date date; // of the meeting
    const struct carry_standing *standings;
    size_t standing_count;
    const struct carry_item *items; // in their order at closing, the oldest meeting first
    size_t item_count;
    const struct carry_record *records;
    size_t record_count;
    // The committee's last meeting whose minutes are to be approved; 0 for none.
    int64_t minutes_of;
    struct date minutes_date;
    const int64_t *omitted; // sources set aside for this meeting (`carry_source`)
    size_t omitted_count;
};

struct carry_proposal {
    enum carry_kind kind;
    const char *title, *item_kind, *presenter;
    int minutes;
    bool pinned;
    const char *gathers; // what it stands for, `tache`, `proposition`…; NULL for one thing
    size_t parent;       // the rank of the proposal that it stands under, from 1; 0 for none
    int64_t continues;   // the item that it takes up again, 0 for none, and so on
    int64_t standing, answers, approves;
    const char *reason; // «reporté de la séance du 05/03/2026»
};

struct carry_over {
    struct carry_proposal *proposals; // in the order of the agenda
    size_t count;
};

// STATUS_SYSTEM when memory ends. Texts are borrowed from `known`, or in `arena`.
enum status carry_over(const struct carry_known *known, struct arena *arena,
    struct carry_over *proposed, struct problem *problem);

// What «not this time» sets aside: the id of what brings the item, a number below 0 for one that
// gathers, 0 for an item of one's own.
int64_t carry_source(
    int64_t standing, int64_t approves, int64_t continues, int64_t answers, const char *gathers);

#endif
