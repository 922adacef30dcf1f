// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal_row.h"

#include <stdlib.h>
#include <string.h>

#include "store/connection.h"
#include "store/migration.h"

enum { CLOCK_COUNTER_BITS = 16 };

static const char *const barrier_codes[] = {
    [BARRIER_NONE] = NULL,
    [BARRIER_CLOSING] = "cloture",
    [BARRIER_REOPENING] = "reouverture",
    [BARRIER_DISPATCH] = "diffusion",
    [BARRIER_APPROVAL] = "approbation",
    [BARRIER_ANONYMISATION] = "anonymisation",
};

enum gesture_barrier barrier_of_code(const char *code)
{
    size_t count = sizeof barrier_codes / sizeof *barrier_codes;
    for (size_t i = 1; code != NULL && i < count; i++)
        if (strcmp(barrier_codes[i], code) == 0)
            return (enum gesture_barrier)i;
    return BARRIER_NONE;
}

// What the file's latest row says; the next must come after both.
static enum status read_latest(
    struct store *store, int64_t *id, int64_t *clock, struct problem *problem)
{
    struct statement statement;
    *id = *clock = 0;
    statement_open(&statement, store, "SELECT id, clock FROM journal ORDER BY id DESC LIMIT 1");
    if (statement_row(&statement)) {
        *id = statement_integer(&statement, 0);
        *clock = statement_integer(&statement, 1);
    }
    return statement_finish(&statement, problem);
}

static enum status remember_own(struct store *store, int64_t id, struct problem *problem)
{
    struct own_rows *own = &store->own_rows;
    if (own->count == own->capacity) {
        size_t capacity = own->capacity == 0 ? 64 : 2 * own->capacity;
        int64_t *ids = reallocarray(own->ids, capacity, sizeof *ids);
        if (ids == NULL)
            return problem_set_no_memory(problem);
        own->ids = ids;
        own->capacity = capacity;
    }
    own->ids[own->count++] = id;
    return STATUS_DONE;
}

static void bind_row(struct statement *statement, const struct store *store,
    const struct journal_row *row, int64_t clock)
{
    struct local_time now = clock_local(store->clock);
    char at[LOCAL_TIME_TEXT_SIZE];
    local_time_text(&now, at);
    statement_bind_text(statement, row->kind);
    statement_bind_integer(statement, migration_latest());
    statement_bind_integer(statement, clock);
    statement_bind_text(statement, store->site == NULL ? "" : store->site);
    statement_bind_text(statement, store->author == NULL ? "" : store->author);
    statement_bind_text(statement, at);
    statement_bind_text(statement, row->sentence);
    statement_bind_reference(statement, row->meeting);
    statement_bind_text(statement, barrier_codes[row->barrier]);
    statement_bind_reference(statement, row->target);
    statement_bind_blob(statement, row->changeset, row->changeset_length);
}

enum status journal_row_write(
    struct store *store, const struct journal_row *row, int64_t *id, struct problem *problem)
{
    int64_t latest_id;
    int64_t latest_clock;
    enum status status = read_latest(store, &latest_id, &latest_clock, problem);
    if (status != STATUS_DONE)
        return status;
    identifiers_pass(&store->identifiers, latest_id);
    int64_t new_id = identifiers_next(&store->identifiers);
    int64_t clock = clock_now(store->clock) << CLOCK_COUNTER_BITS;
    struct statement statement;
    statement_open(&statement, store,
        "INSERT INTO journal (id, kind, schema_version, clock, site, author, at, sentence,"
        " meeting_id, barrier, target_id, changeset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    statement_bind_integer(&statement, new_id);
    bind_row(&statement, store, row, clock > latest_clock ? clock : latest_clock + 1);
    status = statement_run(&statement, problem);
    if (status == STATUS_DONE)
        status = remember_own(store, new_id, problem);
    if (status == STATUS_DONE && id != NULL)
        *id = new_id;
    return status;
}
