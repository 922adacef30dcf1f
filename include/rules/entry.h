// SPDX-License-Identifier: GPL-3.0-or-later
// The entry line of a meeting: one line is one fact (contract §4).
//
// Pure functions: a line and what it may refer to in, a fact out. Nothing that was said is lost:
// what is not understood stays in the text.
#ifndef GREFFE_RULES_ENTRY_H
#define GREFFE_RULES_ENTRY_H

#include "base/arena.h"
#include "base/status.h"
#include "rules/record_kind.h"
#include "text/date.h"
#include "text/french_date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum plan_level { PLAN_FIELD, PLAN_AXIS, PLAN_OBJECTIVE, PLAN_ACTION };

// What a mention or a link may name. All borrowed.
struct directory_name {
    int64_t organisation; // 0 for a guest's name already used in this file
    const char *code;     // `caf`; empty for a guest
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
    bool proposes; // the committee proposes: a decision is a proposition
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
    const char *text;
    struct entry_mention *mentions;
    size_t mention_count;
    struct entry_link *links;
    size_t link_count;
    struct date date; // a task's due date, a decision's review date
    int priority;     // 1-5, 0 when not said
    bool doubtful;    // `(?)`
    enum entry_doubt doubt;
};

// Reads one line (UTF-8 without control characters, as `text_clean` leaves it). What `entry`
// points to is in `arena`. Refuses only an empty line (STATUS_REFUSED) and lack of memory.
enum status entry_read(const char *line, const struct entry_context *context, struct arena *arena,
    struct entry *entry, struct problem *problem);

// The line which reads back as `entry`: `> Chiffrer le plan @caf #6 prio:1 30/04/2026`. In `arena`;
// NULL when memory ends.
char *entry_compose(const struct entry *entry, const struct entry_context *context,
    struct arena *arena);

// What was understood, for the line below the entry: «tâche · Caf · échéance jeudi 30 avril 2026».
// Empty for an empty line.
char *entry_explain(const struct entry *entry, const struct entry_context *context,
    struct arena *arena);

// The same line with another kind: its sign is put, replaced or taken away.
char *entry_with_kind(const char *line, enum record_kind kind, struct arena *arena);

// What Tab completes: the mention or link that ends at `cursor`. `start` is where `@` or `#`
// stands. False when the cursor is behind neither.
struct entry_completion {
    char sign;          // '@' or '#'
    size_t start;       // byte of the sign
    const char *prefix; // what was typed behind it, without a quote; in `arena`
};
bool entry_completion_at(
    const char *line, size_t cursor, struct arena *arena, struct entry_completion *completion);

// How a name or an element is typed: `@caf`, `@"Directrice de la petite enfance"`, `#6`, `#6.1`.
// In `arena`; NULL when memory ends.
char *entry_mention_text(const struct directory_name *name, struct arena *arena);
char *entry_link_text(const struct directory_element *element, struct arena *arena);

#endif
