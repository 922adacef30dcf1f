// SPDX-License-Identifier: GPL-3.0-or-later
// What has happened to the item shown without being a line of it: who steps aside, the minutes that
// it approved, or is to approve. Stands below its title.
#ifndef GREFFE_SCREENS_MEETING_REMARK_H
#define GREFFE_SCREENS_MEETING_REMARK_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/attendance.h"
#include "store/store.h"

// «Déport : Prénom Nom (Caf) · Compte rendu approuvé le 09/04/2026», in `arena`; NULL for nothing.
enum status meeting_remark_read(struct store *store, int64_t item,
    const struct attendance_sheet *sheet, struct arena *arena, const char **remark,
    struct problem *problem);

#endif
