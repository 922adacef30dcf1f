// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a committee's page: its rules, a line that counts, its members. For the files of
// that screen alone.
#ifndef GREFFE_SCREENS_COMMITTEE_VIEW_H
#define GREFFE_SCREENS_COMMITTEE_VIEW_H

#include "screens/screen.h"
#include "store/committee_rules.h"
#include "store/mandate.h"
#include "widgets/list.h"

// The rows of the list: the name, what it decides, each rule, the count, then a mandate a row.
enum committee_row {
    COMMITTEE_ROW_LABEL,
    COMMITTEE_ROW_AUTHORITY,
    COMMITTEE_ROW_RULES,
    COMMITTEE_ROW_COUNT = COMMITTEE_ROW_RULES + COMMITTEE_RULE_COUNT,
    COMMITTEE_ROW_MANDATES,
};

struct committee_view {
    struct screen screen;
    struct arena arena;
    struct committee_rules rules;
    struct member *mandates;
    size_t mandate_count;
    struct list list;
};

const struct committee_view *committee_view_of(const struct screen *screen);

// Under the cursor; NULL for none.
const struct member *committee_mandate(const struct committee_view *view);

// NULL when it is not there.
const struct member *committee_find_mandate(const struct committee_view *view, int64_t mandate);

// The rule under the cursor; false for another row.
bool committee_rule_under_cursor(const struct committee_view *view, enum committee_rule *rule);

#endif
