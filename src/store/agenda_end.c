// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/agenda_end.h"

#include "store/item_rows.h"
#include "store/row_array.h"
#include "store/statement.h"

// Standing items of the end which something else stands behind, in order.
static enum status load_end_items(
    struct store *store, int64_t meeting, struct row_array *ids, struct problem *problem)
{
    struct statement statement;
    int64_t *id = NULL;
    statement_open(&statement, store,
        "SELECT item.id FROM item JOIN standing_item AS standing ON standing.id = item.standing_id"
        " WHERE item.meeting_id = ?1 AND item.parent_id IS NULL AND standing.at_end = 1"
        " AND EXISTS (SELECT 1 FROM item AS other"
        " LEFT JOIN standing_item AS own ON own.id = other.standing_id"
        " WHERE other.meeting_id = ?1 AND other.parent_id IS NULL AND ifnull(own.at_end, 0) = 0"
        " AND other.late = 0 AND other.state <> 'en-attente'"
        " AND other.position > item.position) ORDER BY item.position, item.id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (id = row_array_add(ids, &statement)) != NULL)
        *id = statement_integer(&statement, 0);
    return statement_finish(&statement, problem);
}

enum status agenda_keep_end(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    struct arena arena = {0};
    struct row_array ids = ROW_ARRAY(&arena, int64_t);
    enum status status = load_end_items(gesture_store(gesture), meeting, &ids, problem);
    const int64_t *items = ids.items;
    for (size_t i = 0; status == STATUS_DONE && i < ids.count; i++) {
        int64_t position = 0;
        status = item_rows_end(gesture_store(gesture), meeting, 0, &position, problem);
        if (status == STATUS_DONE)
            status = gesture_run_on_two(gesture, "UPDATE item SET position = ?2 WHERE id = ?1",
                items[i], position, problem);
    }
    arena_clear(&arena);
    return status;
}
