// SPDX-License-Identifier: GPL-3.0-or-later
// The standing items of the end of an agenda. For src/store alone.
#ifndef GREFFE_STORE_AGENDA_END_H
#define GREFFE_STORE_AGENDA_END_H

#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Sends them behind what was just added at the end. Not called for late items, which come last.
enum status agenda_keep_end(struct gesture *gesture, int64_t meeting, struct problem *problem);

#endif
