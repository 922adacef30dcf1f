// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back a gesture, and doing it again: its changeset is applied the other way round, or once
// more, and the journal says so. Both may be asked for long after, and by another window.
#ifndef GREFFE_STORE_UNDO_H
#define GREFFE_STORE_UNDO_H

#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/store.h"

// Undoes gesture `id`: whole, or refused with the sentence of the later gesture that depends on
// it; refused at a barrier with the way on (to reopen…), and when already undone. `*sentence`
// says in French what was undone, in `arena`.
enum status journal_undo(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem);

// Does gesture `id`, which was undone, again. Refused once another gesture came after its undo.
enum status journal_redo(struct store *store, int64_t id, struct arena *arena,
    const char **sentence, struct problem *problem);

#endif
