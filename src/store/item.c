// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/item.h"

#include "rules/item_number.h"
#include "rules/workflow.h"
#include "store/link_rows.h"
#include "store/mask.h"
#include "store/row_array.h"
#include "store/statement.h"
#include "text/utf8.h"

// It, or the item above it, is confidential.
#define IS_HIDDEN "max(item.confidential, ifnull(parent.confidential, 0))"
#define OWN_TITLE MASKED("item.title", IS_HIDDEN)
#define OWN_PRESENTER MASKED("item.presenter", IS_HIDDEN)
#define OWN_REASON MASKED("item.reason", IS_HIDDEN)

static void read_item(struct statement *statement, struct arena *arena, struct item *item)
{
    *item = (struct item){
        .id = statement_integer(statement, 0),
        .parent = statement_integer(statement, 1),
        .depth = statement_is_null(statement, 1) ? 0 : 1,
        .title = statement_text(statement, 2, arena),
        .kind = statement_text(statement, 3, arena),
        .state = statement_text(statement, 4, arena),
        .presenter = statement_text(statement, 5, arena),
        .planned_minutes = (int)statement_integer(statement, 6),
        .opened_at = statement_text(statement, 7, arena),
        .closed_at = statement_text(statement, 8, arena),
        .reason = statement_text(statement, 9, arena),
        .late = statement_integer(statement, 10) != 0,
        .pinned = statement_integer(statement, 11) != 0,
        .continues = statement_integer(statement, 12),
        .answers = statement_integer(statement, 13),
        .documents = (int)statement_integer(statement, 14),
        .confidential = statement_integer(statement, 18) != 0,
    };
}

static enum status load_items(struct store *store, int64_t meeting, struct arena *arena,
    struct agenda *agenda, struct problem *problem)
{
    struct statement statement;
    struct row_array rows = ROW_ARRAY(arena, struct item);
    struct item *item = NULL;
    statement_open(&statement, store,
        "SELECT item.id, item.parent_id, " OWN_TITLE ", item.kind, item.state,"
        " " OWN_PRESENTER ","
        " item.planned_minutes, item.opened_at, item.closed_at, " OWN_REASON ","
        " item.late AND EXISTS (SELECT 1 FROM dispatch WHERE dispatch.meeting_id = item.meeting_id"
        " AND dispatch.kind = 'convocation'), item.pinned, item.continues_id, item.answers_id,"
        " (SELECT count(*) FROM item_document WHERE item_document.item_id = item.id),"
        " meeting.planned_hour, meeting.planned_end, item.state = 'en-attente',"
        " " IS_HIDDEN ", meeting.numbering FROM item JOIN meeting ON meeting.id = item.meeting_id"
        " LEFT JOIN item AS parent ON parent.id = item.parent_id"
        " WHERE item.meeting_id = ?"
        " ORDER BY ifnull(parent.position, item.position), ifnull(parent.id, item.id),"
        " parent.id IS NOT NULL, item.position, item.id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement)) {
        const char *starts = statement_borrow(&statement, 15);
        agenda->starts = starts == NULL ? -1 : agenda_minutes_between("00:00", starts);
        agenda->allowed_minutes = agenda_minutes_between(
            statement_borrow(&statement, 15), statement_borrow(&statement, 16));
        if (agenda->numbering == NULL)
            agenda->numbering = statement_text(&statement, 19, arena);
        if (statement_integer(&statement, 17) != 0)
            agenda->waiting++;
        else if ((item = row_array_add(&rows, &statement)) != NULL)
            read_item(&statement, arena, item);
        else
            break;
    }
    agenda->items = rows.items;
    agenda->count = rows.count;
    return statement_finish(&statement, problem);
}

static enum status number_items(struct agenda *agenda, struct arena *arena, struct problem *problem)
{
    struct buffer number = {0};
    int rank = 0;
    int below = 0;
    for (size_t i = 0; i < agenda->count; i++) {
        struct item *item = &agenda->items[i];
        rank += item->depth == 0;
        below = item->depth == 0 ? 0 : below + 1;
        buffer_reset(&number);
        item_number_append(&number, agenda->numbering, rank, below);
        item->number = arena_copy(arena, buffer_text(&number));
        int width = (int)text_width(buffer_text(&number));
        if (width > agenda->number_width)
            agenda->number_width = width;
    }
    bool failed = buffer_failed(&number) || arena->failed;
    buffer_clear(&number);
    return failed ? problem_set_no_memory(problem) : STATUS_DONE;
}

static enum status count_minutes(
    struct agenda *agenda, struct arena *arena, struct problem *problem)
{
    int *minutes = arena_array(arena, 2 * agenda->count + 1, sizeof *minutes);
    if (minutes == NULL)
        return problem_set_no_memory(problem);
    int *totals = minutes + agenda->count;
    for (size_t i = 0; i < agenda->count; i++)
        minutes[i] = agenda->items[i].planned_minutes;
    agenda->overrun =
        agenda_running_totals(minutes, agenda->count, agenda->allowed_minutes, totals);
    for (size_t i = 0; i < agenda->count; i++)
        agenda->planned_minutes = agenda->items[i].total_minutes = totals[i];
    return STATUS_DONE;
}

static enum status attach_links(struct store *store, int64_t meeting, struct arena *arena,
    struct agenda *agenda, struct problem *problem)
{
    struct link_rows rows;
    enum status status = link_rows_load(store, LINK_ITEM, meeting, arena, &rows, problem);
    for (size_t i = 0; status == STATUS_DONE && i < agenda->count; i++) {
        struct item *item = &agenda->items[i];
        status = link_rows_of(&rows, item->id, arena, &item->links, &item->link_count, problem);
    }
    return status;
}

static struct item *find(const struct agenda *agenda, int64_t id)
{
    for (size_t i = 0; i < agenda->count; i++)
        if (agenda->items[i].id == id)
            return &agenda->items[i];
    return NULL;
}

static enum status count_records(
    struct store *store, int64_t meeting, struct agenda *agenda, struct problem *problem)
{
    struct statement statement;
    statement_open(&statement, store,
        "SELECT item_id, count(*), sum(kind = 'decision'), sum(kind = 'tache') FROM record"
        " WHERE meeting_id = ? GROUP BY item_id");
    statement_bind_integer(&statement, meeting);
    while (statement_row(&statement)) {
        struct item *item = find(agenda, statement_integer(&statement, 0));
        if (item == NULL)
            continue;
        item->records = (int)statement_integer(&statement, 1);
        item->decisions = (int)statement_integer(&statement, 2);
        item->tasks = (int)statement_integer(&statement, 3);
    }
    return statement_finish(&statement, problem);
}

enum status agenda_load(struct store *store, int64_t meeting, struct arena *arena,
    struct agenda *agenda, struct problem *problem)
{
    *agenda = (struct agenda){0};
    enum status status = load_items(store, meeting, arena, agenda, problem);
    if (status == STATUS_DONE)
        status = number_items(agenda, arena, problem);
    if (status == STATUS_DONE)
        status = count_minutes(agenda, arena, problem);
    if (status == STATUS_DONE)
        status = attach_links(store, meeting, arena, agenda, problem);
    if (status == STATUS_DONE)
        status = count_records(store, meeting, agenda, problem);
    return status;
}

const struct item *agenda_find(const struct agenda *agenda, int64_t id)
{
    return find(agenda, id);
}

const struct item *agenda_current(const struct agenda *agenda)
{
    for (size_t i = 0; i < agenda->count; i++)
        if (item_state_is(agenda->items[i].state, ITEM_CURRENT))
            return &agenda->items[i];
    return NULL;
}
