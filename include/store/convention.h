// SPDX-License-Identifier: GPL-3.0-or-later
// A convention before it is in a file: what intake reads from an INI and creation writes. All
// texts are borrowed (they live in the reader's arena).
#ifndef GREFFE_STORE_CONVENTION_H
#define GREFFE_STORE_CONVENTION_H

#include <stdbool.h>
#include <stddef.h>

#include "text/date.h"

struct convention_organisation {
    const char *code, *label, *college;
};

struct convention_committee {
    const char *code, *label, *kind;
    const char *authority; // decide, propose, delibere
    const char *next_code; // the committee it proposes to, or NULL
};

struct convention_signatory {
    const char *name, *function, *organisation, *representing; // the last two may be NULL
};

struct convention_text {
    const char *heading, *body;
};

struct convention_milestone {
    struct date date;
    const char *label;
};

struct convention_field {
    const char *code, *label, *other_names;
    bool transversal;
};

struct convention_axis {
    int number;
    const char *field; // code
    const char *label;
};

struct convention_objective {
    const char *code, *label;
    int axis; // number
};

struct convention_action {
    const char *code, *title;
    int axis;
    const char *objective;                                    // code or NULL
    const char *state;                                        // NULL: `programmee`
    const char *origin, *pilot, *starts, *ends, *description; // may be NULL
};

struct convention {
    const char *name; // of the INI, for messages
    const char *title, *purpose;
    int first_year, last_year;
    struct convention_organisation *organisations;
    size_t organisation_count;
    struct convention_committee *committees;
    size_t committee_count;
    struct convention_signatory *signatories;
    size_t signatory_count;
    struct convention_text *texts;
    size_t text_count;
    struct convention_milestone *milestones;
    size_t milestone_count;
    struct convention_field *fields;
    size_t field_count;
    struct convention_axis *axes;
    size_t axis_count;
    struct convention_objective *objectives;
    size_t objective_count;
    struct convention_action *actions;
    size_t action_count;
};

#endif
