// SPDX-License-Identifier: GPL-3.0-or-later
// Where a screen stands in the application, and what must follow an event. Screens name places,
// never one another: screens/places.c knows which screen a place is.
#ifndef GREFFE_SCREENS_FOLLOW_H
#define GREFFE_SCREENS_FOLLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/entry.h"

enum place {
    PLACE_TABLEAU,
    PLACE_PLAN,            // `level`, `element`: the root of the tree
    PLACE_ACTION,          // `element`
    PLACE_ELEMENT_HISTORY, // `level`, `element`: the meetings that spoke of it
    PLACE_CONVENTION,
    PLACE_MEETINGS,
    PLACE_AGENDA,    // `element`: the meeting
    PLACE_MEETING,   // `element`: the meeting
    PLACE_CLOSING,   // `element`: the meeting
    PLACE_DECISIONS, // `level`, `element` as a filter, or 0
    PLACE_DECISION,  // `element`
    PLACE_TASKS,     // `level`, `element` as a filter, or 0
    PLACE_HISTORY,
    PLACE_HELP,             // `element`: the bits of the places whose commands are shown
    PLACE_ATTENDANCE,       // `element`: the meeting
    PLACE_COMMITTEES,       // and the organisations
    PLACE_COMMITTEE,        // `element`: the committee
    PLACE_THREAD,           // `element`: an item
    PLACE_SINCE,            // `element`: the meeting
    PLACE_STANDING,         // `element`: the committee
    PLACE_BALLOT,           // `element`: the meeting; the focus: an item, or a decision
    PLACE_TASK,             // `element`
    PLACE_MINUTES,          // `element`: the meeting
    PLACE_PEOPLE,           // whom the file knows
    PLACE_ATTENDANCE_RATES, // `element`: the committee
    PLACE_COUNT,
};

struct destination {
    enum place place;
    enum plan_level level;
    int64_t element;
    int64_t focus; // the row to stand on, 0 for the first
    bool corrects; // PLACE_MEETING: that row is opened to be corrected, where it can be
};

enum follow_kind {
    FOLLOW_STAY,
    FOLLOW_GO,      // open `destination` above this screen
    FOLLOW_REPLACE, // open it instead of this screen
    FOLLOW_HOME,    // back to the tableau, then to `destination` if it is another place
    FOLLOW_BACK,
    FOLLOW_RUN, // back, then run the command whose index in the table is `command` (help)
    FOLLOW_QUIT,
    FOLLOW_SUSPEND,
    FOLLOW_REDRAW,
    FOLLOW_EDITOR, // edit outside what is being typed
};

struct follow {
    enum follow_kind kind;
    struct destination destination;
    int command;
};

// Shorthands for the two that most commands end with.
void follow_go(struct follow *follow, enum place place, enum plan_level level, int64_t element);
void follow_go_to_row(struct follow *follow, enum place place, int64_t element, int64_t focus);

#endif
