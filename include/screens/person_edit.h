// SPDX-License-Identifier: GPL-3.0-or-later
// A person's line, typed on the page of a committee or on the list of the people.
#ifndef GREFFE_SCREENS_PERSON_EDIT_H
#define GREFFE_SCREENS_PERSON_EDIT_H

#include "screens/desk.h"

// Adds the person under that id, or changes the one who has it, as one gesture; the attendance of
// meetings that are prepared follows. Refuses what committee_read_person refuses.
enum status person_edit_keep(
    struct desk *desk, int64_t id, bool added, const char *text, struct problem *problem);

#endif
