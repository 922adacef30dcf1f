// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the agenda screen, and how each looks.
#ifndef GREFFE_SCREENS_AGENDA_ROWS_H
#define GREFFE_SCREENS_AGENDA_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "store/agenda_proposal.h"
#include "store/item.h"
#include "store/parked_item.h"
#include "widgets/list.h"

enum agenda_row_kind {
    AGENDA_ITEM,
    AGENDA_OFFERS, // «à ajouter : 2»
    AGENDA_OFFER,
    AGENDA_WAITING, // «en attente : 2»
    AGENDA_PARKED,
};

struct agenda_row {
    enum agenda_row_kind kind;
    size_t index; // in the agenda, the offers, or what waits
};

// What the rows are laid from; the lists are borrowed.
struct agenda_rows {
    const struct agenda *agenda;
    const struct carry_over *offers;
    const struct parked_items *parked;
    bool offers_open, waiting_open, hides_treated;
    struct agenda_row *rows; // in the arena given to `agenda_rows_lay`
    size_t count;
};

// False when memory ends.
bool agenda_rows_lay(struct agenda_rows *rows, struct arena *arena);

// For the list; `rows` must outlive what it returns.
struct list_rows agenda_rows_drawing(const struct agenda_rows *rows);

#endif
