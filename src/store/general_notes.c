// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/general_notes.h"

#include "store/item_add.h"
#include "store/item_edit.h"
#include "store/statement.h"

static const char title[] = "Notes générales";

enum status general_notes_find(
    struct store *store, int64_t meeting, int64_t *item, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT min(id) FROM item WHERE meeting_id = ? AND title = ? AND parent_id IS NULL"
        " AND state NOT IN ('en-attente', 'retire')");
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, title);
    return statement_number(&statement, 0, item, problem);
}

enum status general_notes_make(
    struct gesture *gesture, int64_t id, int64_t meeting, struct problem *problem)
{
    enum status status = item_add(gesture, id, meeting, 0, 0, title, problem);
    if (status == STATUS_DONE)
        status = item_set_kind(gesture, id, "information", problem);
    if (status == STATUS_DONE)
        status = item_set_pinned(gesture, id, true, problem);
    return status == STATUS_DONE ? item_set_state(gesture, id, "traite", problem) : status;
}
