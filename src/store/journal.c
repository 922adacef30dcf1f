// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include "store/connection.h"
#include "store/journal_row.h"
#include "store/mask.h"
#include "store/row_array.h"

// The columns of `read_entry`, in its order.
#define ENTRY_COLUMNS                                                                              \
    "journal.id, journal.kind, journal.at, journal.author, journal.site, journal.sentence,"        \
    " meeting.reference, journal.undone_by, journal.barrier"                                       \
    " FROM journal LEFT JOIN meeting ON meeting.id = journal.meeting_id "

static bool is_own(const struct store *store, int64_t id)
{
    const struct own_rows *own = &store->own_rows;
    size_t low = 0;
    size_t high = own->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (own->ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < own->count && own->ids[low] == id;
}

static void read_entry(
    struct statement *statement, struct arena *arena, struct journal_entry *entry)
{
    *entry = (struct journal_entry){
        .id = statement_integer(statement, 0),
        .kind = statement_text(statement, 1, arena),
        .at = statement_text(statement, 2, arena),
        .author = statement_text(statement, 3, arena),
        .site = statement_text(statement, 4, arena),
        .sentence = mask_sentence(statement->store, arena, statement_borrow(statement, 5)),
        .meeting = statement_text(statement, 6, arena),
        .undone = !statement_is_null(statement, 7),
        .barrier = barrier_of_code(statement_borrow(statement, 8)),
    };
    entry->by_this_window = is_own(statement->store, entry->id);
}

static enum status read_one(struct statement *statement, struct arena *arena,
    struct journal_entry *entry, bool *found, struct problem *problem)
{
    *found = statement_row(statement);
    if (*found)
        read_entry(statement, arena, entry);
    return statement_finish(statement, problem);
}

enum status journal_next_undo(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT " ENTRY_COLUMNS "WHERE journal.kind = 'gesture' AND journal.undone_by IS NULL"
        " ORDER BY journal.id DESC LIMIT 1");
    return read_one(&statement, arena, entry, found, problem);
}

enum status journal_next_redo(struct store *store, struct arena *arena, struct journal_entry *entry,
    bool *found, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT " ENTRY_COLUMNS "WHERE journal.undone_by IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM journal AS later WHERE later.kind = 'gesture'"
        " AND later.id > journal.undone_by)"
        " ORDER BY journal.undone_by DESC LIMIT 1");
    return read_one(&statement, arena, entry, found, problem);
}

// Of the latest row before `before`; 0 stands for the end. The `+` keeps SQLite from walking the
// rows themselves, which are long, instead of an index.
static enum status rank_of_latest(
    struct store *store, int64_t before, int64_t *rank, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        before == 0 ? "SELECT count(*) FROM journal"
                    : "SELECT count(*) FROM journal WHERE +id < ?");
    if (before != 0)
        statement_bind_integer(&statement, before);
    return statement_number(&statement, 0, rank, problem);
}

enum status journal_list(struct store *store, int64_t before, size_t limit, struct arena *arena,
    struct journal_page *page, struct problem *problem)
{
    int64_t rank;
    struct row_array rows = ROW_ARRAY(arena, struct journal_entry);
    struct journal_entry *entry;
    *page = (struct journal_page){0};
    enum status status = rank_of_latest(store, before, &rank, problem);
    if (status != STATUS_DONE)
        return status;
    struct statement statement;
    statement_open(&statement, store,
        "SELECT " ENTRY_COLUMNS "WHERE journal.id < ? ORDER BY journal.id DESC LIMIT ?");
    statement_bind_integer(&statement, before == 0 ? INT64_MAX : before);
    statement_bind_integer(&statement, (int64_t)limit);
    while (statement_row(&statement) && (entry = row_array_add(&rows, &statement)) != NULL) {
        read_entry(&statement, arena, entry);
        entry->rank = rank - (int64_t)rows.count + 1;
    }
    *page = (struct journal_page){rows.items, rows.count};
    return statement_finish(&statement, problem);
}
