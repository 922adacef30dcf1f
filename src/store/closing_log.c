// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/closing_log.h"

#include <string.h>

#include "store/connection.h"
#include "store/row_array.h"

static const char *const kind_codes[] = {
    [CLOSING_DONE] = "cloture",
    [CLOSING_TAKEN_BACK] = "reouverture",
};

static void read_closing(struct statement *statement, struct arena *arena, struct closing *closing)
{
    const char *kind = statement_borrow(statement, 0);
    bool taken_back = kind != NULL && strcmp(kind, kind_codes[CLOSING_TAKEN_BACK]) == 0;
    *closing = (struct closing){
        .kind = taken_back ? CLOSING_TAKEN_BACK : CLOSING_DONE,
        .version = (int)statement_integer(statement, 1),
        .at = statement_text(statement, 2, arena),
        .author = statement_text(statement, 3, arena),
        .reason = statement_text(statement, 4, arena),
        .seal = statement_text(statement, 5, arena),
    };
}

enum status closing_log_load(struct store *store, int64_t meeting, struct arena *arena,
    struct closing_log *log, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct closing);
    struct closing *closing = NULL;
    statement_open(&statement, store,
        "SELECT kind, version, at, author, reason, seal FROM closing WHERE meeting_id = ?"
        " ORDER BY id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement) && (closing = row_array_add(&rows, &statement)) != NULL)
        read_closing(&statement, arena, closing);
    *log = (struct closing_log){rows.items, rows.count};
    return statement_finish(&statement, problem);
}

enum status closing_log_unlock(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return gesture_run_on(
        gesture, "INSERT INTO reopening (meeting_id) VALUES (?)", meeting, problem);
}

enum status closing_log_lock(struct gesture *gesture, int64_t meeting, struct problem *problem)
{
    return gesture_run_on(gesture, "DELETE FROM reopening WHERE meeting_id = ?", meeting, problem);
}

enum status closing_log_add(struct gesture *gesture, int64_t meeting, enum closing_kind kind,
    const char *hour, const char *reason, struct problem *problem)
{
    struct statement statement;
    struct store *store = gesture_store(gesture);
    statement_open(&statement, store,
        "INSERT INTO closing (id, meeting_id, kind, version, at, author, reason)"
        " SELECT ?1, ?2, ?3, CASE ?3 WHEN 'cloture' THEN ifnull(max(version), 0) + 1"
        " ELSE ifnull(max(version), 1) END, ?4, ?5, ?6 FROM closing WHERE meeting_id = ?2");
    statement_bind_integer(&statement, store_new_id(store));
    statement_bind_integer(&statement, meeting);
    statement_bind_text(&statement, kind_codes[kind]);
    statement_bind_text(&statement, hour);
    statement_bind_text(&statement, store->author == NULL ? "" : store->author);
    statement_bind_text(&statement, reason);
    return statement_run(&statement, problem);
}
