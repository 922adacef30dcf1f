// SPDX-License-Identifier: GPL-3.0-or-later
// Names taken out of a ballot for good. For src/store alone: ballot_edit.h has the gesture.
#ifndef GREFFE_STORE_BALLOT_ANONYMISE_H
#define GREFFE_STORE_BALLOT_ANONYMISE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "store/gesture.h"

// Deletes who voted what, unrecorded, and takes it out of every changeset of the journal: of this
// ballot and of those that are gone. With `says_names`, what the journal keeps of the ballot itself
// goes too. The caller sets the barrier: no gesture of before can be taken back.
enum status ballot_forget_names(
    struct gesture *gesture, int64_t ballot, bool says_names, struct problem *problem);

#endif
