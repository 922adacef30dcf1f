// SPDX-License-Identifier: GPL-3.0-or-later
// People, organisations and committees that are no longer of use: removed where nothing speaks of
// them, else archived. What is archived leaves the lists; what was held keeps it; it comes back
// whenever one likes.
//
// The lists of meetings follow by attendance_refresh_committee, which the gesture calls at its end.
#ifndef GREFFE_STORE_ARCHIVE_H
#define GREFFE_STORE_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

enum archived_kind { ARCHIVED_PERSON, ARCHIVED_ORGANISATION, ARCHIVED_COMMITTEE };

// Refuses what is gone.
enum status archive_is_set(struct store *store, enum archived_kind kind, int64_t id, bool *archived,
    struct problem *problem);

// Refuses what something speaks of, and says what: a mandate or a list of a meeting (a person); a
// person, the convention, a record or a task (an organisation); a meeting, a mandate or a committee
// that proposes to it (a committee, whose standing items go with it).
enum status archive_remove(
    struct gesture *gesture, enum archived_kind kind, int64_t id, struct problem *problem);

// What is so already changes nothing. To archive refuses somebody whose mandate runs or is to come,
// an organisation that people come from, a committee with a meeting that is not over or to which
// another one proposes. To take back refuses somebody whom the file knows again (the same name and
// organisation), and a committee that proposes to one that is archived.
enum status archive_set(struct gesture *gesture, enum archived_kind kind, int64_t id, bool archived,
    struct problem *problem);

#endif
