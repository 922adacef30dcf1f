// SPDX-License-Identifier: GPL-3.0-or-later
// A code names one element. The schema cannot say so: a UNIQUE would stop undo where two gestures
// exchange codes (file.md §3), so it is checked before the commit. For src/store alone.
#ifndef GREFFE_STORE_UNIQUE_CODES_H
#define GREFFE_STORE_UNIQUE_CODES_H

#include "base/status.h"
#include "store/store.h"

// STATUS_REFUSED, with the code, where two actions, objectives or committees have the same.
enum status unique_codes_check(struct store *store, struct problem *problem);

#endif
