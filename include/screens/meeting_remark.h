// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be known of the item shown without being a line of it: why it is there, who steps
// aside, the minutes that it approved. Stands below its title.
#ifndef GREFFE_SCREENS_MEETING_REMARK_H
#define GREFFE_SCREENS_MEETING_REMARK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/attendance.h"
#include "store/item.h"
#include "store/record.h"
#include "store/store.h"

struct remarked {
    const struct item *item;
    const struct record *owed; // the task that it is there for; NULL for none
    const struct attendance_sheet *sheet;
    bool closed; // the meeting is: nothing can be done there any more
};

// «proposé par le COTECH du 05/03/2026 · déport : Prénom Nom (Caf)», in `arena`; NULL for nothing.
enum status meeting_remark_read(struct store *store, const struct remarked *remarked,
    struct arena *arena, const char **remark, struct problem *problem);

#endif
