// SPDX-License-Identifier: GPL-3.0-or-later
// What falls with a change of attendance: a proxy taken back, a voice that nobody carries any more,
// a substitute or a deputy whose principal sits.
#ifndef GREFFE_SCREENS_ATTENDANCE_FALLOUT_H
#define GREFFE_SCREENS_ATTENDANCE_FALLOUT_H

#include "base/buffer.h"
#include "base/status.h"
#include "store/attendance.h"
#include "store/attendance_count.h"

// In the gesture that has just made the change, before it is committed: what falls of the list as
// it was, at the item of `was`. Appends nothing where nothing does, else parts like «voix perdue :
// Gérant Logement (pouvoir à Maire)», with « · » between them.
enum status attendance_fallout(struct buffer *out, struct store *store,
    const struct attendance_sheet *sheet, const struct attendance_state *was,
    struct problem *problem);

#endif
