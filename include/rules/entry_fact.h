// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of a meeting says once it is read, and what it may refer to.
#ifndef GREFFE_RULES_ENTRY_FACT_H
#define GREFFE_RULES_ENTRY_FACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/ballot_line.h"
#include "rules/record_kind.h"
#include "text/date.h"
#include "text/french_date.h"

enum plan_level { PLAN_FIELD, PLAN_AXIS, PLAN_OBJECTIVE, PLAN_ACTION };

// What a mention or a link may name. All borrowed.
struct directory_name {
    int64_t organisation; // 0 for a person, and for a guest's name already used in this file
    const char *code;     // `caf`; empty for people and guests
    const char *label;    // «Caf des Pyrénées-Orientales»
};

struct directory_element {
    enum plan_level level; // never PLAN_FIELD
    int64_t id;
    const char *reference; // `6` for an axis, the code of an objective or action
    const char *label;
};

struct directory {
    const struct directory_name *names;
    size_t name_count;
    const struct directory_element *elements;
    size_t element_count;
};

struct entry_context {
    struct french_date_context dates;
    bool proposes;                // the committee proposes: a decision is a proposition
    struct ballot_moment ballots; // among whom a ballot would be held now
    struct directory directory;
};

struct entry_mention {
    const char *name;     // the label of the organisation, or the name as typed
    int64_t organisation; // 0 for a guest
    bool owner;           // it stood in the run that ends (or begins) a task
};

struct entry_link {
    enum plan_level level;
    int64_t id;
    const char *reference;
};

// Why part of a line stayed in the text; shown to the person, marked on the record.
enum entry_doubt {
    ENTRY_CLEAR,
    ENTRY_IMPOSSIBLE_DATE, // «le 31/02»
    ENTRY_UNKNOWN_LINK,    // «#99»
    ENTRY_NOT_UNDERSTOOD,  // `=` that is no ballot
};

struct entry {
    enum record_kind kind;
    const char *text;               // a ballot's as it was typed, or its sentence once it was held
    struct entry_mention *mentions; // nobody twice; owners first
    size_t mention_count;
    struct entry_link *links; // nothing twice
    size_t link_count;
    struct date date; // a task's due date, a decision's review date
    int priority;     // a task's, 1-5; 0 when not said, which means 3
    bool doubtful;    // `(?)`
    struct ballot_line ballot;
    enum entry_doubt doubt;
};

// The same person or organisation: the same organisation, or the same guest's name but for case
// and accents.
bool entry_mention_is(const struct entry_mention *mention, int64_t organisation, const char *name);

// The same fact, but for why part of it stayed text: the same kind, text, mentions in their order,
// links in any, date, priority and mark. No priority is 3.
bool entry_is_same(const struct entry *left, const struct entry *right);

#endif
