// SPDX-License-Identifier: GPL-3.0-or-later
// The state of the list of committees and organisations. For the files of that screen alone.
#ifndef GREFFE_SCREENS_COMMITTEES_VIEW_H
#define GREFFE_SCREENS_COMMITTEES_VIEW_H

#include "screens/screen.h"
#include "store/committee_rules.h"
#include "store/organisation.h"
#include "widgets/list.h"

struct committees_view {
    struct screen screen;
    struct arena arena;
    struct committee_rules *committees;
    size_t committee_count;
    struct organisation *organisations;
    size_t organisation_count;
    struct list list; // committees, then organisations
    bool shows_archived;
};

const struct committees_view *committees_view_of(const struct screen *screen);

// Under the cursor; NULL where it is on one of the others, or on nothing.
const struct committee_rules *committees_focused_committee(const struct committees_view *view);
const struct organisation *committees_focused_organisation(const struct committees_view *view);

#endif
